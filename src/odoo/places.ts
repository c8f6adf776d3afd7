/** A bulkhead: so many calls at once, shared by viewers, and so many of each that wait for a place. */
import { GatewayError } from '../errors.ts';
import { createFairPlaces, type FairPlaces } from '../fair-places.ts';
import { cancelledFault } from './faults.ts';

/** For whom a place is taken, and how long it is wanted. */
export interface PlaceFor {
  /** Who shares, as `holderOf` names a viewer; null for the gateway's own calls. */
  readonly holder: string | null;
  readonly signal: AbortSignal;
}

/** A bulkhead and what is in it. */
export interface Places extends Pick<FairPlaces, 'executing' | 'queued'> {
  /** Runs the work when its turn comes. @throws GatewayError `RATE_LIMITED` where the holder's own queue is full. */
  run<T>(work: () => Promise<T>, place: PlaceFor): Promise<T>;
}

/** Milliseconds that a call is taken to last before one was seen. */
const FIRST_GUESS_MS = 100;

/**
 * @param maxQueue Calls of one holder that wait.
 *
 * Odoo goes on with a call that was given up: nobody can tell it to stop. For as long again as such a call has lasted, its
 * place counts as its holder's, who could otherwise keep all of Odoo's workers busy by leaving.
 */
export function createPlaces(maxConcurrency: number, maxQueue: number): Places {
  let usualMs = FIRST_GUESS_MS;
  const places = createFairPlaces({
    places: maxConcurrency,
    maxQueue,
    refuse: (ahead) => busyFault(maxQueue, Math.ceil((ahead / maxConcurrency) * usualMs)),
    leave: cancelledFault,
  });
  return {
    run: async (work, { holder, signal }) => {
      if (signal.aborted) throw cancelledFault(signal.reason);
      const give = await places.take(holder, () => signal);
      const start = performance.now();
      let lingerMs = 0;
      try {
        return await work();
      } catch (error) {
        if (signal.aborted || isLate(error)) lingerMs = performance.now() - start;
        throw error;
      } finally {
        usualMs += (performance.now() - start - usualMs) / 8;
        give(lingerMs);
      }
    },
    get executing() {
      return places.executing;
    },
    get queued() {
      return places.queued;
    },
  };
}

function isLate(error: unknown): boolean {
  return error instanceof GatewayError && error.code === 'UPSTREAM_TIMEOUT';
}

function busyFault(most: number, retryAfterMs: number): GatewayError {
  return new GatewayError(
    'RATE_LIMITED',
    `${most} calls of yours wait for Odoo, and no more may (ODOO_MAX_QUEUE): wait for their answers`,
    { surface: 'odoo', details: { limit: 'ODOO_MAX_QUEUE', most, retryAfterMs } },
  );
}
