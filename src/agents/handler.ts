/** What a handler is: the work of one kind of run. */
import type { ErrorCode } from '../errors.ts';
import type { ClaimedRun, Effect, NewArtifact } from '../ops/claimed-run.ts';

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

/** A claimed run, its input checked by the handler's schema where that has one. */
export type RunOf<Input> = Omit<ClaimedRun, 'input'> & { readonly input: Input };

/**
 * Does the work of one attempt. It may run again after it succeeded, where the worker dies before the ledger knows: what
 * must happen once is the handler's to see to.
 *
 * @returns The run's output: what JSON can hold.
 * @throws RunError to say how the run failed; anything else is tried again, and told as an internal error.
 */
export type Handler<Input = unknown> = (run: RunOf<Input>, tools: RunTools) => Promise<unknown>;

/** A schema of zod, or of another library that keeps to the interface `StandardSchemaV1`. */
export interface InputSchema<Input = unknown> {
  readonly '~standard': {
    readonly validate: (value: unknown) => SchemaResult<Input> | Promise<SchemaResult<Input>>;
    readonly types?: { readonly input: unknown; readonly output: Input } | undefined;
  };
}

/** What a schema says of a value. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** Something wrong with a value. */
export interface SchemaIssue {
  readonly message: string;
  /** From the value down. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** The handler of one kind of run, with what holds for it. */
export interface HandlerDefinition<Input = unknown> {
  /** What the input must be; the handler gets what the schema makes of it. A run with another input fails, once. */
  readonly input?: InputSchema<Input>;
  /** Seconds that one attempt may take; `WORKER_TIMEOUT_SECONDS` where absent. */
  readonly timeoutSeconds?: number;
  /** Runs of the kind that one worker executes at once; as many as the worker has places where absent. */
  readonly concurrency?: number;
  /** Attempts of a run at most, where its own `maxAttempts` is not less. */
  readonly attempts?: number;
  execute(run: RunOf<Input>, tools: RunTools): Promise<unknown>;
  /**
   * Takes the place of `execute` where a cancel was asked for after an attempt had begun, and changes nothing. Without it
   * such a run fails with `CONFLICT`.
   *
   * @returns The run's output, where an earlier attempt did it.
   * @throws RunCancelled where none did.
   */
  check?(run: RunOf<Input>, tools: RunTools): Promise<unknown>;
}

/** Handlers by the kind of run. */
export type Handlers = Readonly<Record<string, Handler | HandlerDefinition>>;

/** A function alone is a handler that takes any input, within the worker's own limits. */
export function definitionOf(handler: Handler | HandlerDefinition): HandlerDefinition {
  return typeof handler === 'function' ? { execute: handler } : handler;
}

/** Ties each handler's input to its schema. */
export function defineHandlers<Inputs extends Readonly<Record<string, unknown>>>(
  handlers: {
    readonly [Kind in keyof Inputs]: HandlerDefinition<Inputs[Kind]>;
  },
): Handlers {
  return handlers as unknown as Handlers;
}

/** What a handler gives as its output where somebody else goes on with the run, by the fence that it was told. */
export const HANDED_OVER = Symbol('handed over');

/** Thrown by a handler: a cancel was asked for, and nothing was done. */
export class RunCancelled extends Error {
  override readonly name = 'RunCancelled';
}

/** Whether a handler says that nothing was done: also one that has the class from another copy of this package. */
export function isRunCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'RunCancelled';
}

/** How a run failed; its message is written for whoever asked for the run: no SQL, no traceback, no secret. */
export class RunError extends Error {
  override readonly name = 'RunError';
  readonly code: ErrorCode;
  /** Whether another attempt may do better. */
  readonly retryable: boolean;
  /** Milliseconds before which another attempt has no use; null where nobody said. */
  readonly retryAfterMs: number | null;

  constructor(
    code: ErrorCode,
    message: string,
    { retryable = false, retryAfterMs = null, cause }: RunErrorOptions = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.retryable = retryable;
    this.retryAfterMs = retryAfterMs;
  }
}

interface RunErrorOptions {
  readonly retryable?: boolean;
  readonly retryAfterMs?: number | null;
  /** What happened below; logged, never told. */
  readonly cause?: unknown;
}

/** Whether a handler says how the run failed: also one that has the class from another copy of this package. */
export function isRunError(error: unknown): error is RunError {
  return error instanceof Error && error.name === 'RunError' && typeof (error as Partial<RunError>).code === 'string';
}
