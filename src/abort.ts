/** Work that ends early: its error, and how to stop waiting for it. */
import { GatewayError, type Surface } from './errors.ts';

/** Work that nobody waits for any more. @param reason Why its signal was aborted: a `TimeoutError` at the operation's end. */
export function givenUp(reason: unknown, surface?: Surface): GatewayError {
  const isLate = reason instanceof Error && reason.name === 'TimeoutError';
  const options = surface ? { surface } : {};
  return isLate
    ? new GatewayError('UPSTREAM_TIMEOUT', 'The operation took too long', options)
    : new GatewayError('UPSTREAM_UNAVAILABLE', 'The client is gone', options);
}

/** How one stops waiting. */
export interface Leaving<T> {
  /** The error that the waiting ends with, once the signal is aborted. */
  readonly error: (reason: unknown) => Error;
  readonly onLeave?: () => void;
  /** Given what comes after all. */
  readonly onLate?: (value: T) => void;
}

/** The promise's outcome, or an error at once when the signal is aborted first. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal, leaving: Leaving<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let hasLeft = false;
    const leave = () => {
      hasLeft = true;
      reject(leaving.error(signal.reason));
      leaving.onLeave?.();
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    work.then(
      (value) => {
        signal.removeEventListener('abort', leave);
        if (hasLeft) leaving.onLate?.(value);
        resolve(value);
      },
      (error: unknown) => {
        signal.removeEventListener('abort', leave);
        reject(error as Error);
      },
    );
  });
}
