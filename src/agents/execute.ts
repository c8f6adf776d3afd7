/** One attempt of one run: marks it running, runs its handler under its lease, and tells the ledger how it ended. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { GatewayError } from '../errors.ts';
import type { Log } from '../log.ts';
import { findInfinite } from '../ops/input.ts';
import type { ClaimedRun, Ledger, RunOutcome } from '../ops/ledger.ts';
import { withSpan } from '../tracing/span.ts';
import { traceIdOf } from '../tracing/traceparent.ts';
import { checkInput } from './check-input.ts';
import {
  HANDED_OVER,
  type Handler,
  type HandlerDefinition,
  isRunCancelled,
  isRunError,
  RunCancelled,
  RunError,
  type RunTools,
} from './handler.ts';
import type { HeldRun } from './held-run.ts';
import type { Lease } from './lease.ts';
import type { WorkerObserver } from './observe.ts';
import { endRunSpan, openRunSpan } from './run-span.ts';
import type { Teller } from './teller.ts';

/** What an attempt needs beside its run. */
export interface Executing {
  readonly ledger: Ledger;
  readonly teller: Teller;
  readonly handler: HandlerDefinition;
  /** Milliseconds that the handler may take. */
  readonly timeoutMs: number;
  /** Aborted when the worker waits no longer. */
  readonly cut: AbortSignal;
  /** Called when the handler has ended, before the ledger has heard of it: its place is another run's. */
  readonly freed: () => void;
  readonly tell: Pick<WorkerObserver, 'ended'>;
  readonly log: Log;
}

/** Milliseconds between two tries to tell the ledger. */
const TELL_PAUSE_MS = 250;
/** As long as the ledger lets a run wait for another attempt, however long the handler asks for. */
const MAX_RETRY_AFTER_SECONDS = 86_400;
/** Milliseconds that a handler has to end after its signal was aborted. */
const GRACE_MS = 1_000;

/** Never rejects: what cannot be told to the ledger is logged, and the run falls to whoever claims it next. */
export async function executeRun(held: HeldRun, executing: Executing): Promise<void> {
  const span = openRunSpan(held);
  const start = performance.now();
  let ended: RunOutcome | null | undefined;
  try {
    ended = await span.within(() => attempt(held, executing));
  } finally {
    const { id, agent, kind, attempt } = held.run;
    endRunSpan(span, ended);
    executing.tell.ended({
      run: { id, agent, kind, attempt },
      outcome: ended === undefined ? 'LOST' : (ended?.outcome ?? 'HANDED_OVER'),
      code: ended?.outcome === 'FAILED' ? ended.errorCode : null,
      ms: performance.now() - start,
      traceId: traceIdOf(span.trace),
    });
  }
}

/** How it ended, as far as the ledger has heard of it: null where somebody else goes on, undefined where nobody was told. */
async function attempt(held: HeldRun, executing: Executing): Promise<RunOutcome | null | undefined> {
  const { run, lease, cancel } = held;
  const { teller, log, freed } = executing;
  try {
    const wasCancelled = await untilHeard(() => teller.start(run), lease);
    if (wasCancelled) cancel.abort();
    // It may have been asked for while the run waited for its place.
    const isCancelRequested = run.isCancelRequested || wasCancelled;
    const outcome = await runHandler({ ...held, run: { ...run, isCancelRequested } }, executing);
    freed();
    if (outcome === null) return null;
    if (!lease.lost.aborted) return await finish(run, outcome, executing, lease);
    log.warn({ runId: run.id, fence: run.fence }, "the lease was lost: the run is another worker's");
  } catch (err) {
    log.warn({ err, runId: run.id, fence: run.fence }, 'the run is left to whoever claims it next');
  } finally {
    freed();
    held.letGo();
  }
  return undefined;
}

/** Null where somebody else goes on with the run. */
async function runHandler({ run, lease, cancel }: HeldRun, executing: Executing): Promise<RunOutcome | null> {
  const { ledger, timeoutMs, cut } = executing;
  const { input, attempts = Number.POSITIVE_INFINITY } = executing.handler;
  const handler = handlerOf(run, executing.handler);
  const { signal, release } = joinEnds([lease.lost, cut], timeoutMs);
  const tools: RunTools = {
    signal,
    cancelRequested: cancel.signal,
    beginEffect: async (payload) => {
      if (await ledger.beginEffect(run, payload)) return;
      cancel.abort();
      throw new RunCancelled();
    },
    readEffect: () => ledger.readEffect(run),
    append: (type: string, payload?: unknown) => ledger.appendEvent(run, type, payload),
    recordArtifact: (artifact: Parameters<Ledger['recordArtifact']>[1]) => ledger.recordArtifact(run, artifact),
  };
  // In a function of its own: a handler that throws before its first await is no different from one that rejects.
  const work = (async () => {
    if (run.inputProblem !== null) throw new RunError('BAD_USER_INPUT', run.inputProblem);
    const checked = input ? { ...run, input: await checkInput(input, run.input) } : run;
    return withSpan('handler', {}, () => handler(checked, tools));
  })();
  try {
    const output = await untilGivenUp(work, signal);
    return output === HANDED_OVER ? null : { outcome: 'SUCCEEDED', output: readOutput(output) };
  } catch (error) {
    if (isRunCancelled(error) && cancel.signal.aborted) return { outcome: 'CANCELLED' };
    const failure = failureOf(signal.aborted && isRunError(signal.reason) ? signal.reason : error, run, executing.log);
    return { ...failure, retryable: failure.retryable && run.attempt < attempts };
  } finally {
    release();
  }
}

