/** The search index in tests: all that waits is indexed, as the workspace-indexer, in this process. */
import { randomBytes } from 'node:crypto';
import { createLog } from '../../src/log.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import type { Embedder } from '../../src/work/search/embedder.ts';
import { createHashingEmbedder } from '../../src/work/search/hashing-embedder.ts';
import { indexBatch } from '../../src/work/search/index-batch.ts';
import { createIndexQueue, type IndexQueue } from '../../src/work/search/index-queue.ts';
import { type IndexerOptions, indexAllWaiting } from '../../src/work/search/indexer.ts';
import type { BatchOutcome } from '../../src/work/search/indexing.ts';
import type { TestGateway } from './gateway.ts';

/** What was indexed: pages and texts. */
export type Indexed = Pick<BatchOutcome, 'indexed' | 'embedded' | 'failed' | 'dead'>;

/** Indexes whatever waits, with the embedder that is built in where none is given; what fails once is dead. @returns What was done. */
export async function indexAll(gateway: Pick<TestGateway, 'sources'>, embedder?: Embedder): Promise<Indexed> {
  const total = { indexed: 0, embedded: 0, failed: 0, dead: 0 };
  await indexAllWaiting(
    indexerOptions(gateway, {
      maxAttempts: 1,
      ...(embedder && { embedder }),
      observe: ({ indexed, embedded, failed, dead }) => {
        total.indexed += indexed;
        total.embedded += embedded;
        total.failed += failed;
        total.dead += dead;
      },
    }),
    new AbortController().signal,
  );
  return total;
}

/** One batch of what is due now, whatever becomes of it. */
export function indexOneBatch(
  gateway: Pick<TestGateway, 'sources'>,
  given: Partial<IndexerOptions> & { readonly maxAttempts?: number },
): Promise<BatchOutcome> {
  return indexBatch({
    ...indexerOptions(gateway, given),
    pace: async () => {},
    signal: new AbortController().signal,
    memory: { nativeDimensions: null, failuresInRow: 0 },
  });
}

/** What an indexer of a test takes: quick to look again, and silent. */
export function indexerOptions(
  { sources }: Pick<TestGateway, 'sources'>,
  given: Partial<IndexerOptions> & { readonly maxAttempts?: number } = {},
): IndexerOptions {
  const { maxAttempts, ...options } = given;
  return {
    queue: testQueue(sources.postgres, { ...(maxAttempts !== undefined && { maxAttempts }) }),
    embedder: createHashingEmbedder(),
    batchPages: 32,
    requestsPerMinute: null,
    bell: { ring: () => {}, wait: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 20))) },
    drainMs: 5_000,
    log: createLog('silent', () => {}),
    ...options,
  };
}

/** The queue as a worker of its own. */
export function testQueue(
  postgres: PostgresSource | null,
  given: Partial<Parameters<typeof createIndexQueue>[1]> = {},
): IndexQueue {
  if (!postgres) throw new Error('the gateway has no database');
  return createIndexQueue(postgres, {
    worker: `test-${randomBytes(4).toString('hex')}`,
    leaseSeconds: 60,
    maxAttempts: 10,
    ...given,
  });
}
