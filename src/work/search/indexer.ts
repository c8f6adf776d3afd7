/** The indexer: takes pages from the queue for as long as it runs, waits while there are none, and drains when it is told to stop. */
import { setTimeout as delay } from 'node:timers/promises';
import { isRetryable } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Embedder } from './embedder.ts';
import { indexBatch } from './index-batch.ts';
import type { IndexQueue } from './index-queue.ts';
import type { BatchOutcome, Indexing } from './indexing.ts';

/** How it works. */
export interface IndexerOptions {
  readonly queue: IndexQueue;
  readonly embedder: Embedder;
  /** Pages claimed at once, 1 to 1 000. */
  readonly batchPages: number;
  /** Requests to the embedder a minute at most; null for as many as it takes. */
  readonly requestsPerMinute: number | null;
  /** Rung when a page may be due; `wait` resolves then, or after so many milliseconds. */
  readonly bell: { readonly ring: () => void; readonly wait: (ms: number) => Promise<void> };
  /** Milliseconds that a batch under way has to end when the indexer is stopped. */
  readonly drainMs: number;
  /** Told after each batch that had pages. */
  readonly observe?: (outcome: BatchOutcome) => void;
  readonly log: Log;
}

/** An indexer at work. */
export interface Indexer {
  /** Resolves when it has stopped; rejects with why it cannot go on, e.g. where it may not claim. */
  readonly ended: Promise<void>;
  /** Claims no more, and gives the batch under way time to end. Resolves as `ended` does, and never rejects. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks at a queue that was empty: what a notice does not tell is found then. */
const POLL_MS = 2_000;
/** Milliseconds between two looks at least, where the first found less than a batch. */
const BREATH_MS = 250;
/** Milliseconds to wait after the embedder or the database failed: the first time, doubled up to the last. */
const PAUSE_MS = [1_000, 60_000] as const;

/** Starts at once. */
export function startIndexer(options: IndexerOptions): Indexer {
  const state = { isStopping: false, stop: new AbortController(), cut: new AbortController() };
  const indexing = prepare(options, state.cut.signal, state.stop.signal);
  const ended = run(options, indexing, state);
  return {
    ended,
    stop: async () => {
      state.isStopping = true;
      state.stop.abort();
      options.bell.ring();
      const timer = setTimeout(() => state.cut.abort(), options.drainMs);
      await ended.catch(() => {});
      clearTimeout(timer);
    },
  };
}

/** Indexes until nothing waits in the queue, and what failed has been tried as often as it may. */
export async function indexAllWaiting(options: IndexerOptions, signal: AbortSignal): Promise<void> {
  const indexing = prepare(options, signal, signal);
  let pauseMs: number = PAUSE_MS[0];
  while (!signal.aborted) {
    const outcome = await indexBatch(indexing);
    if (outcome.claimed > 0) options.observe?.(outcome);
    pauseMs = outcome.isOutage ? Math.min(pauseMs * 2, PAUSE_MS[1]) : PAUSE_MS[0];
    if (outcome.isOutage) await sleep(pauseMs, signal);
    if (outcome.claimed > 0) continue;
    if ((await options.queue.countWaiting()) === 0) return;
    await options.bell.wait(POLL_MS / 4);
  }
}

interface State {
  isStopping: boolean;
  readonly stop: AbortController;
  readonly cut: AbortController;
}

async function run(options: IndexerOptions, indexing: Indexing, state: State): Promise<void> {
  const { bell, batchPages, observe } = options;
  let pauseMs: number = PAUSE_MS[0];
  let isIdle = false;
  while (!state.isStopping) {
    const outcome = await tryBatch(indexing);
    if (outcome) isIdle = tell(outcome, isIdle, options.log);
    if (outcome && outcome.claimed > 0) observe?.(outcome);
    if (!outcome || outcome.isOutage) {
      await sleep(pauseMs, state.stop.signal);
      pauseMs = Math.min(pauseMs * 2, PAUSE_MS[1]);
      continue;
    }
    pauseMs = PAUSE_MS[0];
    // Not at once, though there is more: whoever else lives in this process has its turn, and edits that follow each
    // other closely are indexed together.
    await sleep(outcome.claimed < batchPages ? BREATH_MS : 0, state.stop.signal);
    if (outcome.claimed < batchPages && !state.isStopping) await bell.wait(outcome.claimed > 0 ? BREATH_MS : POLL_MS);
  }
}

/** A line for each batch, and one when there is nothing more to do. @returns Whether there is. */
function tell({ isOutage, ...batch }: BatchOutcome, wasIdle: boolean, log: Log): boolean {
  const isIdle = batch.claimed === 0;
  if (isOutage) log.warn(batch, 'the embedder fails: the indexer waits');
  else if (batch.failed > 0) log.warn(batch, 'pages of a batch could not be indexed');
  else if (!isIdle) log.info(batch, 'a batch of pages was indexed');
  else if (!wasIdle) log.info('no page is due: the indexer waits');
  return isIdle;
}

/** Null where the database did not answer, and may again. */
async function tryBatch(indexing: Indexing): Promise<BatchOutcome | null> {
  try {
    return await indexBatch(indexing);
  } catch (err) {
    if (!isRetryable(err)) throw err;
    indexing.log.warn({ err }, 'the queue of the search index does not answer: the indexer tries again');
    return null;
  }
}

function prepare(options: IndexerOptions, cut: AbortSignal, stop: AbortSignal): Indexing {
  const { queue, embedder, batchPages, requestsPerMinute, log } = options;
  const memory = { nativeDimensions: null, failuresInRow: 0 };
  return { queue, embedder, batchPages, pace: createPace(requestsPerMinute, stop), signal: cut, memory, log };
}

/** Requests evenly apart: a burst is what limits count. */
function createPace(requestsPerMinute: number | null, stop: AbortSignal): () => Promise<void> {
  if (requestsPerMinute === null) return async () => {};
  let freeAt = 0;
  return async () => {
    const now = performance.now();
    const waitMs = Math.max(0, freeAt - now);
    freeAt = Math.max(now, freeAt) + 60_000 / requestsPerMinute;
    if (waitMs > 0) await sleep(waitMs, stop);
  };
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {});
}
