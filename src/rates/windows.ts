/**
 * What was used in the minute under way, by key: in this process, or in Redis for all gateways together.
 *
 * A minute begins with the first that is taken of a key. Redis out of order is not the end of a limit, nor of service: a
 * window of this process stands in until it is back.
 */
import { RateLimiterRedis, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Caches } from '../caches.ts';
import type { Log } from '../log.ts';
import { connectRedis } from '../redis.ts';

/** What a key has used of its minute. */
export interface Used {
  readonly points: number;
  /** Milliseconds until its minute ends. */
  readonly resetMs: number;
}

/** Counts. */
export interface Windows {
  /** Adds points, also beyond any limit: who asks decides. At once in this process. @param points A whole number. */
  take(key: string, points: number): Used | Promise<Used>;
  /** Takes back what was added for something that was then refused. */
  giveBack(key: string, points: number): Promise<void>;
  close(): void;
}

const MINUTE_SECONDS = 60;
const PREFIX = 'tripoint:rates';
/** Keys that a process counts: what was not asked for the longest goes when there are more. */
const KEYS = { maxEntries: 100_000, maxWeight: 100_000, weigh: () => 1 };
/** Milliseconds that Redis has for one command: each operation waits for it. */
const COMMAND_TIMEOUT_MS = 200;
/** Milliseconds without a sign of life after which the connection is given up, so that nobody waits for it. */
const SOCKET_TIMEOUT_MS = 500;
/** Milliseconds between two tries to connect. */
const RECONNECT_MS = 500;

/** A minute under way. */
interface Minute {
  points: number;
  readonly endMs: number;
}

/** Counts in this process: a map, since a promise for each would cost a small request a tenth of its time. */
export function createMemoryWindows(caches: Caches): Windows & { take(key: string, points: number): Used } {
  const minutes = caches.create<Minute>('rate windows', KEYS);
  const take = (key: string, points: number): Used => {
    const now = Date.now();
    const known = minutes.get(key);
    const minute = known && known.endMs > now ? known : { points: 0, endMs: now + MINUTE_SECONDS * 1_000 };
    if (minute !== known) minutes.set(key, minute);
    minute.points += points;
    return { points: minute.points, resetMs: minute.endMs - now };
  };
  return { take, giveBack: async (key, points) => void take(key, -points), close: () => {} };
}

/** Counts in Redis, and in this process while Redis does not answer. @param url E.g. `redis://:password@host:6379/0`. */
export function createRedisWindows(url: string, { log, caches }: { log: Log; caches: Caches }): Windows {
  const insurance = createMemoryWindows(caches);
  const redis = connectRedis(url, {
    log,
    whenDown: 'the Redis of the rates is out of order: each gateway counts alone',
    commandTimeoutMs: COMMAND_TIMEOUT_MS,
    socketTimeoutMs: SOCKET_TIMEOUT_MS,
    reconnectMs: RECONNECT_MS,
  });
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    points: Number.MAX_SAFE_INTEGER,
    duration: MINUTE_SECONDS,
    keyPrefix: PREFIX,
    rejectIfRedisNotReady: true,
  });
  return {
    // A penalty and not a `consume`: it says how much is used, and refuses nothing.
    take: (key, points) => limiter.penalty(key, points).then(toUsed, () => insurance.take(key, points)),
    giveBack: async (key, points) => {
      await limiter.reward(key, points).catch(() => insurance.giveBack(key, points));
    },
    close: () => redis.disconnect(),
  };
}

function toUsed({ consumedPoints, msBeforeNext }: RateLimiterRes): Used {
  return { points: consumedPoints, resetMs: Math.max(1, msBeforeNext) };
}
