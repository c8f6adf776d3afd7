/** `tripoint worker`: executes runs of one agent, until it is told to stop. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { definitionOf, type Handlers } from '../agents/handler.ts';
import { type SyncOdooConfig, whyNothingIsWritten } from '../agents/sync-odoo-agent.ts';
import { startWorker, type Worker } from '../agents/worker.ts';
import { agentViewer } from '../auth/viewer.ts';
import type { Config } from '../config.ts';
import { MAX_RUN_SECONDS } from '../delivery/run-limits.ts';
import { type StageWatch, watchStage } from '../delivery/stages/agreement.ts';
import { type Doctrine, loadDoctrine } from '../doctrine/load.ts';
import type { Listening } from '../http/listen.ts';
import { createLog, type Log } from '../log.ts';
import { createTransport } from '../odoo/transport.ts';
import { createLedger, subscribeToRuns } from '../ops/ledger.ts';
import { ODOO_WRITE } from '../ops/odoo-write.ts';
import { packagePaths } from '../paths.ts';
import { checkLogin } from '../postgres/check-login.ts';
import { createPostgresPool } from '../postgres/pool.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { startTracing } from '../tracing/sdk.ts';
import { watchWorker } from './background.ts';
import { readBridgeConfig } from './bridge.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { agentsWithHandlers, openHandlers } from './handlers.ts';
import { type Command, type Io, readOptions, UsageError } from './io.ts';
import { openPullRequests } from './pull-requests.ts';
import { sayRefusedKey } from './refused-key.ts';

const DEFAULT_AGENT = 'sync-odoo-agent';
const MAX_CONCURRENCY = 64;

const HELP = `tripoint worker [--agent <name>] [--concurrency <n>]

Claims and executes runs of the ledger, as many workers as you like. Needs DATABASE_URL: the embedded database has one
process. SIGTERM: claims no more, gives back what it has not begun, and what is under way has WORKER_DRAIN_SECONDS to end.

  --agent        whose runs; default ${DEFAULT_AGENT}. Its handlers are this program's own, or those that the doctrine
                 names for it: a module, a package or a URL
  --concurrency  runs at once, 1 to ${MAX_CONCURRENCY}; default WORKER_CONCURRENCY, or 4
  --help         print this`;

/** The command. */
export const workerCommand: Command = {
  help: HELP,
  run: async (args, io) => {
    const given = readOptions(args, { agent: { type: 'string' }, concurrency: { type: 'string' } });
    const agent = given.agent ?? DEFAULT_AGENT;
    const paths = packagePaths(io.env);
    const doctrine = loadDoctrine(paths);
    if (!agentsWithHandlers(doctrine).includes(agent))
      throw new UsageError(
        `no worker knows the runs of "${agent}": it knows those of ${agentsWithHandlers(doctrine).join(', ')}`,
      );
    const asked = readConcurrency(given.concurrency);
    const config = readConfigWithoutTokens(io.env);
    if (!config.postgres)
      throw new UsageError(
        'DATABASE_URL is not set: a worker shares a database with the gateway, and the embedded one has one process',
      );
    const syncOdoo = syncOdooConfig(config, doctrine);
    const log = createLog(config.logLevel);
    const tracing = await startTracing(config.tracing, { role: 'worker', log });
    const postgres = createPostgresPool({ ...config.postgres, isShared: false }, log);
    try {
      const bridge = readBridgeConfig(config, { doctrine, postgres, paths });
      const pullRequests = () => openPullRequests({ env: io.env, paths, postgres, viewer: agentViewer(agent) });
      const opening = { agent, doctrine, file: paths.doctrine, config, syncOdoo, bridge, pullRequests, env: io.env };
      const handlers = await openHandlers(opening);
      await checkLogin({ postgres, log, databaseUrl: config.postgres.databaseUrl });
      const stage = await watchStage(config, log);
      const concurrency = asked ?? config.worker.concurrency;
      await work({ agent, handlers, concurrency, postgres, config, syncOdoo, stage, log }, io);
      stage.stop();
      stage.check();
    } finally {
      await postgres.close();
      await tracing.close();
    }
  },
};

