/** What a handler is: the work of one kind of run. */
import type { ErrorCode } from '../errors.ts';
import type { ClaimedRun, Effect, NewArtifact } from '../ops/ledger.ts';

/** What a handler may do beside its work. */
export interface RunTools {
  /** Aborted when the lease is lost, its time up, or the worker stopped: the work is another's then. */
  readonly signal: AbortSignal;
  /**
   * Aborted when somebody has asked to cancel the run. Stop where that is safe, and throw `RunCancelled` where nothing was
   * done. A handler that goes on ends as always, and the ledger says that the cancel came too late.
   */
  readonly cancelRequested: AbortSignal;
  /**
   * Call it before another system is changed, with what `check` will need to find out whether it was.
   *
   * @throws RunCancelled where a cancel was asked for before.
   */
  readonly beginEffect: (payload?: unknown) => Promise<void>;
  /** What the latest attempt gave to `beginEffect`; null where none came that far. */
  readonly readEffect: () => Promise<Effect | null>;
  /** Appends an event, as long as the lease holds. @param type E.g. `odoo.written`. */
  readonly append: (type: string, payload?: unknown) => Promise<void>;
  /** Records a file in object storage. @returns The artifact's uuid. */
  readonly recordArtifact: (artifact: NewArtifact) => Promise<string>;
}

/**
 * Does the work of one attempt. It may run again after it succeeded, where the worker dies before the ledger knows: what
 * must happen once is the handler's to see to.
 *
 * @returns The run's output: what JSON can hold.
 * @throws RunError to say how the run failed; anything else is tried again, and told as an internal error.
 */
export type Handler = (run: ClaimedRun, tools: RunTools) => Promise<unknown>;

/** A handler that can also find out what an earlier attempt did. */
export interface CheckedHandler {
  readonly execute: Handler;
  /**
   * Takes the place of `execute` where a cancel was asked for after an attempt had begun, and changes nothing.
   *
   * @returns The run's output, where an earlier attempt did it.
   * @throws RunCancelled where none did.
   */
  readonly check: Handler;
}

/** Handlers by the kind of run. */
export type Handlers = Readonly<Record<string, Handler | CheckedHandler>>;

/** Thrown by a handler: a cancel was asked for, and nothing was done. */
export class RunCancelled extends Error {
  override readonly name = 'RunCancelled';
}

/** How a run failed; its message is written for whoever asked for the run: no SQL, no traceback, no secret. */
export class RunError extends Error {
  override readonly name = 'RunError';
  readonly code: ErrorCode;
  /** Whether another attempt may do better. */
  readonly retryable: boolean;

  constructor(
    code: ErrorCode,
    message: string,
    { retryable = false, cause }: { retryable?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.retryable = retryable;
  }
}
