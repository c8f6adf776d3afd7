/**
 * Counts what agents ask against the limits of the doctrine, before anything of an operation is done: all of it, or none.
 *
 * A minute is counted in this process, from the first request on. A day is counted in the database, for all processes.
 */
import type { Viewer } from '../auth/viewer.ts';
import { createCaches } from '../caches.ts';
import { type Charge, chargesOf } from '../doctrine/limits.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { GatewayError } from '../errors.ts';

/**
 * @param coordinates Root fields, e.g. `Mutation.enqueueRun`, each as often as the operation asks for it.
 * @throws GatewayError `RATE_LIMITED` with `retryAfterMs`.
 */
export type ChargeOperation = (viewer: Viewer, coordinates: readonly string[]) => Promise<void>;

interface Window {
  startMs: number;
  times: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Counts what an agent has used of a day, all of it or none. @throws what `refuse` makes where it would be too much. */
export type Spend = (spending: {
  readonly agent: string;
  readonly charges: readonly Charge[];
  readonly refuse: (charge: Charge) => Error;
}) => Promise<void>;

/**
 * @param spend Null where no days can be counted: without a database.
 * @param now Milliseconds since 1970.
 */
export function createCharge(
  doctrine: Doctrine,
  spend: Spend | null,
  now = Date.now,
  caches = createCaches(),
): ChargeOperation {
  const windows = new Map<string, Window>();
  const limits = Object.values(doctrine.agents).flatMap(({ limits: { perMinute } }) => Object.keys(perMinute));
  caches.watch('charge windows', limits.length, () => windows.size);
  return async (viewer, coordinates) => {
    const { agent } = viewer;
    if (agent === null) return;
    const { perMinute, perDay } = chargesOf(doctrine, agent, coordinates);
    const counted = perMinute.map((charge) => ({ charge, window: openWindow(windows, agent, charge, now()) }));
    for (const { charge, window } of counted)
      if (window.times + charge.times > charge.most)
        throw limited(viewer, charge, 'minute', window.startMs + MINUTE_MS - now());
    for (const { charge, window } of counted) window.times += charge.times;
    const refuse = (charge: Charge) => limited(viewer, charge, 'day', DAY_MS - (now() % DAY_MS));
    if (perDay.length > 0) await spend?.({ agent, charges: perDay, refuse });
  };
}

function openWindow(windows: Map<string, Window>, agent: string | null, { coordinate }: Charge, nowMs: number): Window {
  const key = `${agent} ${coordinate}`;
  const known = windows.get(key);
  if (known && nowMs - known.startMs < MINUTE_MS) return known;
  const opened = { startMs: nowMs, times: 0 };
  windows.set(key, opened);
  return opened;
}

function limited({ agent }: Viewer, { coordinate, most }: Charge, per: 'minute' | 'day', retryAfterMs: number) {
  const what = coordinate.includes('.') ? coordinate : `fields of ${coordinate}`;
  return new GatewayError('RATE_LIMITED', `The agent ${agent} may ask for ${most} ${what} a ${per}, and has`, {
    details: { retryAfterMs: Math.max(1, Math.ceil(retryAfterMs)), limit: { coordinate, times: most, per } },
  });
}
