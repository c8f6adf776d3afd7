/** The worker: claims runs of one agent, executes as many at once as it has places, and drains when it is told to stop. */
import { setTimeout as delay } from 'node:timers/promises';
import { isRetryable } from '../errors.ts';
import type { Log } from '../log.ts';
import type { ClaimedRun, Ledger, RunNotices } from '../ops/ledger.ts';
import { type Bell, createBell } from './bell.ts';
import { executeRun } from './execute.ts';
import { type Handlers, RunError } from './handler.ts';

/** How a worker works. */
export interface WorkerOptions {
  readonly ledger: Ledger;
  /** Name of the agent in the doctrine; its runs are claimed. */
  readonly agent: string;
  /** Name of this worker, for the ledger's events. */
  readonly name: string;
  /** Kinds that are not among them are not claimed. */
  readonly handlers: Handlers;
  /** Runs at once, 1 to 500. */
  readonly concurrency: number;
  /** Seconds that a run stays this worker's without a heartbeat, 5 to 3 600. */
  readonly leaseSeconds: number;
  /** Milliseconds that one attempt may take. */
  readonly timeoutMs: number;
  /** Milliseconds that runs under way have left when the worker is stopped. */
  readonly drainMs: number;
  /** Milliseconds between two claims that find nothing: the first, doubled up to the last. Default 500 and 5 000. */
  readonly pollMs?: readonly [min: number, max: number];
  /** Milliseconds between two ticks of the schedules; null for none. */
  readonly tickMs: number | null;
  /** Calls back whenever something may be due or called off; gives the way to end that. */
  readonly subscribe?: (notices: RunNotices) => () => Promise<void>;
  readonly log: Log;
}

/** A worker at work. */
export interface Worker {
  /** Resolves when the worker has stopped; rejects with why it cannot go on, e.g. where it may not claim. */
  readonly ended: Promise<void>;
  /** Claims no more, waits for what is under way, cuts what takes too long. Resolves as `ended` does, and never rejects. */
  stop(): Promise<void>;
}

const POLL_MS = [500, 5_000] as const;
/** Milliseconds between two claims at least, where the first found less than it asked for. */
const CLAIM_PAUSE_MS = 100;
/** Milliseconds that runs which were cut have to be told to the ledger. */
const CUT_MS = 3_000;

/** Starts at once. */
export function startWorker(options: WorkerOptions): Worker {
  const state: State = {
    ...{ bell: createBell(), running: new Set(), beats: new Map(), cut: new AbortController() },
    isStopping: false,
  };
  const unsubscribe = options.subscribe?.({
    wake: state.bell.ring,
    // The answer to the heartbeat says whether it is so.
    cancelRequested: (runId) => state.beats.get(runId)?.(),
  });
  const ticking = options.tickMs === null ? null : startTicking(options, options.tickMs);
  const work = async () => {
    try {
      await claimUntilStopped(options, state);
    } finally {
      ticking?.stop();
      await Promise.all([unsubscribe?.(), drain(options, state)]);
    }
  };
  const ended = work();
  return {
    ended,
    stop: () => {
      state.isStopping = true;
      state.bell.ring();
      return ended.catch(() => {});
    },
  };
}

interface State {
  readonly bell: Bell;
  readonly running: Set<Promise<void>>;
  /** How to have the lease of a run under way beaten at once. */
  readonly beats: Map<string, () => void>;
  /** Aborted to end handlers that are under way. */
  readonly cut: AbortController;
  isStopping: boolean;
}

async function claimUntilStopped(options: WorkerOptions, state: State): Promise<void> {
  const { concurrency, log } = options;
  const [minMs, maxMs] = options.pollMs ?? POLL_MS;
  let pauseMs = minMs;
  while (!state.isStopping) {
    const free = concurrency - state.running.size;
    if (free === 0) {
      await state.bell.wait(maxMs);
      continue;
    }
    const since = performance.now();
    const claimed = await claim(options, free).catch((err: unknown) => {
      if (!isRetryable(err)) throw err;
      log.warn({ err }, 'the ledger does not answer: the worker tries again');
      return null;
    });
    for (const run of claimed ?? []) start(run, since, options, state);
    if (claimed?.length === free) continue;
    pauseMs = claimed === null ? maxMs : claimed.length > 0 ? minMs : Math.min(pauseMs * 2, maxMs);
    await delay(CLAIM_PAUSE_MS);
    if (!state.isStopping) await state.bell.wait(pauseMs);
  }
}

function claim({ ledger, agent, name, handlers, leaseSeconds }: WorkerOptions, maxRuns: number) {
  return ledger.claim({ agent, worker: name, kinds: Object.keys(handlers), maxRuns, leaseSeconds });
}

function start(run: ClaimedRun, since: number, options: WorkerOptions, { running, beats, cut, bell }: State): void {
  const handler = options.handlers[run.kind];
  if (!handler) throw new TypeError(`the ledger gave a run of kind "${run.kind}", which was not asked for`);
  const { ledger, leaseSeconds, timeoutMs, log, concurrency } = options;
  const executing = { ledger, handler, beats, leaseSeconds, timeoutMs, since, cut: cut.signal, log };
  const attempt = executeRun(run, executing).finally(() => {
    running.delete(attempt);
    // There was no place until now, and more may be due.
    if (running.size === concurrency - 1) bell.ring();
  });
  running.add(attempt);
}

async function drain({ drainMs, log }: WorkerOptions, { running, cut }: State): Promise<void> {
  if (await endsWithin(running, drainMs)) return;
  log.warn({ runs: running.size }, 'runs take too long: they are cut, and will be tried again');
  cut.abort(new RunError('UPSTREAM_UNAVAILABLE', 'The worker was stopped before the run ended', { retryable: true }));
  if (!(await endsWithin(running, CUT_MS)))
    log.error({ runs: running.size }, 'runs are left behind until their leases end');
}

async function endsWithin(running: ReadonlySet<Promise<void>>, ms: number): Promise<boolean> {
  const over = new AbortController();
  const late = delay(ms, false, { signal: over.signal }).catch(() => false);
  const isDone = await Promise.race([Promise.all(running).then(() => true), late]);
  over.abort();
  return isDone;
}

/** Ticks of many workers at once enqueue each due time once: the ledger sees to that. */
function startTicking({ ledger, log }: WorkerOptions, tickMs: number): { stop(): void } {
  let isTicking = false;
  const timer = setInterval(async () => {
    if (isTicking) return;
    isTicking = true;
    await ledger.tick().catch((err: unknown) => log.warn({ err }, 'the schedules could not be ticked'));
    isTicking = false;
  }, tickMs);
  return { stop: () => clearInterval(timer) };
}
