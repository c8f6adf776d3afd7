/** One worker process of a soak: the worker of `tripoint worker`, with a handler that counts. */
import process from 'node:process';
import { startWorker } from '../../src/agents/worker.ts';
import { agentViewer } from '../../src/auth/viewer.ts';
import { createLog } from '../../src/log.ts';
import { createLedger } from '../../src/ops/ledger.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import { openBusProcess } from '../support/bus-process.ts';

const AGENT = 'sync-odoo-agent';

const { loginUrl, concurrency, execute, untilGo } = openBusProcess();
const log = createLog('error');
const postgres = createPostgresPool(
  { databaseUrl: loginUrl, poolSize: Math.min(concurrency, 8), isShared: false },
  log,
);
await postgres.ping();
await untilGo();
const worker = startWorker({
  agent: AGENT,
  name: `soak-${process.pid}`,
  handlers: {
    count: async ({ id }) => {
      await execute(id);
      return null;
    },
  },
  ledger: createLedger(postgres, agentViewer(AGENT)),
  concurrency,
  leaseSeconds: Number(process.env.BUS_LEASE_SECONDS ?? 60),
  timeoutMs: 60_000,
  drainMs: 10_000,
  tickMs: null,
  log,
});
process.once('SIGTERM', async () => {
  await worker.stop();
  await postgres.close();
  process.exit(0);
});
