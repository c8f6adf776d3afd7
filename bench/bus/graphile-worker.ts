/** The peer `graphile-worker`: jobs `count`, as many at once as the soak says. */
import process from 'node:process';
import { Logger, run } from 'graphile-worker';
import { openBusProcess } from '../../test/support/bus-process.ts';

const { ownerUrl, concurrency, execute, untilGo } = openBusProcess();
await untilGo();
const runner = await run({
  connectionString: ownerUrl,
  maxPoolSize: Math.min(concurrency, 8),
  concurrency,
  noHandleSignals: true,
  // Its default level tells each job.
  logger: new Logger(() => () => {}),
  parsedCronItems: [],
  taskList: { count: async (payload) => execute((payload as { job: string }).job) },
});
process.once('SIGTERM', async () => {
  await runner.stop();
  process.exit(0);
});
