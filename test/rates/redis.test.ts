/** Rates and an agent's minutes in Redis: gateways count together, and each alone while Redis is gone. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCaches } from '../../src/caches.ts';
import { createLog } from '../../src/log.ts';
import { createRedisWindows, type Windows } from '../../src/rates/windows.ts';
import { copyPaths, type DoctrineDraft, type TestPaths } from '../support/doctrine.ts';
import { createTestGateway, type TestAnswer, type TestGateway } from '../support/gateway.ts';
import { createTestRedis, hasRedis, type TestRedis } from '../support/redis.ts';

const AGENT = 'agent:sync-odoo-agent';
const MOST = 10;

const codes = ({ errors }: TestAnswer) => errors?.map(({ extensions }) => extensions.code);

describe.skipIf(!hasRedis)('two gateways with one Redis', () => {
  let redis: TestRedis;
  let paths: TestPaths;
  let base: TestGateway;
  let both: TestGateway[];
  const windows: Windows[] = [];
  const logged: string[] = [];

  beforeAll(async () => {
    redis = await createTestRedis();
    paths = copyPaths(({ agents }: DoctrineDraft) => {
      Object.assign(agents['sync-odoo-agent'] ?? {}, {
        limits: { perMinute: { 'Query.viewer': 2 }, perDay: {} },
      });
    });
    base = await createTestGateway();
    both = await Promise.all(
      [1, 2].map(() => {
        const log = createLog('debug', (line) => logged.push(line));
        const own = createRedisWindows(redis.url, { log, caches: createCaches() });
        windows.push(own);
        return createTestGateway({ beside: base, paths, windows: own, rates: { viewerPoints: MOST, agentPoints: 0 } });
      }),
    );
    await untilShared('ready');
  });

  afterAll(async () => {
    for (const each of windows) each.close();
    for (const each of [...both, base]) await each?.[Symbol.asyncDispose]();
    paths?.[Symbol.dispose]();
    await redis?.[Symbol.asyncDispose]();
  });

  /** Until what one counts the other one sees. */
  async function untilShared(name: string): Promise<void> {
    let tries = 0;
    const look = async () => {
      const key = `${name} ${tries++}`;
      for (const each of windows) await each.take(key, 1);
      expect((await (windows[0] as Windows).take(key, 1)).points).toBe(3);
    };
    await vi.waitFor(look, { timeout: 10_000, interval: 100 });
  }

  const [one, other] = [0, 1].map(
    (n) => (query: string, as: string) => (both[n] as TestGateway).execute(query, { as }),
  ) as [(query: string, as: string) => Promise<TestAnswer>, (query: string, as: string) => Promise<TestAnswer>];

  const nothing = '{ __typename }';

  it('count together, also what each refuses and gives back', async () => {
    for (let times = 0; times < MOST; times += 1)
      expect((await (times % 2 ? one : other)(nothing, 'ana')).errors).toBeUndefined();
    for (const ask of [one, other, one]) expect(codes(await ask(nothing, 'ana'))).toEqual(['RATE_LIMITED']);
    expect((await one(nothing, 'ben')).headers.get('ratelimit')).toMatch(/^"viewer";r=9;/);
    expect((await redis.keys()).some((key) => key.startsWith('tripoint:rates:viewer '))).toBe(true);
  });

  it('hold an agent to its minute together', async () => {
    expect((await one('{ viewer { kind } }', AGENT)).errors).toBeUndefined();
    const refused = await other('{ a: viewer { kind } b: viewer { kind } }', AGENT);
    const limit = { coordinate: 'Query.viewer', times: 2, per: 'minute' };
    expect(refused.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', limit } }]);
    expect((await other('{ viewer { kind } }', AGENT)).errors).toBeUndefined();
    expect(codes(await one('{ viewer { kind } }', AGENT))).toEqual(['RATE_LIMITED']);
  });

  it('count alone while it is gone: neither open nor closed, and no error', async () => {
    await redis.stop();
    for (const ask of [one, other]) {
      for (let times = 0; times < MOST; times += 1) expect((await ask(nothing, 'carla')).errors).toBeUndefined();
      const refused = await ask(nothing, 'carla');
      expect([refused.status, codes(refused)]).toEqual([429, ['RATE_LIMITED']]);
    }
    expect(both.flatMap(({ calls }) => calls)).toEqual([]);
    await expect.poll(() => logged.join('')).toContain('the Redis of the rates is out of order');
  });

  it('count together again once it is back', async () => {
    await redis.start();
    await untilShared('back');
    for (let times = 0; times < MOST; times += 1) await one(nothing, 'service');
    expect(codes(await other(nothing, 'service'))).toEqual(['RATE_LIMITED']);
  });

  it('count alone while it says nothing, and wait for it no longer than once', async () => {
    redis.freeze(true);
    try {
      for (let times = 0; times < MOST; times += 1) expect((await one(nothing, 'ben')).errors).toBeUndefined();
      await expect.poll(async () => codes(await one(nothing, 'ben'))).toEqual(['RATE_LIMITED']);
    } finally {
      redis.freeze(false);
    }
    await untilShared('thawed');
  });
});