/** Aborted by the first of the signals, or when the time is up. By hand: `AbortSignal.any` costs more than all else of a quick run. */
function joinEnds(
  signals: readonly AbortSignal[],
  timeoutMs: number,
): { readonly signal: AbortSignal; readonly release: () => void } {
  const end = new AbortController();
  const follow = () => end.abort(signals.find(({ aborted }) => aborted)?.reason);
  const timer = setTimeout(() => end.abort(tooLate(timeoutMs)), timeoutMs);
  for (const signal of signals) signal.addEventListener('abort', follow, { once: true });
  if (signals.some(({ aborted }) => aborted)) follow();
  const release = () => {
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener('abort', follow);
  };
  return { signal: end.signal, release };
}

function handlerOf({ isCancelRequested }: ClaimedRun, definition: HandlerDefinition): Handler {
  const { execute, check = refuseToTell } = definition;
  return (isCancelRequested ? check : execute).bind(definition);
}

/** Fails a run that an earlier attempt may have done: nobody wants it done twice, and nobody knows that it was not done. */
const refuseToTell: Handler = async () => {
  throw new RunError('CONFLICT', 'The run was called off after an attempt had begun: what that one did is not known');
};

/** The outcome of `work`. After an abort it has a moment left; then its place goes to another run, whether it has ended or not. */
async function untilGivenUp<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const givenUp = new Promise<never>((_resolve, reject) => {
    let grace: NodeJS.Timeout | undefined;
    const begin = () => {
      grace = setTimeout(() => reject(signal.reason), GRACE_MS);
    };
    stop = () => {
      clearTimeout(grace);
      signal.removeEventListener('abort', begin);
    };
    if (signal.aborted) begin();
    else signal.addEventListener('abort', begin, { once: true });
  });
  try {
    return await Promise.race([work, givenUp]);
  } finally {
    work.catch(() => {});
    stop();
  }
}

/** @throws RunError for what JSON cannot hold: `JSON.stringify` itself writes null for NaN. */
function readOutput(output: unknown): unknown {
  try {
    const infinite = findInfinite(output, ['output']);
    if (infinite) throw new RunError('INTERNAL_SERVER_ERROR', notFinite(infinite));
    return JSON.parse(JSON.stringify(output) ?? 'null');
  } catch (cause) {
    if (cause instanceof RunError) throw cause;
    throw new RunError('INTERNAL_SERVER_ERROR', 'The handler gave an output that JSON cannot hold', { cause });
  }
}

function notFinite(path: readonly PropertyKey[]): string {
  return `The handler gave a number at ${path.join('.')} that is not finite: JSON has none such`;
}

function tooLate(timeoutMs: number): RunError {
  return new RunError('UPSTREAM_TIMEOUT', `The handler took longer than ${timeoutMs / 1_000} s`, { retryable: true });
}

/** An error that nobody wrote for the client is masked, and the log carries its id. */
function failureOf(error: unknown, { id }: ClaimedRun, log: Log): Failure {
  if (isRunError(error)) {
    if (error.cause !== undefined) log.warn({ code: error.code, runId: id, err: error.cause }, error.message);
    return { ...failed(error.code, error.message, error.retryable), ...waitOf(error) };
  }
  if (error instanceof GatewayError) {
    if (error.cause !== undefined) log.warn({ code: error.code, runId: id, err: error.cause }, error.message);
    return failed(error.code, error.message, /^(UPSTREAM|RATE|CONFLICT)/.test(error.code));
  }
  const errorId = randomUUID();
  log.error({ errorId, runId: id, err: error }, 'a handler threw what it should not');
  return failed('INTERNAL_SERVER_ERROR', `Internal error ${errorId}`, true);
}

type Failure = Extract<RunOutcome, { readonly outcome: 'FAILED' }>;

function waitOf({ retryAfterMs = null }: RunError): Pick<Failure, 'retryAfterSeconds'> {
  return retryAfterMs === null
    ? {}
    : { retryAfterSeconds: Math.min(Math.ceil(retryAfterMs / 1_000), MAX_RETRY_AFTER_SECONDS) };
}

function failed(errorCode: string, errorMessage: string, retryable: boolean): Failure {
  return { outcome: 'FAILED', errorCode, errorMessage: errorMessage.replaceAll('\0', ''), retryable };
}

/** @returns What the ledger was told. */
async function finish(
  run: ClaimedRun,
  outcome: RunOutcome,
  { teller, log }: Executing,
  lease: Lease,
): Promise<RunOutcome> {
  try {
    await untilHeard(() => teller.finish(run, outcome), lease);
    return outcome;
  } catch (err) {
    if (!(err instanceof GatewayError) || err.code !== 'BAD_USER_INPUT' || outcome.outcome === 'FAILED') throw err;
    // Such as `\u0000`, which JSON holds and Postgres does not.
    log.error({ err, runId: run.id }, 'the output of a handler cannot be kept');
    const message = 'The handler gave an output that the ledger cannot hold';
    const instead = failed('INTERNAL_SERVER_ERROR', message, false);
    await untilHeard(() => teller.finish(run, instead), lease);
    return instead;
  }
}

/** Tells the ledger again and again while the lease holds, until it answers: to tell it twice changes nothing. */
async function untilHeard<T>(tell: () => Promise<T>, lease: Lease): Promise<T> {
  for (;;) {
    try {
      return await tell();
    } catch (error) {
      const code = error instanceof GatewayError ? error.code : null;
      if (lease.lost.aborted || (code !== 'UPSTREAM_UNAVAILABLE' && code !== 'UPSTREAM_TIMEOUT')) throw error;
      await delay(TELL_PAUSE_MS);
    }
  }
}
