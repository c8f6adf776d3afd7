/** A Redis of this test run, on a free port, that keeps nothing on disk. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { Redis } from 'ioredis';
import { findFreePort } from './free-port.ts';

/** Whether this machine has a `redis-server`. */
export const hasRedis = (() => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** A running server, that can be ended and started again on the same port. */
export interface TestRedis extends AsyncDisposable {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Leaves its connections open and says nothing on them; or goes on. */
  freeze(isFrozen: boolean): void;
  /** All keys. */
  keys(): Promise<string[]>;
}

/** Starts a server and waits until it answers. @param address Of this machine, where whoever reaches it needs no password. */
export async function createTestRedis(address = '127.0.0.1'): Promise<TestRedis> {
  const port = await findFreePort(address);
  const url = `redis://${address}:${port}`;
  let child: ChildProcess | null = null;
  const start = async () => {
    const listen = ['--port', String(port), '--bind', address, '--protected-mode', 'no'];
    const options = [...listen, '--save', '', '--appendonly', 'no'];
    child = spawn('redis-server', options, { stdio: 'ignore' });
    await withRedis(url, (redis) => redis.ping());
  };
  const stop = async () => {
    const ending = child;
    child = null;
    if (!ending) return;
    const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
    ending.kill('SIGKILL');
    await ended;
  };
  await start();
  const freeze = (isFrozen: boolean) => void child?.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT');
  return {
    url,
    start,
    stop,
    freeze,
    keys: () => withRedis(url, (redis) => redis.keys('*')),
    [Symbol.asyncDispose]: stop,
  };
}

async function withRedis<T>(url: string, use: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  redis.on('error', () => {});
  try {
    return await use(redis);
  } finally {
    redis.disconnect();
  }
}
