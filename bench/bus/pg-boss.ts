/** The peer `pg-boss`: fetches and completes jobs in batches, and executes those of a batch as many at once as the soak says. */
import process from 'node:process';
import PgBoss from 'pg-boss';
import { openBusProcess } from '../../test/support/bus-process.ts';

/** Jobs of one fetch; it fetches twice a second at most, which is the shortest that it lets one ask for. */
const BATCH = Number(process.env.BUS_BATCH ?? 500);

const { ownerUrl, concurrency, execute, untilGo } = openBusProcess();
const boss = new PgBoss({
  connectionString: ownerUrl,
  max: Math.min(concurrency, 8),
  supervise: false,
  schedule: false,
});
boss.on('error', () => {});
await boss.start();
await untilGo();
await boss.work<{ job: string }>('count', { batchSize: BATCH, pollingIntervalSeconds: 0.5 }, async (jobs) => {
  const left = [...jobs];
  const place = async () => {
    for (let next = left.pop(); next; next = left.pop()) await execute(next.data.job);
  };
  await Promise.all(Array.from({ length: concurrency }, place));
});
process.once('SIGTERM', async () => {
  await boss.stop({ graceful: false });
  process.exit(0);
});
