/** What a handler is: the work of one kind of run. */
import type { ErrorCode } from '../errors.ts';
import type { ClaimedRun, NewArtifact } from '../ops/ledger.ts';

/** What a handler may do beside its work. */
export interface RunTools {
  /** Aborted when the lease is lost, the run called off, its time up, or the worker stopped: the work is another's then. */
  readonly signal: AbortSignal;
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

/** Handlers by the kind of run. */
export type Handlers = Readonly<Record<string, Handler>>;

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
