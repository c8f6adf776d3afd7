/** The lease of one run, kept by heartbeats while its handler is at work. */
import { GatewayError } from '../errors.ts';

/** A lease that is being kept. */
export interface Lease {
  /** Aborted when it is lost, or may be: the ledger says so, or did not answer until it ran out. */
  readonly lost: AbortSignal;
  /** Beats now, and not at the next time. */
  beatNow(): void;
  /** Ends the heartbeats. */
  release(): void;
}

/** How to keep it. */
export interface LeaseOptions {
  /** Extends the lease by `leaseSeconds` from now. */
  readonly beat: () => Promise<void>;
  readonly leaseSeconds: number;
  /** `performance.now()` when the lease was asked for. */
  readonly since: number;
}

/** Beats at a third of the lease: two may be lost. */
export function keepLease({ beat, leaseSeconds, since }: LeaseOptions): Lease {
  const leaseMs = leaseSeconds * 1_000;
  const lost = new AbortController();
  const lose = () => lost.abort();
  let expiry = expireAt(since + leaseMs, lose);
  let released = false;
  let next: NodeJS.Timeout;
  const beatOnce = async () => {
    const asked = performance.now();
    try {
      await beat();
      clearTimeout(expiry);
      if (!released) expiry = expireAt(asked + leaseMs, lose);
    } catch (error) {
      // A fault that may pass is left to the next beat, or to the expiry.
      if (isRefusal(error)) lose();
    }
    if (!released && !lost.signal.aborted) next = setTimeout(beatOnce, leaseMs / 3);
  };
  next = setTimeout(beatOnce, leaseMs / 3);
  return {
    lost: lost.signal,
    beatNow: () => {
      clearTimeout(next);
      if (!released && !lost.signal.aborted) next = setTimeout(beatOnce, 0);
    },
    release: () => {
      released = true;
      clearTimeout(next);
      clearTimeout(expiry);
    },
  };
}

function expireAt(time: number, lose: () => void): NodeJS.Timeout {
  return setTimeout(lose, Math.max(0, time - performance.now()));
}

/** Whether the ledger understood and said no, as opposed to not answering. */
function isRefusal(error: unknown): boolean {
  return error instanceof GatewayError && ['CONFLICT', 'NOT_FOUND', 'FORBIDDEN'].includes(error.code);
}
