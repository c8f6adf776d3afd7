/** The indexer as commands start it: on the gateway's database, with what the configuration says. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { createBell } from '../agents/bell.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { PostgresSource } from '../postgres/source.ts';
import type { Embedder } from '../work/search/embedder.ts';
import { createIndexQueue } from '../work/search/index-queue.ts';
import { type IndexerOptions, startIndexer } from '../work/search/indexer.ts';

/** The channel of all changes of pages. */
const CHANNEL = 'tripoint_work';

/** What an indexer takes, and the end of its listening. */
export interface PreparedIndexer {
  readonly name: string;
  readonly options: IndexerOptions;
  readonly close: () => Promise<void>;
}

/** Listens for changes of pages where the database passes notices on. A missed one is found at the next look at the queue. */
export function prepareIndexer(
  { indexer }: Pick<Config, 'indexer'>,
  given: { readonly postgres: PostgresSource; readonly embedder: Embedder; readonly log: Log },
): PreparedIndexer {
  const { postgres, embedder, log } = given;
  const name = `${hostname()}-${randomBytes(4).toString('hex')}`;
  const { batchPages, leaseSeconds, maxAttempts, requestsPerMinute, drainMs } = indexer;
  const bell = createBell();
  const listening = postgres.listen?.([CHANNEL], { notice: bell.ring, connected: bell.ring, lost: () => {} });
  const queue = createIndexQueue(postgres, { worker: name, leaseSeconds, maxAttempts });
  return {
    name,
    options: { queue, embedder, batchPages, requestsPerMinute, bell, drainMs, log },
    close: async () => listening?.close(),
  };
}

/**
 * The indexer of a gateway whose database lives in its own process. The gateway serves on, whatever becomes of the indexer.
 *
 * @returns Ends it: what is under way is given back.
 */
export function startIndexerInProcess(
  config: Pick<Config, 'indexer'>,
  given: Parameters<typeof prepareIndexer>[1],
): () => Promise<void> {
  const { options, close } = prepareIndexer(config, given);
  const indexer = startIndexer({ ...options, drainMs: 0 });
  indexer.ended.catch((err: unknown) => given.log.error({ err }, 'the indexer ended: pages are indexed no more'));
  return async () => {
    await indexer.stop();
    await close();
  };
}
