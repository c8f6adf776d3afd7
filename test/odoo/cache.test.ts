/** The cache of reads: off by default, never older than it may be, never another viewer's, and honest about its age. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../src/log.ts';
import type { CacheStore, OdooCacheLimits } from '../../src/odoo/cache.ts';
import { createMemoryStore } from '../../src/odoo/cache-memory.ts';
import { createRedisStore } from '../../src/odoo/cache-redis.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { createTestGateway, type TestAnswer, type TestGateway } from '../support/gateway.ts';
import { createTestServer, isLearnt, type TestServer } from '../support/http-server.ts';
import { createTestRedis, hasRedis, type TestRedis } from '../support/redis.ts';

const QUERY = '{ partners { nodes { name } } }';
const LIMITS: OdooCacheLimits = { maxAgeSeconds: 30, staleIfErrorSeconds: 60 };

/** An Odoo whose only partner has a new name at each read; `status` other than 200 is its answer instead. */
function createCountingOdoo() {
  const state = { reads: 0, status: 200 };
  const server = createTestServer((request, response) => {
    if (isLearnt(request.url)) return void response.writeHead(state.status).end('{}');
    state.reads += 1;
    const records = [{ id: 1, name: `read ${state.reads}` }];
    response.writeHead(state.status).end(state.status === 200 ? JSON.stringify({ length: 1, records }) : '');
  });
  return { state, server };
}

const nameIn = ({ data }: TestAnswer) =>
  (data as { partners: { nodes: { name: string }[] } | null } | null)?.partners?.nodes[0]?.name;
const asOf = ({ extensions }: TestAnswer) =>
  (extensions?.tripoint as { snapshot?: { asOf: string } } | undefined)?.snapshot?.asOf;

