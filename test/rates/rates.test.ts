/** Rates: how many points a minute a viewer, an agent, a client and an address may use, at every door. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCaches } from '../../src/caches.ts';
import { readConfig } from '../../src/config.ts';
import { seedId } from '../../src/demo/seed/seed.ts';
import { RATE_LIMITS } from '../../src/rates/rates.ts';
import { createMemoryWindows } from '../../src/rates/windows.ts';
import type { OperationEnd } from '../../src/report.ts';
import { createTestGateway, type TestAnswer, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { DOORS, errorsOf, subscribe } from '../support/live.ts';
import { openSocket } from '../support/socket.ts';

let base: TestGateway;

beforeAll(async () => {
  base = await createTestGateway();
});

afterAll(() => base[Symbol.asyncDispose]());

/** An operation of so many points. */
const ofCost = (cost: number) => `{ spaces(first: ${cost}) { nodes { id } } }`;

const codes = ({ errors }: TestAnswer) => errors?.map(({ extensions }) => extensions.code);

describe('a rate', () => {
  it('is used up by what operations cost, and a refusal asks nothing upstream', async () => {
    await using gateway = await createTestGateway({ beside: base, rates: { viewerPoints: 50 } });
    const first = await gateway.execute(ofCost(30), { as: 'ana' });
    expect(first.errors).toBeUndefined();
    expect(first.headers.get('ratelimit-policy')).toBe('"viewer";q=50;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"viewer";r=20;t=\d+$/);
    const refused = await gateway.execute(ofCost(21), { as: 'ana' });
    expect(refused.status).toBe(429);
    expect(gateway.calls).toEqual([]);
    const extensions = { code: 'RATE_LIMITED', limit: 'RATE_VIEWER_POINTS', most: 50, asked: 21 };
    expect(refused.errors).toMatchObject([{ extensions }]);
    const retryAfterMs = Number(refused.errors?.[0]?.extensions.retryAfterMs);
    expect(retryAfterMs).toBeGreaterThan(0);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
    expect(refused.headers.get('retry-after')).toBe(String(Math.ceil(retryAfterMs / 1_000)));
    expect(refused.headers.get('ratelimit')).toMatch(/^"viewer";r=20;/);
    expect(refused.data).toBeUndefined();
  });

  it('is not used up by what was refused, so that asking again does not push it away', async () => {
    await using gateway = await createTestGateway({ beside: base, rates: { viewerPoints: 50 } });
    await gateway.execute(ofCost(30), { as: 'ana' });
    for (let tries = 0; tries < 5; tries += 1)
      expect(codes(await gateway.execute(ofCost(21), { as: 'ana' }))).toEqual(['RATE_LIMITED']);
    expect((await gateway.execute(ofCost(20), { as: 'ana' })).errors).toBeUndefined();
    expect(codes(await gateway.execute('{ __typename }', { as: 'ana' }))).toEqual(['RATE_LIMITED']);
  });

  it('begins anew a minute after its first operation', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    try {
      await using gateway = await createTestGateway({ beside: base, rates: { viewerPoints: 50 } });
      await gateway.execute(ofCost(50), { as: 'ana' });
      expect(codes(await gateway.execute(ofCost(1), { as: 'ana' }))).toEqual(['RATE_LIMITED']);
      await vi.advanceTimersByTimeAsync(60_100);
      expect((await gateway.execute(ofCost(50), { as: 'ana' })).errors).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('lets in what costs more than a whole minute, for all of one', async () => {
    await using gateway = await createTestGateway({ beside: base, rates: { viewerPoints: 50 } });
    expect((await gateway.execute(ofCost(90), { as: 'ana' })).errors).toBeUndefined();
    expect(codes(await gateway.execute(ofCost(1), { as: 'ana' }))).toEqual(['RATE_LIMITED']);
    expect((await gateway.execute(ofCost(90), { as: 'ben' })).errors).toBeUndefined();
  });

  it('is not used up by operations that are refused at one time, where it is counted elsewhere', async () => {
    const counted = createMemoryWindows(createCaches());
    let later = Promise.resolve();
    // Each is given back only after the one before.
    const giveBack = (key: string, points: number) => {
      const now = later;
      later = now.then(() => new Promise((resolve) => setTimeout(resolve, 50)));
      return now.then(() => counted.giveBack(key, points));
    };
    const take = async (key: string, points: number) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return counted.take(key, points);
    };
    const windows = { ...counted, take, giveBack };
    await using gateway = await createTestGateway({ beside: base, rates: { viewerPoints: 50 }, windows });
    await gateway.execute(ofCost(30), { as: 'ana' });
    const both = await Promise.all([25, 25].map((cost) => gateway.execute(ofCost(cost), { as: 'ana' })));
    expect(both.map(codes)).toEqual([['RATE_LIMITED'], ['RATE_LIMITED']]);
    const next = async () => (await gateway.execute(ofCost(20), { as: 'ana' })).errors;
    await expect.poll(next, { timeout: 5_000, interval: 200 }).toBeUndefined();
  });

  it('is used up by mistakes too, and who has nothing left is refused before the next is read', async () => {
    await using gateway = await createTestGateway({ beside: base, rates: { viewerPoints: 30 } });
    const wrong = () => gateway.execute('{ nothing }', { as: 'ana' });
    for (let times = 0; times < 3; times += 1) expect((await wrong()).status).toBe(400);
    const refused = await wrong();
    expect(refused.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', limit: 'RATE_VIEWER_POINTS' } }]);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await gateway.execute('{ __typename }', { as: 'ben' })).errors).toBeUndefined();
  });

  it('is used up by mistakes although the last does not fit into what is left', async () => {
    await using gateway = await createTestGateway({ beside: base, rates: { viewerPoints: 25 } });
    const statuses: number[] = [];
    for (let times = 0; times < 5; times += 1)
      statuses.push((await gateway.execute('{ nothing }', { as: 'ana' })).status);
    expect(statuses).toEqual([400, 400, 400, 429, 429]);
  });

  it('of a viewer is no other viewer’s', async () => {
    await using gateway = await createTestGateway({ beside: base, rates: { viewerPoints: 20 } });
    for (const as of ['ana', 'ben', 'service', 'agent:workspace-ask-docs for ana']) {
      expect((await gateway.execute('{ __typename }', { as })).headers.get('ratelimit')).toMatch(/^"viewer";r=19;/);
    }
  });

  it('of an agent is one for all of whom it acts for', async () => {
    await using gateway = await createTestGateway({ beside: base, rates: { agentPoints: 2 } });
    const ask = (as: string) => gateway.execute('{ __typename }', { as });
    expect((await ask('agent:workspace-ask-docs for ana')).errors).toBeUndefined();
    expect((await ask('agent:workspace-ask-docs for ben')).errors).toBeUndefined();
    const refused = await ask('agent:workspace-ask-docs for carla');
    expect(refused.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', limit: 'RATE_AGENT_POINTS' } }]);
    expect((await ask('agent:sync-odoo-agent')).errors).toBeUndefined();
  });

  it('of an address is one for all who ask from there, and takes nothing of a viewer where it refuses', async () => {
    await using gateway = await createTestGateway({ beside: base, rates: { viewerPoints: 10, addressPoints: 3 } });
    const ask = (as: string | null, address: string) => gateway.execute('{ __typename }', { as, address });
    for (const as of [null, null, 'ana']) expect((await ask(as, '192.0.2.1')).errors).toBeUndefined();
    const refused = await ask('ana', '192.0.2.1');
    expect(refused.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', limit: 'RATE_ADDRESS_POINTS' } }]);
    expect((await ask('ana', '192.0.2.2')).headers.get('ratelimit')).toMatch(/^"viewer";r=8;t=\d+, "address";r=2;/);
  });

  it('is none of who has no key: nobody, from nowhere', async () => {
    await using gateway = await createTestGateway({ beside: base, rates: { viewerPoints: 1, addressPoints: 1 } });
    for (let times = 0; times < 5; times += 1) {
      const { errors, headers } = await gateway.execute('{ __typename }');
      expect([errors, headers.has('ratelimit')]).toEqual([undefined, false]);
    }
  });

  it('is counted and let pass where limits are measured only', async () => {
    const ends: OperationEnd[] = [];
    const observe = (end: OperationEnd) => void ends.push(end);
    const limits = { mode: 'measure' as const };
    await using gateway = await createTestGateway({ beside: base, rates: { viewerPoints: 1 }, limits, observe });
    for (let times = 0; times < 2; times += 1)
      expect((await gateway.execute('{ __typename }', { as: 'ana' })).errors).toBeUndefined();
    expect(ends.map(({ exceeded }) => exceeded)).toEqual([[], ['RATE_VIEWER_POINTS']]);
    expect(gateway.logged.join('')).toContain('"limit":"RATE_VIEWER_POINTS"');
  });

  it('is felt by none where the configuration says nothing', () => {
    expect(readConfig({}, () => 'x'.repeat(32)).rates).toEqual(RATE_LIMITS);
    expect(RATE_LIMITS.viewerPoints).toBeGreaterThanOrEqual(1_000_000);
  });
});

describe('over HTTP, WebSocket and event stream', () => {
  const limit = 'RATE_VIEWER_POINTS';
  const refusal = { errors: [{ extensions: { code: 'RATE_LIMITED', limit } }] };

  it('one rate is used by all', async () => {
    await using gateway = await createTestGateway({ beside: base, rates: { viewerPoints: 4 } });
    await using http = await serve(gateway);
    const headers = { authorization: `Bearer ${await testToken('ana')}`, 'content-type': 'application/json' };
    const post = () => fetch(`${http.url}/graphql`, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
    expect((await post()).headers.get('ratelimit')).toMatch(/^"viewer";r=3;.*, "address";r=/);
    expect((await fetch(`${http.url}/graphql?query={__typename}`, { headers })).status).toBe(200);
    for (const door of DOORS) {
      const asked = await subscribe(http.url, door, '{ __typename }', { as: 'ana' });
      expect(await asked.rest()).toMatchObject([{ data: { __typename: 'Query' } }]);
    }
    const refused = await post();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject(refusal);
    for (const door of DOORS) {
      const asked = await subscribe(http.url, door, '{ __typename }', { as: 'ana' });
      expect(await asked.rest().catch(errorsOf)).toMatchObject([refusal]);
      const id = '00000000-0000-4000-8000-000000000000';
      const followed = await subscribe(http.url, door, `subscription { pageChanged(spaceId: "${id}") { cursor } }`, {
        as: 'ana',
      });
      expect(await followed.rest().catch(errorsOf)).toMatchObject([refusal]);
    }
    expect(gateway.calls).toEqual([]);
  });

  it.each(DOORS)('mistakes of a subscription use it up as those of a query do: %s', async (door) => {
    const subscription = (argument: string, selection: string) =>
      `subscription ($id: ID!) { pageChanged(spaceId: ${argument}) { ${selection} } }`;
    const mistakes = [
      // A variable that is absent, and an operation that is larger than a limit.
      [subscription('$id', 'cursor'), {}, 'BAD_USER_INPUT'],
      [subscription('$id', 'page { blocks(first: 100) { nodes { id } } }'), { id: seedId('space', 'finance') }],
    ] as const;
    for (const [query, variables, code = 'LIMIT_EXCEEDED'] of mistakes) {
      const limits = { maxRows: 500 };
      await using gateway = await createTestGateway({ beside: base, rates: { viewerPoints: 20 }, limits });
      await using http = await serve(gateway);
      const told: unknown[] = [];
      for (let times = 0; times < 4; times += 1) {
        const asked = await subscribe(http.url, door, query, { as: 'ana', variables });
        const [result] = await asked.rest().catch(errorsOf);
        told.push(result?.errors?.[0]?.extensions.code);
      }
      expect(told).toEqual([code, code, 'RATE_LIMITED', 'RATE_LIMITED']);
    }
  });

  it('the address behind a proxy is believed of a trusted one', async () => {
    await using gateway = await createTestGateway({ beside: base, rates: { addressPoints: 1 } });
    const from = async (url: string, address: string) => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
      return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ __typename }"}' })).status;
    };
    await using behind = await serve(gateway, { trustedProxies: ['127.0.0.1'] });
    expect(await from(behind.url, '198.51.100.1')).toBe(200);
    expect(await from(behind.url, '198.51.100.2')).toBe(200);
    expect(await from(behind.url, '198.51.100.1')).toBe(429);
    await using open = await serve(gateway);
    expect(await from(open.url, '198.51.100.3')).toBe(200);
    expect(await from(open.url, '198.51.100.4')).toBe(429);
  });

  it('a connection has so many messages a minute', async () => {
    await using http = await serve(base, { maxMessages: 20 });
    const socket = await openSocket(http.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${await testToken('ana')}` } });
    expect(await socket.next()).toMatchObject({ type: 'connection_ack' });
    for (let sent = 0; sent < 20; sent += 1) socket.send({ type: 'ping' });
    expect(await socket.closed).toMatchObject({
      code: 1013,
      reason: expect.stringMatching(/^RATE_LIMITED: .*20 messages/),
    });
  });
});
