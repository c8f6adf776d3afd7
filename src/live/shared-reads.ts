/** Reads that many followers ask for at once: equal ones are one, and only some are under way at a time. */
import { givenUp, untilAborted } from '../abort.ts';

/**
 * Runs `read`, or joins one of the same key that is under way.
 *
 * @param signal The follower's: once it is aborted, the follower has its error at once, and a read that nobody else waits
 *   for is ended.
 */
export type ShareRead = <T>(key: string, signal: AbortSignal, read: (signal: AbortSignal) => Promise<T>) => Promise<T>;

interface Shared {
  readonly reading: Promise<unknown>;
  readonly controller: AbortController;
  followers: number;
}

/**
 * The key must say all that the answer depends on, and how many wake-ups came before: a read that began before the last
 * one may have missed what it was about.
 *
 * @param limit Reads under way at most; the others wait in order, so that followers leave connections to queries.
 * @param watch Told how to count what is under way or waits.
 */
export function createSharedReads(limit: number, watch: (entries: () => number) => void): ShareRead {
  const underWay = new Map<string, Shared>();
  watch(() => underWay.size);
  const waiting: (() => void)[] = [];
  let running = 0;
  const inTurn = async <T>(signal: AbortSignal, read: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      if (signal.aborted) throw givenUp(signal.reason);
      return await read(signal);
    } finally {
      const next = waiting.shift();
      // The place is handed on: counted down first, another could slip in between.
      if (next) next();
      else running -= 1;
    }
  };
  const begin = <T>(key: string, read: (signal: AbortSignal) => Promise<T>): Shared => {
    const controller = new AbortController();
    const reading = inTurn(controller.signal, read).finally(() => forget(key, shared));
    const shared: Shared = { reading, controller, followers: 0 };
    underWay.set(key, shared);
    return shared;
  };
  const forget = (key: string, shared: Shared) => {
    if (underWay.get(key) === shared) underWay.delete(key);
  };
  return <T>(key: string, signal: AbortSignal, read: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const shared = underWay.get(key) ?? begin(key, read);
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
