/** Queries and mutations that are under way: so many of each viewer, over whatever doors. */
import { givenUp } from '../abort.ts';
import type { Caches } from '../caches.ts';
import { GatewayError } from '../errors.ts';
import { createFairPlaces, type FairPlaces } from '../fair-places.ts';

/** Of one viewer at a time, as long as nobody else is about. */
const AT_ONCE = 64;
/** While others are: a browser has six requests under way, and each is begun in the one event loop that all share. */
const AMONG_OTHERS = 16;
/** Of one viewer that wait. */
const MAX_WAITING = 1_000;
/** Of all viewers. */
const MAX_WAITING_OF_ALL = 10_000;

/** No number of places in all: those that wait for an upstream keep nobody from another one. */
export function createOperationPlaces(caches: Caches): FairPlaces {
  const places = createFairPlaces({
    places: Number.POSITIVE_INFINITY,
    most: AT_ONCE,
    mostAmongOthers: AMONG_OTHERS,
    maxQueue: MAX_WAITING,
    maxQueued: MAX_WAITING_OF_ALL,
    refuse: (ahead) =>
      new GatewayError(
        'RATE_LIMITED',
        `${ahead} operations of yours wait for their turn, and ${MAX_WAITING} are the most: wait for their answers`,
        { details: { limit: 'operations that wait', most: MAX_WAITING, asked: ahead + 1 } },
      ),
    leave: givenUp,
  });
  caches.watch('operations that wait', MAX_WAITING_OF_ALL, () => places.queued);
  return places;
}
