/** What a batch of the indexer needs to know. */
import type { Log } from '../../log.ts';
import type { Chunk } from './chunk.ts';
import type { Embedder } from './embedder.ts';
import type { ClaimedPage, IndexQueue } from './index-queue.ts';

/** What a batch needs. */
export interface Indexing {
  readonly queue: IndexQueue;
  readonly embedder: Embedder;
  /** Pages claimed at once, 1 to 1 000. */
  readonly batchPages: number;
  /** Resolves when the embedder may be asked again: the rate limit. */
  readonly pace: () => Promise<void>;
  /** Aborted to give back what is not done yet. */
  readonly signal: AbortSignal;
  /** What one worker knows from one batch to the next. */
  readonly memory: {
    /** Length of the model's own vectors; null before any was seen. */
    nativeDimensions: number | null;
    /** Times that the embedder failed since it last answered. */
    failuresInRow: number;
  };
  readonly log: Log;
}

/** What became of a batch, in pages; `embedded` in texts. */
export interface BatchOutcome {
  readonly claimed: number;
  readonly indexed: number;
  readonly embedded: number;
  readonly failed: number;
  readonly dead: number;
  /** Whether the embedder, rather than a page, is what failed: better to wait than to go on. */
  readonly isOutage: boolean;
}

/** A page that is claimed and cut. */
export interface PageInHand {
  readonly page: ClaimedPage;
  readonly version: number;
  readonly chunks: readonly Chunk[];
}

/** A batch under way: how its pages are settled, and the count of what became of them. */
export interface Settling extends Indexing {
  readonly tally: { -readonly [Key in keyof BatchOutcome]: BatchOutcome[Key] };
  /** The page is this worker's no more: its lease is kept no longer. */
  readonly release: (pageId: string) => void;
}
