/** Connections to the database, shared by viewers. */
import { givenUp } from '../abort.ts';
import type { Caches } from '../caches.ts';
import { GatewayError } from '../errors.ts';
import { createFairPlaces, type FairPlaces } from '../fair-places.ts';

/** Statements and transactions of one viewer that may wait for a connection: ten operations of as many root fields as may be. */
const MAX_WAITING = 1_000;
/** Those of all viewers. */
const MAX_WAITING_OF_ALL = 10_000;

/** @param connections Of all viewers at a time. @param caches Where the queue is made known. */
export function createConnectionPlaces(connections: number, caches?: Caches): FairPlaces {
  const places = createFairPlaces({
    places: connections,
    maxQueue: MAX_WAITING,
    maxQueued: MAX_WAITING_OF_ALL,
    refuse: (ahead) =>
      new GatewayError(
        'RATE_LIMITED',
        `${ahead} statements of yours wait for the database, and ${MAX_WAITING} are the most: wait for their answers`,
        { details: { limit: 'statements that wait', most: MAX_WAITING, asked: ahead + 1 } },
      ),
    leave: givenUp,
  });
  caches?.watch('statements that wait', MAX_WAITING_OF_ALL, () => places.queued);
  caches?.watch('viewers at the database', connections + MAX_WAITING_OF_ALL, () => places.holders);
  return places;
}
