/** The worker of `demo-agent` in a gateway whose database lives in its own process, where no other worker can be. */
import { DEMO_AGENT, demoHandlers } from '../agents/demo-agent.ts';
import { startWorker } from '../agents/worker.ts';
import { agentViewer } from '../auth/viewer.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { createLedger, subscribeToRuns } from '../ops/ledger.ts';
import type { PostgresSource } from '../postgres/source.ts';

/**
 * Ticks no schedule. The gateway serves on, whatever becomes of the worker.
 *
 * @returns Ends it: what is under way is cut, and done again at the next start.
 */
export function startWorkerInProcess(
  { worker: { concurrency, leaseSeconds, timeoutMs } }: Pick<Config, 'worker'>,
  { postgres, log }: { readonly postgres: PostgresSource; readonly log: Log },
): () => Promise<void> {
  const worker = startWorker({
    agent: DEMO_AGENT,
    name: 'embedded',
    handlers: demoHandlers,
    ledger: createLedger(postgres, agentViewer(DEMO_AGENT)),
    ...{ concurrency, leaseSeconds, timeoutMs, drainMs: 0, tickMs: null },
    subscribe: (notices) => subscribeToRuns(postgres, notices),
    log,
  });
  worker.ended.catch((err: unknown) => log.error({ err }, 'the worker ended: runs of demo-agent stay queued'));
  return worker.stop;
}
