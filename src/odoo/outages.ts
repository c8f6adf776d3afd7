/** Outages in a row, and whose calls met them: those of one viewer alone say little of Odoo. */
import { GatewayError } from '../errors.ts';
import { isOutage, isRefusedConnection } from './faults.ts';

/** Counts outages until a call succeeds. */
export interface Outages {
  /** Says whose call an error ended, before the breaker looks at it. */
  note(error: unknown, holder: string | null): void;
  /** Whether an error counts against Odoo. */
  counts(error: unknown): boolean;
  /** A call succeeded, or the breaker opened. */
  reset(): void;
}

/** Of one viewer: its own calls may be what takes Odoo too long, or what ends a worker. */
const MAX_OF_ONE = 3;

/** Starts with none. */
export function createOutages(): Outages {
  const holders = new WeakMap<object, string | null>();
  const counted = new Map<string, number>();
  return {
    note: (error, holder) => {
      if (error instanceof GatewayError) holders.set(error, holder);
    },
    counts: (error) => {
      if (!isOutage(error)) return false;
      const holder = holders.get(error as object) ?? null;
      if (holder === null || !mayBeItsOwn(error as GatewayError)) return true;
      const count = (counted.get(holder) ?? 0) + 1;
      if (count > MAX_OF_ONE) return false;
      counted.set(holder, count);
      return true;
    },
    reset: () => counted.clear(),
  };
}

/** A timeout, or a connection that was cut in the middle of the call. What nobody listens for, or answers with a status, is Odoo's. */
function mayBeItsOwn(error: GatewayError): boolean {
  if (error.code === 'UPSTREAM_TIMEOUT') return true;
  return error.cause instanceof Error && !isRefusedConnection(error.cause);
}
