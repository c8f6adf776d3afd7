/** Reads that many followers ask for at once: equal ones are one, and only some are under way at a time. */
import { givenUp, untilAborted } from '../abort.ts';
import { createFairPlaces } from '../fair-places.ts';

/** Who follows. */
export interface Follower {
  /** With whom it shares the reads; followers of one key have the same. */
  readonly holder: string;
  /** Once it is aborted, the follower has its error at once, and a read that nobody else waits for is ended. */
  readonly signal: AbortSignal;
}

/** Runs `read`, or joins one of the same key that is under way. */
export type ShareRead = <T>(key: string, follower: Follower, read: (signal: AbortSignal) => Promise<T>) => Promise<T>;

interface Shared {
  readonly reading: Promise<unknown>;
  readonly controller: AbortController;
  followers: number;
}

/**
 * The key must say all that the answer depends on, and how many wake-ups came before: a read that began before the last
 * one may have missed what it was about.
 *
 * @param limit Reads under way at most; the others wait for their turns, so that followers leave connections to queries.
 * @param watch Told how to count what is under way or waits.
 */
export function createSharedReads(limit: number, watch: (entries: () => number) => void): ShareRead {
  const underWay = new Map<string, Shared>();
  watch(() => underWay.size);
  // Each subscription has one read at most.
  const places = createFairPlaces({
    places: limit,
    maxQueue: Number.POSITIVE_INFINITY,
    refuse: () => new Error('unreachable: the queue has no end'),
    leave: givenUp,
  });
  const inTurn = async <T>({ holder, signal }: Follower, read: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const give = await places.take(holder, () => signal);
    try {
      if (signal.aborted) throw givenUp(signal.reason);
      return await read(signal);
    } finally {
      give();
    }
  };
  const begin = <T>(key: string, holder: string, read: (signal: AbortSignal) => Promise<T>): Shared => {
    const controller = new AbortController();
    const reading = inTurn({ holder, signal: controller.signal }, read).finally(() => forget(key, shared));
    const shared: Shared = { reading, controller, followers: 0 };
    underWay.set(key, shared);
    return shared;
  };
  const forget = (key: string, shared: Shared) => {
    if (underWay.get(key) === shared) underWay.delete(key);
  };
  return <T>(key: string, { holder, signal }: Follower, read: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const shared = underWay.get(key) ?? begin(key, holder, read);
    shared.followers += 1;
    const onLeave = () => {
      shared.followers -= 1;
      if (shared.followers > 0) return;
      // Whoever comes now begins anew.
      forget(key, shared);
      shared.controller.abort(signal.reason);
    };
    return untilAborted(shared.reading as Promise<T>, signal, { error: givenUp, onLeave });
  };
}
