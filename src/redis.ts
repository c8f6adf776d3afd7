/** A connection to Redis of which nobody waits for long: what it is used for goes on without it. */
import { Redis } from 'ioredis';
import type { Log } from './log.ts';

/** How long is waited, and what is said when Redis is out of order. */
export interface RedisOptions {
  readonly log: Log;
  /** Logged once for each outage, with a reason that names a host at most. */
  readonly whenDown: string;
  /** Milliseconds that Redis has for one command. */
  readonly commandTimeoutMs: number;
  /** Milliseconds without an answer after which the connection is given up; never where absent. */
  readonly socketTimeoutMs?: number;
  /** Milliseconds between two tries to connect, and that one may take. */
  readonly reconnectMs: number;
}

/** Connects in the background, again and again. @param url E.g. `redis://:password@host:6379/0`. */
export function connectRedis(
  url: string,
  { log, whenDown, commandTimeoutMs, socketTimeoutMs, reconnectMs }: RedisOptions,
): Redis {
  const redis = new Redis(url, {
    // A command without a connection fails at once instead of waiting for one.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: commandTimeoutMs,
    connectTimeout: reconnectMs,
    retryStrategy: () => reconnectMs,
    ...(socketTimeoutMs !== undefined && { socketTimeout: socketTimeoutMs }),
  });
  let isDown = false;
  redis.on('ready', () => {
    isDown = false;
  });
  redis.on('error', (error: Error) => {
    if (!isDown) log.warn({ reason: error.message }, whenDown);
    isDown = true;
  });
  return redis;
}
