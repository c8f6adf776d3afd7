/** One attempt of one run: marks it running, runs its handler under its lease, and tells the ledger how it ended. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { GatewayError } from '../errors.ts';
import type { Log } from '../log.ts';
import { findInfinite } from '../ops/input.ts';
import type { ClaimedRun, Ledger, RunOutcome } from '../ops/ledger.ts';
import { type CheckedHandler, type Handler, RunCancelled, RunError, type RunTools } from './handler.ts';
import { keepLease, type Lease } from './lease.ts';

/** What an attempt needs beside its run. */
export interface Executing {
  readonly ledger: Ledger;
  readonly handler: Handler | CheckedHandler;
  /** Holds, while the attempt lasts, a function that beats its lease at once. */
  readonly beats: Map<string, () => void>;
  readonly leaseSeconds: number;
  /** Milliseconds that the handler may take. */
  readonly timeoutMs: number;
  /** `performance.now()` when the lease was asked for. */
  readonly since: number;
  /** Aborted when the worker waits no longer. */
  readonly cut: AbortSignal;
  readonly log: Log;
}

/** Milliseconds between two tries to tell the ledger. */
const TELL_PAUSE_MS = 250;
/** Milliseconds that a handler has to end after its signal was aborted. */
const GRACE_MS = 1_000;

/** Never rejects: what cannot be told to the ledger is logged, and the run falls to whoever claims it next. */
export async function executeRun(run: ClaimedRun, executing: Executing): Promise<void> {
  const { ledger, leaseSeconds, since, log, beats } = executing;
  const cancel = new AbortController();
  const beat = async () => {
    if (await ledger.heartbeat(run, leaseSeconds)) cancel.abort();
  };
  const lease = keepLease({ beat, leaseSeconds, since });
  beats.set(run.id, lease.beatNow);
  try {
    if (run.isCancelRequested) cancel.abort();
    await untilHeard(() => ledger.markRunning(run), lease);
    const outcome = await runHandler(run, executing, lease, cancel);
    if (lease.lost.aborted)
      log.warn({ runId: run.id, fence: run.fence }, "the lease was lost: the run is another worker's");
    else await finish(run, outcome, executing, lease);
  } catch (err) {
    log.warn({ err, runId: run.id, fence: run.fence }, 'the run is left to whoever claims it next');
  } finally {
    beats.delete(run.id);
    lease.release();
  }
}

async function runHandler(
  run: ClaimedRun,
  executing: Executing,
  lease: Lease,
  cancel: AbortController,
): Promise<RunOutcome> {
  const { ledger, timeoutMs, cut } = executing;
  const handler = handlerOf(run, executing.handler);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(tooLate(timeoutMs)), timeoutMs);
  const signal = AbortSignal.any([lease.lost, cut, late.signal]);
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
    return handler(run, tools);
  })();
  try {
    return { outcome: 'SUCCEEDED', output: readOutput(await untilGivenUp(work, signal)) };
  } catch (error) {
    if (error instanceof RunCancelled && cancel.signal.aborted) return { outcome: 'CANCELLED' };
    return failureOf(signal.aborted && signal.reason instanceof RunError ? signal.reason : error, run, executing.log);
  } finally {
    clearTimeout(timer);
  }
}

function handlerOf({ isCancelRequested }: ClaimedRun, handler: Handler | CheckedHandler): Handler {
  if (typeof handler !== 'function') return isCancelRequested ? handler.check : handler.execute;
  return isCancelRequested ? refuseToTell : handler;
}

/** Fails a run that an earlier attempt may have done: nobody wants it done twice, and nobody knows that it was not done. */
const refuseToTell: Handler = async () => {
  throw new RunError('CONFLICT', 'The run was called off after an attempt had begun: what that one did is not known');
};

/** The outcome of `work`. After an abort it has a moment left; then its place goes to another run, whether it has ended or not. */
async function untilGivenUp<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = new AbortController();
  const givenUp = (async () => {
    await aborted(signal, over.signal);
    if (!over.signal.aborted) await delay(GRACE_MS, undefined, { signal: over.signal }).catch(() => {});
    throw signal.reason;
  })();
  try {
    return await Promise.race([work, givenUp]);
  } finally {
    givenUp.catch(() => {});
    work.catch(() => {});
    over.abort();
  }
}

/** Resolves when either is aborted. */
function aborted(signal: AbortSignal, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || over.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true, signal: over });
    over.addEventListener('abort', () => resolve(), { once: true });
  });
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
function failureOf(error: unknown, { id }: ClaimedRun, log: Log): RunOutcome {
  if (error instanceof RunError) {
    if (error.cause !== undefined) log.warn({ code: error.code, runId: id, err: error.cause }, error.message);
    return failed(error.code, error.message, error.retryable);
  }
  if (error instanceof GatewayError) {
    if (error.cause !== undefined) log.warn({ code: error.code, runId: id, err: error.cause }, error.message);
    return failed(error.code, error.message, /^(UPSTREAM|RATE|CONFLICT)/.test(error.code));
  }
  const errorId = randomUUID();
  log.error({ errorId, runId: id, err: error }, 'a handler threw what it should not');
  return failed('INTERNAL_SERVER_ERROR', `Internal error ${errorId}`, true);
}

function failed(errorCode: string, errorMessage: string, retryable: boolean): RunOutcome {
  return { outcome: 'FAILED', errorCode, errorMessage: errorMessage.replaceAll('\0', ''), retryable };
}

async function finish(run: ClaimedRun, outcome: RunOutcome, { ledger, log }: Executing, lease: Lease): Promise<void> {
  try {
    await untilHeard(() => ledger.markFinished(run, outcome), lease);
  } catch (err) {
    if (!(err instanceof GatewayError) || err.code !== 'BAD_USER_INPUT' || outcome.outcome === 'FAILED') throw err;
    // Such as `\u0000`, which JSON holds and Postgres does not.
    log.error({ err, runId: run.id }, 'the output of a handler cannot be kept');
    const message = 'The handler gave an output that the ledger cannot hold';
    await untilHeard(() => ledger.markFinished(run, failed('INTERNAL_SERVER_ERROR', message, false)), lease);
  }
}

/** Tells the ledger again and again while the lease holds, until it answers: to tell it twice changes nothing. */
async function untilHeard(tell: () => Promise<void>, lease: Lease): Promise<void> {
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