describe.each([
  ['the memory of the process', true],
  ['Redis', hasRedis],
])('a cache in %s', (name, isThere) => {
  const isRedis = name === 'Redis';
  let redis: TestRedis | null = null;
  let base: TestGateway;
  let odoo: TestServer;
  let state: { reads: number; status: number };
  let store: CacheStore;
  const logged: string[] = [];

  const open = (given: { cache?: OdooCacheLimits | null; store?: CacheStore } = {}) => {
    const { cache = LIMITS } = given;
    const config = { url: odoo.url, database: null, apiKey: 'k', timeoutMs: 2_000, maxConcurrency: 4, cache };
    return createTestGateway({ beside: base, odoo: createOdooClient(config, { store: given.store ?? store }) });
  };
  const openStore = () =>
    isRedis
      ? createRedisStore(
          redis?.url ?? '',
          createLog('debug', (line) => logged.push(line)),
        )
      : createMemoryStore();

  beforeAll(async () => {
    base = await createTestGateway();
    if (isRedis && isThere) redis = await createTestRedis();
  });
  afterAll(async () => {
    await redis?.[Symbol.asyncDispose]();
    await base[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    const counting = createCountingOdoo();
    state = counting.state;
    odoo = await counting.server;
    if (!isThere) return;
    store = openStore();
    await vi.waitFor(
      async () => {
        await store.set('probe', 'x', 1_000);
        expect(await store.get('probe')).toBe('x');
      },
      { timeout: 20_000 },
    );
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await store?.close();
    await odoo[Symbol.asyncDispose]();
  });

  it.skipIf(!isThere)('is not used where it is off', async () => {
    await using gateway = await open({ cache: null });
    expect(nameIn(await gateway.execute(QUERY, { as: 'ana' }))).toBe('read 1');
    const answer = await gateway.execute(QUERY, { as: 'ana' });
    expect(nameIn(answer)).toBe('read 2');
    expect(answer.extensions).toBeUndefined();
  });

  it.skipIf(!isThere)('answers until the age is reached, says of when the answer is, and then asks again', async () => {
    await using gateway = await open();
    const first = await gateway.execute(QUERY, { as: 'ana' });
    expect(asOf(first)).toBeUndefined();
    const asked = Date.now();
    vi.setSystemTime(asked + 29_000);
    const second = await gateway.execute(QUERY, { as: 'ana' });
    expect(nameIn(second)).toBe('read 1');
    expect(asOf(second)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Math.abs(Date.parse(asOf(second) ?? '') - asked)).toBeLessThan(1_000);
    vi.setSystemTime(asked + 31_000);
    const third = await gateway.execute(QUERY, { as: 'ana' });
    expect(nameIn(third)).toBe('read 2');
    expect(third.extensions).toBeUndefined();
  });

  it.skipIf(!isThere)("never answers with another viewer's answer, other arguments or another language", async () => {
    await using gateway = await open();
    await gateway.execute(QUERY, { as: 'ana' });
    expect(nameIn(await gateway.execute(QUERY, { as: 'ben' }))).toBe('read 2');
    expect(nameIn(await gateway.execute(QUERY, { as: 'service' }))).toBe('read 3');
    expect(nameIn(await gateway.execute('{ partners(first: 3) { nodes { name } } }', { as: 'ana' }))).toBe('read 4');
    const inFrench = await gateway.execute(`query @inOdoo(lang: "fr_FR") ${QUERY}`, { as: 'ana' });
    expect(asOf(inFrench)).toBeUndefined();
    expect(state.reads).toBeGreaterThan(4);
    expect(nameIn(await gateway.execute(QUERY, { as: 'ana' }))).toBe('read 1');
  });

  it.skipIf(!isThere)('answers a little longer while Odoo is down, and no longer than it may', async () => {
    await using gateway = await open();
    await gateway.execute(QUERY, { as: 'ana' });
    const asked = Date.now();
    state.status = 503;
    vi.setSystemTime(asked + 80_000);
    const stale = await gateway.execute(QUERY, { as: 'ana' });
    expect(stale.errors).toBeUndefined();
    expect(nameIn(stale)).toBe('read 1');
    expect(Math.abs(Date.parse(asOf(stale) ?? '') - asked)).toBeLessThan(1_000);
    vi.setSystemTime(asked + 91_000);
    const { errors } = await gateway.execute(QUERY, { as: 'ana' });
    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
  });

  it.skipIf(!isThere)('keeps no error, and does not answer for an Odoo that refuses', async () => {
    await using gateway = await open();
    await gateway.execute(QUERY, { as: 'ana' });
    vi.setSystemTime(Date.now() + 40_000);
    state.status = 403;
    expect((await gateway.execute(QUERY, { as: 'ana' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    state.status = 200;
    // What is refused is asked in parts, to answer the rest: here nothing of it is answered.
    expect(nameIn(await gateway.execute(QUERY, { as: 'ana' }))).toBe('read 4');
  });

  it.skipIf(!isRedis || !isThere)('is shared by two gateways, and its keys tell nothing', async () => {
    const other = openStore();
    await using one = await open();
    await one.execute(QUERY, { as: 'carla' });
    await vi.waitFor(
      async () => {
        await using two = await open({ store: other });
        expect(asOf(await two.execute(QUERY, { as: 'carla' }))).toBeDefined();
      },
      { timeout: 20_000 },
    );
    await other.close();
    const keys = (await redis?.keys()) ?? [];
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).toMatch(/^tripoint:odoo:([\w-]{43}|probe)$/);
  });

  it.skipIf(!isRedis || !isThere)('that is down costs a read nothing but the cache, and comes back', async () => {
    await using gateway = await open();
    await gateway.execute(QUERY, { as: 'ana' });
    logged.length = 0;
    await redis?.stop();
    for (let nth = 2; nth <= 4; nth += 1) {
      const start = performance.now();
      const answer = await gateway.execute(QUERY, { as: 'ana' });
      expect(nameIn(answer)).toBe(`read ${nth}`);
      expect(answer.extensions).toBeUndefined();
      expect(performance.now() - start).toBeLessThan(1_000);
    }
    const warnings = () => logged.filter((line) => line.includes('out of order'));
    await vi.waitFor(() => expect(warnings()).not.toEqual([]), { timeout: 5_000 });
    // Once for the outage, not at each try to connect.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(warnings()).toHaveLength(1);
    await redis?.start();
    await vi.waitFor(async () => expect(asOf(await gateway.execute(QUERY, { as: 'ana' }))).toBeDefined(), {
      timeout: 5_000,
      interval: 100,
    });
  });
});

describe('the memory', () => {
  it('holds so many entries, and drops the one that was not used for longest', async () => {
    const store = createMemoryStore({ maxEntries: 3, maxBytes: 1_000 });
    for (const key of ['a', 'b', 'c']) await store.set(key, key, 60_000);
    await store.get('a');
    await store.set('d', 'd', 60_000);
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((key) => store.get(key)))).toEqual(['a', null, 'c', 'd']);
  });

  it('holds so many bytes, and nothing that is larger than itself', async () => {
    const store = createMemoryStore({ maxEntries: 100, maxBytes: 10 });
    await store.set('a', 'é'.repeat(3), 60_000);
    await store.set('b', 'x'.repeat(4), 60_000);
    expect(await store.get('a')).toBe('ééé');
    await store.set('c', 'x'.repeat(5), 60_000);
    expect(await Promise.all(['a', 'b', 'c'].map((key) => store.get(key)))).toEqual([null, null, 'xxxxx']);
    await store.set('d', 'x'.repeat(11), 60_000);
    expect(await Promise.all(['c', 'd'].map((key) => store.get(key)))).toEqual(['xxxxx', null]);
    await store.set('c', 'y', 60_000);
    await store.set('e', 'z'.repeat(9), 60_000);
    expect(await Promise.all(['c', 'e'].map((key) => store.get(key)))).toEqual(['y', 'z'.repeat(9)]);
  });
});
