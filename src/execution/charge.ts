/**
 * Counts what agents ask against the limits of the doctrine, before anything of an operation is done: all of it, or none.
 *
 * A minute is counted in this process, from the first request on. A day is counted in the database, for all processes.
 */
import { SERVICE, type Viewer } from '../auth/viewer.ts';
import { createCaches } from '../caches.ts';
import { type Charge, chargesOf } from '../doctrine/limits.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { GatewayError } from '../errors.ts';
import type { PostgresSource } from '../postgres/source.ts';

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

/** @param now Milliseconds since 1970. */
export function createCharge(
  doctrine: Doctrine,
  postgres: PostgresSource | null,
  now = Date.now,
  caches = createCaches(),
): ChargeOperation {
  const windows = new Map<string, Window>();
  const limits = Object.values(doctrine.agents).flatMap(({ limits: { perMinute } }) => Object.keys(perMinute));
  caches.watch('charge windows', limits.length, () => windows.size);
  return async (viewer, coordinates) => {
    if (viewer.agent === null) return;
    const { perMinute, perDay } = chargesOf(doctrine, viewer.agent, coordinates);
    const counted = perMinute.map((charge) => ({ charge, window: openWindow(windows, viewer.agent, charge, now()) }));
    for (const { charge, window } of counted)
      if (window.times + charge.times > charge.most)
        throw limited(viewer, charge, 'minute', window.startMs + MINUTE_MS - now());
    for (const { charge, window } of counted) window.times += charge.times;
    if (perDay.length > 0 && postgres) await spend(viewer, perDay, postgres, now);
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

const SPEND =
  "select coalesce(ops.spend_budget(agent => $1, coordinate => $2, times => $3, most => $4)::text, 'nothing')";

/** In a transaction of its own: operations of one agent would wait for each other else. Counted by us, not by the agent. */
async function spend(viewer: Viewer, charges: readonly Charge[], postgres: PostgresSource, now: () => number) {
  await postgres.transact(SERVICE, async (run) => {
    for (const charge of charges) {
      const { coordinate, times, most } = charge;
      const left = await run({ text: SPEND, values: [viewer.agent, coordinate, times, most] });
      if (left.toString('utf8') === 'nothing') throw limited(viewer, charge, 'day', DAY_MS - (now() % DAY_MS));
    }
  });
}

function limited({ agent }: Viewer, { coordinate, most }: Charge, per: 'minute' | 'day', retryAfterMs: number) {
  const what = coordinate.includes('.') ? coordinate : `fields of ${coordinate}`;
  return new GatewayError('RATE_LIMITED', `The agent ${agent} may ask for ${most} ${what} a ${per}, and has`, {
    details: { retryAfterMs: Math.max(1, Math.ceil(retryAfterMs)), limit: { coordinate, times: most, per } },
  });
}
