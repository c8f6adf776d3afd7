/** Answers in Redis, shared by all gateways. Where Redis is out of order, reads go on without a cache. */
import type { Log } from '../log.ts';
import { connectRedis } from '../redis.ts';
import type { CacheStore } from './cache.ts';

const PREFIX = 'tripoint:odoo:';
/** Milliseconds that Redis has for one command: more would cost a read more than it saves. */
const COMMAND_TIMEOUT_MS = 250;
/** Milliseconds between two tries to connect. */
const RECONNECT_MS = 1_000;

/** Connects in the background, again and again. @param url E.g. `redis://:password@host:6379/0`. */
export function createRedisStore(url: string, log: Log): CacheStore {
  const redis = connectRedis(url, {
    log,
    whenDown: 'the Redis of the cache is out of order: Odoo is asked each time',
    commandTimeoutMs: COMMAND_TIMEOUT_MS,
    reconnectMs: RECONNECT_MS,
  });
  return {
    get: (key) => redis.get(PREFIX + key).catch(() => null),
    set: async (key, text, ttlMs) => {
      await redis.set(PREFIX + key, text, 'PX', Math.max(1, Math.round(ttlMs))).catch(() => null);
    },
    close: async () => redis.disconnect(),
  };
}
