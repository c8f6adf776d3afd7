/**
 * What was used in the minute under way, by key: in this process, or in Redis for all gateways together.
 *
 * A minute begins with the first that is taken of a key. Redis out of order is not the end of a limit, nor of service: a
 * window of this process stands in until it is back.
 */
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Caches } from '../caches.ts';
import type { Log } from '../log.ts';

/** What a key has used of its minute. */
export interface Used {
  readonly points: number;
  /** Milliseconds until its minute ends. */
  readonly resetMs: number;
}

/** Counts. */
export interface Windows {
  /** Adds points, also beyond any limit: who asks decides. @param points A whole number. */
  take(key: string, points: number): Promise<Used>;
  /** Takes back what was added for something that was then refused. */
  giveBack(key: string, points: number): Promise<void>;
  close(): void;
}

const MINUTE_SECONDS = 60;
const PREFIX = 'tripoint:rates';
/** Keys that a process counts: the oldest goes when there are more. */
const MAX_KEYS = 100_000;
/** Milliseconds that Redis has for one command: each operation waits for it. */
const COMMAND_TIMEOUT_MS = 200;
/** Milliseconds without a sign of life after which the connection is given up, so that nobody waits for it. */
const SOCKET_TIMEOUT_MS = 500;
/** Milliseconds between two tries to connect. */
const RECONNECT_MS = 500;

/** Counts in this process. */
export function createMemoryWindows(caches: Caches): Windows {
  const limiter = createMemory();
  const bound = createBound(limiter, caches);
  return {
    take: async (key, points) => {
      bound(key);
      return toUsed(await limiter.penalty(key, points));
    },
    giveBack: async (key, points) => void (await limiter.reward(key, points)),
    close: () => {},
  };
}

/** Counts in Redis, and in this process while Redis does not answer. @param url E.g. `redis://:password@host:6379/0`. */
export function createRedisWindows(url: string, { log, caches }: { log: Log; caches: Caches }): Windows {
  const insurance = createMemory();
  const bound = createBound(insurance, caches);
  const redis = connect(url, log);
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    points: Number.MAX_SAFE_INTEGER,
    duration: MINUTE_SECONDS,
    keyPrefix: PREFIX,
    rejectIfRedisNotReady: true,
    insuranceLimiter: insurance,
  });
  return {
    take: async (key, points) => {
      if (redis.status !== 'ready') bound(key);
      return toUsed(await limiter.penalty(key, points));
    },
    giveBack: async (key, points) => void (await limiter.reward(key, points)),
    close: () => redis.disconnect(),
  };
}

function createMemory(): RateLimiterMemory {
  return new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: MINUTE_SECONDS, keyPrefix: PREFIX });
}

function toUsed({ consumedPoints, msBeforeNext }: RateLimiterRes): Used {
  return { points: consumedPoints, resetMs: Math.max(1, msBeforeNext) };
}

/** Forgets the oldest keys where there are too many; told of each before it is counted. */
function createBound(limiter: RateLimiterMemory, caches: Caches): (key: string) => void {
  /** When each is over, the oldest first. */
  const keys = new Map<string, number>();
  caches.watch('rate windows', MAX_KEYS, () => keys.size);
  return (key) => {
    const now = Date.now();
    for (const [oldest, endMs] of keys) {
      if (endMs > now && keys.size < MAX_KEYS) break;
      keys.delete(oldest);
      if (endMs > now) void limiter.delete(oldest);
    }
    if (!keys.has(key)) keys.set(key, now + MINUTE_SECONDS * 1_000);
  };
}

function connect(url: string, log: Log): Redis {
  const redis = new Redis(url, {
    // A command without a connection fails at once instead of waiting for one.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    connectTimeout: RECONNECT_MS,
    retryStrategy: () => RECONNECT_MS,
  });
  let isDown = false;
  redis.on('ready', () => {
    isDown = false;
  });
  // Once for each outage; the message names a host at most.
  redis.on('error', (error: Error) => {
    if (!isDown)
      log.warn({ reason: error.message }, 'the Redis of the rates is out of order: each gateway counts alone');
    isDown = true;
  });
  return redis;
}
