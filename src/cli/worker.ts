/** `tripoint worker`: executes runs of one agent, until it is told to stop. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { AGENTS } from '../agents/registry.ts';
import { whyNothingIsWritten } from '../agents/sync-odoo-agent.ts';
import { startWorker } from '../agents/worker.ts';
import { agentViewer } from '../auth/viewer.ts';
import type { Config } from '../config.ts';
import { type Doctrine, loadDoctrine } from '../doctrine/load.ts';
import { createLog, type Log } from '../log.ts';
import { createLedger, subscribeToRuns } from '../ops/ledger.ts';
import { ODOO_WRITE } from '../ops/odoo-write.ts';
import { packagePaths } from '../paths.ts';
import { checkLogin } from '../postgres/check-login.ts';
import { createPostgresPool } from '../postgres/pool.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { type Command, type Io, readConfigWithoutTokens, readOptions, UsageError } from './io.ts';

const DEFAULT_AGENT = 'sync-odoo-agent';
const MAX_CONCURRENCY = 64;

const HELP = `tripoint worker [--agent <name>] [--concurrency <n>]

Claims and executes runs of the ledger, as many workers as you like. Needs DATABASE_URL: the embedded database has one
process. SIGTERM: claims no more, gives back what it has not begun, and what is under way has WORKER_DRAIN_SECONDS to end.

  --agent        whose runs: ${Object.keys(AGENTS).join(', ')}; default ${DEFAULT_AGENT}
  --concurrency  runs at once, 1 to ${MAX_CONCURRENCY}; default WORKER_CONCURRENCY, or 4
  --help         print this`;

/** The command. */
export const workerCommand: Command = {
  summary: 'execute runs of the ledger',
  help: HELP,
  run: async (args, io) => {
    const given = readOptions(args, { agent: { type: 'string' }, concurrency: { type: 'string' } });
    const agent = given.agent ?? DEFAULT_AGENT;
    if (!Object.hasOwn(AGENTS, agent))
      throw new UsageError(
        `no worker knows the runs of "${agent}": it knows those of ${Object.keys(AGENTS).join(', ')}`,
      );
    const asked = readConcurrency(given.concurrency);
    const config = readConfigWithoutTokens(io.env);
    if (!config.postgres)
      throw new UsageError(
        'DATABASE_URL is not set: a worker shares a database with the gateway, and the embedded one has one process',
      );
    const log = createLog(config.logLevel);
    const postgres = createPostgresPool({ ...config.postgres, isShared: false }, log);
    try {
      await checkLogin({ postgres, log, databaseUrl: config.postgres.databaseUrl });
      await work({ agent, concurrency: asked ?? config.worker.concurrency, postgres, config, log }, io);
    } finally {
      await postgres.close();
    }
  },
};

interface Working {
  readonly agent: string;
  readonly concurrency: number;
  readonly postgres: PostgresSource;
  readonly config: Config;
  readonly log: Log;
}

async function work({ agent, concurrency, postgres, config, log }: Working, io: Io): Promise<void> {
  const doctrine = loadDoctrine(packagePaths());
  const name = `${hostname()}-${randomBytes(4).toString('hex')}`;
  const { leaseSeconds, timeoutMs, drainMs, tickMs } = config.worker;
  const syncOdoo = syncOdooConfig(config, doctrine);
  const worker = startWorker({
    agent,
    name,
    handlers: AGENTS[agent]?.({ syncOdoo }) ?? {},
    ledger: createLedger(postgres, agentViewer(agent)),
    concurrency,
    leaseSeconds,
    timeoutMs,
    drainMs,
    tickMs,
    subscribe: (notices) => subscribeToRuns(postgres, notices),
    log,
  });
  io.print(`Worker ${name} is up (${config.stage}): runs of ${agent}, ${concurrency} at once`);
  const reason = whyNothingIsWritten(syncOdoo);
  if (reason) {
    log.warn({ kind: ODOO_WRITE.kind }, reason);
    io.print(`${reason}. Runs of kind ${ODOO_WRITE.kind} will end as FAILED`);
  }
  await Promise.race([io.untilStopped(), worker.ended]);
  await worker.stop();
  // Rejects where it is not the signal that ended it.
  await worker.ended;
  io.print(`Worker ${name} has stopped`);
}

function syncOdooConfig({ stage, odoo, worker }: Config, { agents }: Doctrine) {
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
