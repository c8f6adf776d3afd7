/** Whether another system's clock goes as this machine's. */
import { type Check, failed, ok, skipped, warning } from './check.ts';

/** Milliseconds by which tokens and leases are off, and begin to fail. */
const LATE_MS = 30_000;
const NOTED_MS = 5_000;

/** @param who E.g. `the database`. */
export function checkClock(
  name: string,
  who: string,
  { clockMs, roundTripMs }: { readonly clockMs: number | null; readonly roundTripMs: number },
): Check {
  if (clockMs === null) return skipped(name, `${who} does not say what time it is`);
  const off = Math.max(0, Math.abs(clockMs) - roundTripMs);
  const seconds = (Math.abs(clockMs) / 1_000).toFixed(1);
  const says = `${who} is ${seconds} s ${clockMs < 0 ? 'behind' : 'ahead of'} this machine`;
  const todo = 'set the clocks by NTP: tokens, leases and idempotency go by them';
  if (off > LATE_MS) return failed(name, says, todo);
  return off > NOTED_MS ? warning(name, says, todo) : ok(name, says);
}
