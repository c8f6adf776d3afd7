/** The worker: claims runs of one agent, executes as many at once as it has places, and drains when it is told to stop. */
import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { isRetryable } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Ledger, RunNotices } from '../ops/ledger.ts';
import { type Bell, createBell } from './bell.ts';
import { executeRun } from './execute.ts';
import { definitionOf, type HandlerDefinition, type Handlers, RunError } from './handler.ts';
import { type HeldRun, holdRun } from './held-run.ts';
import { createTellWorker, type TellWorker, type WorkerObserver } from './observe.ts';
import { type Ahead, createPace, type Pace } from './pace.ts';
import { createTeller, type Teller } from './teller.ts';

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
  /** Runs that are claimed ahead of a free place, while handlers are quick; default 200 at most, within 50 ms. */
  readonly ahead?: Ahead;
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
  readonly observe?: WorkerObserver;
  readonly log: Log;
}

/** A worker at work. */
export interface Worker {
  /** Resolves when the worker has stopped; rejects with why it cannot go on, e.g. where it may not claim. */
  readonly ended: Promise<void>;
  /** Claims no more, gives back what waits, waits for what is under way, cuts what takes too long. Resolves as `ended` does, and never rejects. */
  stop(): Promise<void>;
  /** Runs that have a place here, and those that wait for one. */
  load(): { readonly taken: number; readonly waiting: number };
}

const POLL_MS = [500, 5_000] as const;
/** Milliseconds between two claims at least, where the last found less than it asked for: first, doubled for each that finds nothing. */
const CLAIM_PAUSE_MS = [5, 100] as const;
/** Runs of one claim at most. */
const MAX_CLAIM = 500;
/** About as long as a claim takes. */
const AHEAD: Ahead = { most: 200, withinMs: 50 };
/** Milliseconds after which a run that still waits here for a place is given back, and between two looks. */
const WAIT_MS = 1_000;
const LOOK_MS = 250;
/** Milliseconds that runs which were cut have to be told to the ledger. */
const CUT_MS = 3_000;