interface Working {
  readonly agent: string;
  readonly handlers: Handlers;
  readonly concurrency: number;
  readonly syncOdoo: SyncOdooConfig;
  readonly stage: StageWatch;
  readonly postgres: PostgresSource;
  readonly config: Config;
  readonly log: Log;
}

async function work(working: Working, io: Io): Promise<void> {
  const { agent, handlers, concurrency, postgres, config, syncOdoo, stage, log } = working;
  const name = `${hostname()}-${randomBytes(4).toString('hex')}`;
  const { leaseSeconds, timeoutMs, drainMs, tickMs } = config.worker;
  const watch = watchWorker({ config, postgres, log }, agent, () => worker.load());
  const worker = startWorker({
    ...(watch && { observe: watch.observe }),
    agent,
    name,
    handlers,
    ledger: createLedger(postgres, agentViewer(agent)),
    concurrency,
    leaseSeconds,
    timeoutMs,
    drainMs,
    tickMs,
    subscribe: (notices) => subscribeToRuns(postgres, notices),
    log,
  });
  let isStopping = false;
  const door = await openOrStop(worker, watch?.open({ isStopping: () => isStopping }));
  io.print(`Worker ${name} is up (${config.stage}): runs of ${agent}, ${concurrency} at once`);
  if (door) io.print(`Health and metrics are at ${door.url}`);
  for (const sentence of describeLongRuns(handlers, config.stage)) {
    log.warn(sentence);
    io.print(sentence);
  }
  const reason = handlers[ODOO_WRITE.kind] ? whyNothingIsWritten(syncOdoo) : null;
  if (reason) {
    log.warn({ kind: ODOO_WRITE.kind }, reason);
    io.print(`${reason}. Runs of kind ${ODOO_WRITE.kind} will end as FAILED`);
  } else if (handlers[ODOO_WRITE.kind] && syncOdoo.writer) {
    const whose = { user: 'writer', variable: 'ODOO_WRITER_API_KEY' } as const;
    void sayRefusedKey(createTransport(syncOdoo.writer), log, whose);
  }
  await Promise.race([io.untilStopped(), worker.ended, stage.disagreed]);
  isStopping = true;
  await worker.stop();
  await door?.close();
  // Rejects where it is not the signal that ended it.
  await worker.ended;
  io.print(`Worker ${name} has stopped`);
}

/** A worker whose door cannot be opened is no worker that anybody could watch. */
async function openOrStop(worker: Worker, opening: Promise<Listening> | undefined): Promise<Listening | undefined> {
  try {
    return await opening;
  } catch (error) {
    await worker.stop();
    throw error;
  }
}

/** Kinds with a time of their own that is more than one run may take in this stage. */
function describeLongRuns(handlers: Handlers, stage: Config['stage']): string[] {
  if (stage === 'development') return [];
  const most = MAX_RUN_SECONDS[stage];
  return Object.entries(handlers).flatMap(([kind, handler]) => {
    const seconds = definitionOf(handler).timeoutSeconds ?? 0;
    return seconds > most ? [`Runs of kind ${kind} may take ${seconds} s, and ${most} s is the most in ${stage}`] : [];
  });
}

function syncOdooConfig({ stage, odoo, worker }: Config, { agents }: Doctrine): SyncOdooConfig {
  const { odooWriterApiKey: apiKey, odooWriteTimeoutMs: timeoutMs, odooWritesInDevelopment } = worker;
  return {
    stage,
    writer: odoo && apiKey !== null ? { url: odoo.url, database: odoo.database, apiKey, timeoutMs } : null,
    writesInDevelopment: odooWritesInDevelopment,
    settleSeconds: worker.odooWriteSettleSeconds,
    rules: agents['sync-odoo-agent']?.writesOdoo ?? [],
  };
}

function readConcurrency(text: string | undefined): number | null {
  if (text === undefined) return null;
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= MAX_CONCURRENCY) return count;
  throw new UsageError(`--concurrency is a number from 1 to ${MAX_CONCURRENCY}`);
}
