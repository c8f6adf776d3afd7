/** The peer `pg-boss`: four loops that fetch and complete jobs in batches, woken by notices. */
import process from 'node:process';
import { PgBoss } from 'pg-boss';
import { openBusProcess } from '../../test/support/bus-process.ts';

/** Jobs of one fetch. */
const BATCH = Number(process.env.BUS_BATCH ?? 100);
const LOOPS = 4;

const { ownerUrl, concurrency, execute, untilGo } = openBusProcess();
const boss = new PgBoss({
  connectionString: ownerUrl,
  max: 10,
  supervise: false,
  schedule: false,
  useListenNotify: true,
});
boss.on('error', () => {});
await boss.start();
await untilGo();
const settings = { batchSize: BATCH, localConcurrency: LOOPS, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true };
await boss.work<{ job: string; at?: number }>('count', settings, async (jobs) => {
  const left = [...jobs];
  const place = async () => {
    for (let next = left.pop(); next; next = left.pop()) await execute(next.data.job, next.data.at);
  };
  await Promise.all(Array.from({ length: concurrency }, place));
});
process.once('SIGTERM', async () => {
  await boss.stop({ graceful: false });
  process.exit(0);
});