/** Starts at once. */
export function startWorker(options: WorkerOptions): Worker {
  const state = createState(options);
  const unsubscribe = options.subscribe?.({
    agent: options.agent,
    wake: state.bell.ring,
    // The answer to the heartbeat says whether it is so.
    cancelRequested: (runId) => state.beats.get(runId)?.(),
  });
  const ticking = options.tickMs === null ? null : startTicking(options, options.tickMs);
  const looking = setInterval(() => void giveBack(options, state, WAIT_MS), LOOK_MS);
  const work = async () => {
    try {
      await claimUntilStopped(options, state);
    } finally {
      ticking?.stop();
      clearInterval(looking);
      await Promise.all([unsubscribe?.(), giveBack(options, state, 0), drain(options, state)]);
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
    load: () => ({ taken: state.pace.taken(), waiting: state.waiting.length }),
  };
}

interface State {
  readonly bell: Bell;
  readonly teller: Teller;
  readonly pace: Pace;
  readonly tell: TellWorker;
  /** By the kinds that have handlers. */
  readonly definitions: ReadonlyMap<string, HandlerDefinition>;
  /** Runs of each kind that have a place. */
  readonly placed: Map<string, number>;
  /** Claimed, and without a place so far; the first is the next. */
  readonly waiting: HeldRun[];
  /** Attempts under way, until the ledger has heard how they ended. */
  readonly running: Set<Promise<void>>;
  /** How to have the lease of a run beaten at once that is held here. */
  readonly beats: Map<string, () => void>;
  /** Aborted to end handlers that are under way. */
  readonly cut: AbortController;
  /** Whether the last claim found less than it asked for, and nothing was said since: there is no more until the ledger says so, or some time has passed. */
  isEmpty: boolean;
  isStopping: boolean;
}

function createState(options: WorkerOptions): State {
  const { ledger, handlers, concurrency, ahead = AHEAD, agent, log, observe } = options;
  const cut = new AbortController();
  // Each run under way listens to it, which is no leak.
  setMaxListeners(0, cut.signal);
  return {
    bell: createBell(),
    teller: createTeller(ledger),
    pace: createPace(concurrency, ahead),
    tell: createTellWorker(agent, log, observe),
    definitions: new Map(Object.entries(handlers).map(([kind, handler]) => [kind, definitionOf(handler)])),
    placed: new Map(),
    waiting: [],
    running: new Set(),
    beats: new Map(),
    cut,
    isEmpty: false,
    isStopping: false,
  };
}

async function claimUntilStopped(options: WorkerOptions, state: State): Promise<void> {
  const [minMs, maxMs] = options.pollMs ?? POLL_MS;
  const [minPauseMs, maxPauseMs] = CLAIM_PAUSE_MS;
  let pollMs = minMs;
  let pauseMs: number = minPauseMs;
  while (!state.isStopping) {
    const wanted = countWanted(options, state);
    if (wanted === 0) {
      // It was woken, perhaps, and does not look: the next place that is free does.
      state.isEmpty = false;
      await state.bell.wait(maxMs);
      continue;
    }
    const found = await claim(wanted, options, state);
    if (found) state.tell.claimed(found);
    else if (found === 0 && state.running.size + state.waiting.length === 0) state.tell.idle();
    state.isEmpty = found !== wanted;
    fillPlaces(options, state);
    if (found === wanted) continue;
    pollMs = found === null ? maxMs : found > 0 ? minMs : Math.min(pollMs * 2, maxMs);
    pauseMs = found ? minPauseMs : Math.min(pauseMs * 2, maxPauseMs);
    await delay(pauseMs);
    if (!state.isStopping) await state.bell.wait(pollMs);
  }
}

/** Runs to claim now: for the free places, and so many as will have one soon. */
function countWanted({ concurrency }: WorkerOptions, { pace, waiting }: State): number {
  const ahead = pace.ahead();
  const free = concurrency - pace.taken() - waiting.length;
  // Many at a time, and not one for each that begins.
  if (free <= 0 && waiting.length > ahead / 2) return 0;
  return Math.max(0, Math.min(MAX_CLAIM, free + ahead));
}

/** @returns How many it found; null where the ledger does not answer. */
async function claim(maxRuns: number, options: WorkerOptions, state: State): Promise<number | null> {
  const { ledger, agent, name, leaseSeconds, log } = options;
  const { waiting, beats } = state;
  const since = performance.now();
  let found = 0;
  try {
    for (const { kinds, most } of claimsOf(state)) {
      const wanted = Math.min(maxRuns - found, most);
      if (wanted <= 0) continue;
      const runs = await ledger.claim({ agent, worker: name, kinds, maxRuns: wanted, leaseSeconds });
      waiting.push(...runs.map((run) => holdRun(run, { ledger, leaseSeconds, since, beats })));
      found += runs.length;
    }
    // What is urgent goes before what was claimed ahead of it.
    waiting.sort((one, other) => one.run.rank - other.run.rank);
    return found;
  } catch (err) {
    if (!isRetryable(err)) throw err;
    log.warn({ err }, 'the ledger does not answer: the worker tries again');
    return null;
  }
}

/** Kinds that are claimed together: those without a limit of their own, and each other one as far as its limit goes. */
function claimsOf({ definitions, placed, waiting }: State): { readonly kinds: string[]; readonly most: number }[] {
  const limited = [...definitions].flatMap(([kind, { concurrency }]) => {
    if (concurrency === undefined) return [];
    const held = (placed.get(kind) ?? 0) + waiting.filter(({ run }) => run.kind === kind).length;
    return [{ kinds: [kind], most: concurrency - held }];
  });
  const free = [...definitions].flatMap(([kind, { concurrency }]) => (concurrency === undefined ? [kind] : []));
  return free.length > 0 ? [{ kinds: free, most: MAX_CLAIM }, ...limited] : limited;
}

/** As long as there is a place, and not more ends that the ledger has still to hear of than there are places. */
function fillPlaces(options: WorkerOptions, state: State): void {
  const { waiting, running, pace, bell } = state;
  const { concurrency } = options;
  while (!state.isStopping && pace.taken() < concurrency && running.size < 2 * concurrency) {
    const next = waiting.shift();
    if (!next) break;
    if (next.lease.lost.aborted) next.letGo();
    else start(next, options, state);
  }
  if (!state.isEmpty && countWanted(options, state) > 0) bell.ring();
}

function start(held: HeldRun, options: WorkerOptions, state: State): void {
  const { kind } = held.run;
  const handler = state.definitions.get(kind);
  if (!handler) throw new TypeError(`the ledger gave a run of kind "${kind}", which was not asked for`);
  const { ledger, log } = options;
  const timeoutMs = handler.timeoutSeconds === undefined ? options.timeoutMs : handler.timeoutSeconds * 1_000;
  const { teller, tell, running, cut } = state;
  const leave = takePlace(kind, handler, state);
  const freed = () => {
    leave();
    fillPlaces(options, state);
  };
  const executing = { ledger, teller, tell, handler, timeoutMs, cut: cut.signal, freed, log };
  const attempt = executeRun(held, executing).finally(() => {
    running.delete(attempt);
    fillPlaces(options, state);
  });
  running.add(attempt);
}

/** @returns Frees the place; once is enough. */
function takePlace(kind: string, { concurrency }: HandlerDefinition, state: State): () => void {
  const { pace, placed } = state;
  const leave = pace.take();
  const count = (change: 1 | -1) => placed.set(kind, (placed.get(kind) ?? 0) + change);
  let isTaken = true;
  count(1);
  return () => {
    leave();
    if (!isTaken) return;
    isTaken = false;
    count(-1);
    // Runs of the kind may wait that no claim asked for so far.
    if (concurrency !== undefined) state.isEmpty = false;
  };
}

/** What has waited for so long that another worker may have a place for it sooner, or this one is stopped. */
async function giveBack({ ledger, log }: WorkerOptions, { waiting }: State, waitedMs: number): Promise<void> {
  const before = performance.now() - waitedMs;
  const given = waiting.filter(({ since }) => since <= before);
  if (given.length === 0) return;
  waiting.splice(0, waiting.length, ...waiting.filter(({ since }) => since > before));
  for (const { letGo } of given) letGo();
  for (let from = 0; from < given.length; from += MAX_CLAIM)
    await ledger
      .giveBack(given.slice(from, from + MAX_CLAIM).map(({ run }) => run))
      .catch((err: unknown) => log.warn({ err, runs: given.length }, 'runs are not given back: their leases run out'));
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
