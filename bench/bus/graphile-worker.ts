/** The peer `graphile-worker`: jobs `count`, as many at once as it is told; with `BUS_FAST=1` by its fastest settings. */
import process from 'node:process';
import { Logger, run } from 'graphile-worker';
import { openBusProcess } from '../../test/support/bus-process.ts';

const { ownerUrl, concurrency, execute, untilGo } = openBusProcess();
await untilGo();
const fastest = { localQueue: { size: 500 }, completeJobBatchDelay: 0 };
const runner = await run({
  preset: {
    worker: {
      connectionString: ownerUrl,
      concurrentJobs: concurrency,
      maxPoolSize: Math.max(10, concurrency + 2),
      ...(process.env.BUS_FAST === '1' && fastest),
    },
  },
  noHandleSignals: true,
  // Its default level tells each job.
  logger: new Logger(() => () => {}),
  parsedCronItems: [],
  taskList: {
    count: async (payload) => {
      const { job, at } = payload as { job: string; at?: number };
      await execute(job, at);
    },
  },
});
process.once('SIGTERM', async () => {
  await runner.stop();
  process.exit(0);
});
