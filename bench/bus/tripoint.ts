/** The worker of `tripoint worker`, of this checkout or of the one in `BUS_CHECKOUT`, with a handler that does nothing. */
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { openBusProcess } from '../../test/support/bus-process.ts';

type Source<Path extends string> = Path extends 'agents/worker.ts'
  ? typeof import('../../src/agents/worker.ts')
  : Path extends 'auth/viewer.ts'
    ? typeof import('../../src/auth/viewer.ts')
    : Path extends 'log.ts'
      ? typeof import('../../src/log.ts')
      : Path extends 'ops/ledger.ts'
        ? typeof import('../../src/ops/ledger.ts')
        : typeof import('../../src/postgres/pool.ts');

const AGENT = 'sync-odoo-agent';
const checkout = process.env.BUS_CHECKOUT ?? join(import.meta.dirname, '..', '..');

/** Another checkout has another worker, by the same names. */
function load<Path extends string>(path: Path): Promise<Source<Path>> {
  return import(pathToFileURL(join(checkout, 'src', path)).href);
}

const { startWorker } = await load('agents/worker.ts');
const { agentViewer } = await load('auth/viewer.ts');
const { createLog } = await load('log.ts');
const { createLedger, subscribeToRuns } = await load('ops/ledger.ts');
const { createPostgresPool } = await load('postgres/pool.ts');

const { loginUrl, concurrency, execute, untilGo } = openBusProcess();
const log = createLog('error');
const postgres = createPostgresPool({ databaseUrl: loginUrl, poolSize: 10 }, log);
await postgres.ping();
await untilGo();
const worker = startWorker({
  agent: AGENT,
  name: `bench-${process.pid}`,
  handlers: {
    count: async ({ id, input }) => {
      await execute(id, (input as { at?: number }).at);
      return null;
    },
  },
  ledger: createLedger(postgres, agentViewer(AGENT)),
  concurrency,
  leaseSeconds: 60,
  timeoutMs: 60_000,
  drainMs: 10_000,
  tickMs: null,
  subscribe: (notices) => subscribeToRuns(postgres, notices),
  log,
});
process.once('SIGTERM', async () => {
  await worker.stop();
  await postgres.close();
  process.exit(0);
});
