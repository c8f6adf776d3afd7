/** How the gateway leans on Odoo: retries, bulkhead, breaker, deadlines, and what is asked once for several. */
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createOdooClient, type OdooClientConfig } from '../../src/odoo/client.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { createTestServer, isLearnt } from '../support/http-server.ts';
import { serve } from '../support/listening.ts';

const EMPTY = '{"length":0,"records":[]}';
const QUERY = '{ partners { totalCount nodes { name } } }';

/** An Odoo that answers what `next` says, and keeps each request until `answer` where that is null. */
async function createOdoo(next: (nth: number) => number | string | null = () => EMPTY) {
  const waiting: ServerResponse[] = [];
  const seen = { requests: 0, atOnce: 0, atMost: 0, gone: 0 };
  const server = await createTestServer((request, response) => {
    if (isLearnt(request.url)) return void response.end('{}');
    seen.requests += 1;
    seen.atOnce += 1;
    seen.atMost = Math.max(seen.atMost, seen.atOnce);
    response.once('close', () => {
      seen.atOnce -= 1;
      if (!response.writableFinished) seen.gone += 1;
    });
    const says = next(seen.requests);
    if (says === null) waiting.push(response);
    else if (typeof says === 'number') response.writeHead(says).end();
    else response.writeHead(says === EMPTY ? 200 : 500).end(says);
  });
  const client = (config: Partial<OdooClientConfig> = {}) =>
    createOdooClient({ url: server.url, database: null, apiKey: 'k', timeoutMs: 5_000, maxConcurrency: 4, ...config });
  const answer = () => {
    for (const response of waiting.splice(0)) response.end(EMPTY);
  };
  return { client, seen, waiting, answer, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const read = (call: ReturnType<typeof createOdooClient>, signal?: AbortSignal, holder?: string) =>
  call('res.partner', 'web_search_read', { domain: [] }, { ...(signal && { signal }), ...(holder && { holder }) });

/** Waits until the Odoo has seen so many requests. */
const arrived = (seen: { requests: number }, count: number) => vi.waitFor(() => expect(seen.requests).toBe(count));

describe('retries', () => {
  it.each([502, 503, 504])('a read that met a %i twice is answered at the third try', async (status) => {
    await using odoo = await createOdoo((nth) => (nth < 3 ? status : EMPTY));
    expect(await read(odoo.client())).toEqual({ length: 0, records: [] });
    expect(odoo.seen.requests).toBe(3);
  });

  it('a read that collided with another transaction is tried again', async () => {
    const collision = JSON.stringify({ name: 'psycopg2.errors.SerializationFailure', message: 'could not serialize' });
    await using odoo = await createOdoo((nth) => (nth === 1 ? collision : EMPTY));
    expect(await read(odoo.client())).toEqual({ length: 0, records: [] });
    expect(odoo.seen.requests).toBe(2);
  });

  it('a third failure is the answer', async () => {
    await using odoo = await createOdoo(() => 503);
    await expect(read(odoo.client())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(odoo.seen.requests).toBe(3);
  });

  it.each([400, 401, 403, 404, 422, 429, 500])('a %i is not tried again', async (status) => {
    await using odoo = await createOdoo(() => status);
    await expect(read(odoo.client())).rejects.toMatchObject({ surface: 'odoo' });
    expect(odoo.seen.requests).toBe(1);
  });

  it('a call that took too long is not tried again', async () => {
    await using odoo = await createOdoo(() => null);
    await expect(read(odoo.client({ timeoutMs: 100 }))).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    expect(odoo.seen.requests).toBe(1);
  });
});

describe('the breaker', () => {
  it('opens after five outages, lets one call try after its rest, and closes when that succeeds', async () => {
    let isDown = true;
    await using odoo = await createOdoo(() => (isDown ? 503 : EMPTY));
    const call = odoo.client({ breakerRestMs: 300 });
    await expect(read(call)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(call.status().breaker).toBe('closed');
    await expect(read(call)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(call.status().breaker).toBe('open');
    expect(odoo.seen.requests).toBe(5);
    await expect(read(call)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      details: { retryAfterMs: expect.any(Number) },
    });
    expect(odoo.seen.requests).toBe(5);
    await new Promise((resolve) => setTimeout(resolve, 350));
    await expect(read(call)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(odoo.seen.requests).toBe(6);
    isDown = false;
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(await read(call)).toEqual({ length: 0, records: [] });
    expect(call.status().breaker).toBe('closed');
  });

  it('does not open for what Odoo answers with a refusal', async () => {
    await using odoo = await createOdoo(() => 403);
    const call = odoo.client();
    for (let asked = 0; asked < 8; asked += 1) await expect(read(call)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(call.status().breaker).toBe('closed');
    expect(odoo.seen.requests).toBe(8);
  });

  it('does not open for clients that go away', async () => {
    await using odoo = await createOdoo(() => null);
    const call = odoo.client();
    for (let gone = 1; gone <= 8; gone += 1) {
      const controller = new AbortController();
      const asked = read(call, controller.signal);
      await arrived(odoo.seen, gone);
      controller.abort();
      await expect(asked).rejects.toMatchObject({ message: 'The client is gone' });
    }
    expect(call.status().breaker).toBe('closed');
  });
});

describe('the breaker of several viewers', () => {
  const slow = (call: ReturnType<typeof createOdooClient>, holder: string) =>
    expect(read(call, undefined, holder)).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });

  it('opens for no number of timeouts of one viewer, and another one is answered', async () => {
    let isSlow = true;
    await using odoo = await createOdoo(() => (isSlow ? null : EMPTY));
    const call = odoo.client({ timeoutMs: 20 });
    for (let asked = 0; asked < 12; asked += 1) await slow(call, 'ana');
    expect(call.status().breaker).toBe('closed');
    isSlow = false;
    expect(await read(call, undefined, 'ben')).toEqual({ length: 0, records: [] });
  });

  it('opens for the timeouts of several, and for what an Odoo that is down answers to one', async () => {
    await using odoo = await createOdoo(() => null);
    const call = odoo.client({ timeoutMs: 20 });
    for (let asked = 0; asked < 4; asked += 1) await slow(call, 'ana');
    await slow(call, 'ben');
    expect(call.status().breaker).toBe('closed');
    await slow(call, 'ben');
    expect(call.status().breaker).toBe('open');
    await using down = await createOdoo(() => 503);
    const other = down.client();
    for (let asked = 0; asked < 2; asked += 1)
      await expect(read(other, undefined, 'ana')).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(other.status().breaker).toBe('open');
  });

  it('opens where nothing listens, whoever asks', async () => {
    const gone = await createOdoo();
    await gone[Symbol.asyncDispose]();
    const call = gone.client();
    for (let asked = 0; asked < 2; asked += 1)
      await expect(read(call, undefined, 'ana')).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(call.status().breaker).toBe('open');
  });
});

describe('the bulkhead', () => {
  it('lets so many calls through at once, and the others in turn', async () => {
    await using odoo = await createOdoo();
    const call = odoo.client({ maxConcurrency: 3 });
    await Promise.all(Array.from({ length: 30 }, () => read(call)));
    expect(odoo.seen.requests).toBe(30);
    expect(odoo.seen.atMost).toBeLessThanOrEqual(3);
    expect(call.status()).toMatchObject({ breaker: 'closed', executing: 0, queued: 0 });
  });

  it('turns away whom the queue has no room for, and says when to come again', async () => {
    await using odoo = await createOdoo(() => null);
    const call = odoo.client({ maxConcurrency: 1, maxQueue: 2 });
    const kept = [1, 2, 3].map(() => read(call, undefined, 'ana'));
    await arrived(odoo.seen, 1);
    expect(call.status()).toMatchObject({ executing: 1, queued: 2 });
    await expect(read(call, undefined, 'ana')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { limit: 'ODOO_MAX_QUEUE', most: 2, retryAfterMs: expect.any(Number) },
    });
    expect(call.status().breaker).toBe('closed');
    const other = read(call, undefined, 'ben');
    for (let nth = 1; nth <= 4; nth += 1) {
      await arrived(odoo.seen, nth);
      odoo.answer();
      // Whoever else waits has the second turn.
      if (nth === 2) expect(await other).toEqual({ length: 0, records: [] });
    }
    expect(await Promise.all(kept)).toHaveLength(3);
  });

  it('has one viewer wait for its own calls alone', async () => {
    await using odoo = await createOdoo(() => null);
    const call = odoo.client({ maxConcurrency: 4 });
    const flood = Array.from({ length: 40 }, () => read(call, undefined, 'ana'));
    await arrived(odoo.seen, 4);
    const other = read(call, undefined, 'ben');
    odoo.answer();
    await arrived(odoo.seen, 7);
    // One of Ben's, two of Ana's, and a place for somebody who has none.
    expect(call.status()).toMatchObject({ executing: 3, queued: 34 });
    odoo.answer();
    expect(await other).toEqual({ length: 0, records: [] });
    for (let answered = 0; answered < 40; answered += 1) {
      await vi.waitFor(() => expect(odoo.waiting.length + Number(call.status().executing === 0)).toBeGreaterThan(0));
      odoo.answer();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(await Promise.all(flood)).toHaveLength(40);
  });

  it('counts a place as taken where its viewer left and Odoo goes on', async () => {
    await using odoo = await createOdoo(() => null);
    const call = odoo.client({ maxConcurrency: 4, timeoutMs: 300 });
    const others = read(call, undefined, 'ben').catch(({ code }: { code: string }) => code);
    await arrived(odoo.seen, 1);
    const late = [1, 2].map(() => read(call, undefined, 'ana').catch(({ code }: { code: string }) => code));
    await arrived(odoo.seen, 3);
    expect(await Promise.all([others, ...late])).toEqual(Array(3).fill('UPSTREAM_TIMEOUT'));
    const next = read(call, undefined, 'ana').catch(({ code }: { code: string }) => code);
    expect(call.status()).toMatchObject({ executing: 0, queued: 1 });
    await arrived(odoo.seen, 4);
    odoo.answer();
    expect(await next).toEqual({ length: 0, records: [] });
  });

  it('gives the place of one who goes away to the next', async () => {
    await using odoo = await createOdoo(() => null);
    const call = odoo.client({ maxConcurrency: 1, maxQueue: 2 });
    const controller = new AbortController();
    const first = read(call);
    await arrived(odoo.seen, 1);
    const leaving = read(call, controller.signal);
    const last = read(call);
    controller.abort();
    await expect(leaving).rejects.toMatchObject({ message: 'The client is gone' });
    expect(call.status().queued).toBe(1);
    odoo.answer();
    await arrived(odoo.seen, 2);
    odoo.answer();
    expect(await Promise.all([first, last])).toHaveLength(2);
  });
});

describe('a gateway before it', () => {
  let base: TestGateway;
  beforeAll(async () => {
    base = await createTestGateway();
  });
  afterAll(() => base[Symbol.asyncDispose]());

  it('tells a client that overfills its queue when to come again, and lets another one in', async () => {
    await using odoo = await createOdoo(() => null);
    const call = odoo.client({ maxConcurrency: 1, maxQueue: 2 });
    await using gateway = await createTestGateway({ beside: base, odoo: call });
    const aliases = Array.from({ length: 5 }, (_, nth) => `p${nth}: partners(first: ${nth + 1}) { nodes { name } }`);
    const flood = gateway.execute(`{ ${aliases.join(' ')} }`, { as: 'ana' });
    await arrived(odoo.seen, 1);
    const other = gateway.execute(QUERY, { as: 'ben' });
    await vi.waitFor(() => expect(call.status().queued).toBe(3));
    for (let nth = 1; nth <= 4; nth += 1) {
      await arrived(odoo.seen, nth);
      odoo.answer();
      if (nth === 2) expect((await other).errors).toBeUndefined();
    }
    const { errors } = await flood;
    expect(errors).toHaveLength(2);
    expect(errors?.[0]?.extensions).toEqual({
      code: 'RATE_LIMITED',
      surface: 'odoo',
      limit: 'ODOO_MAX_QUEUE',
      most: 2,
      retryAfterMs: expect.any(Number),
    });
  });

  it('asks Odoo once for what one viewer asks several times at once, and once more for another viewer', async () => {
    await using odoo = await createOdoo(() => null);
    await using gateway = await createTestGateway({ beside: base, odoo: odoo.client() });
    const answers = ['ana', 'ana', 'ana', 'ben'].map((as) => gateway.execute(QUERY, { as }));
    await arrived(odoo.seen, 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(odoo.seen.requests).toBe(2);
    odoo.answer();
    for (const { errors } of await Promise.all(answers)) expect(errors).toBeUndefined();
    // Nothing is kept after the flight.
    const again = gateway.execute(QUERY, { as: 'ana' });
    await arrived(odoo.seen, 3);
    odoo.answer();
    await again;
  });

  it('shares nothing between other arguments, nor ever what is asked of ops and work', async () => {
    await using odoo = await createOdoo(() => null);
    await using gateway = await createTestGateway({ beside: base, odoo: odoo.client() });
    const other = '{ partners(first: 3) { totalCount nodes { name } } }';
    const answers = [QUERY, other].map((query) => gateway.execute(query, { as: 'ana' }));
    await arrived(odoo.seen, 2);
    odoo.answer();
    await Promise.all(answers);
    const ledger = '{ runs(first: 1) { nodes { id } } }';
    const both = [gateway.execute(ledger, { as: 'service' }), gateway.execute(ledger, { as: 'service' })];
    await Promise.all(both);
    expect(gateway.calls).toHaveLength(2);
  });

  it('ends its call to Odoo when the client is gone, and not while another one waits for it', async () => {
    await using odoo = await createOdoo(() => null);
    await using gateway = await createTestGateway({ beside: base, odoo: odoo.client() });
    await using http = await serve(gateway);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await testToken('ana')}` };
    const post = (signal: AbortSignal) =>
      fetch(`${http.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: QUERY }), signal });
    const controllers = [new AbortController(), new AbortController()];
    const asked = controllers.map(({ signal }) => post(signal).catch((error: Error) => error.name));
    await arrived(odoo.seen, 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    controllers[0]?.abort();
    expect(await asked[0]).toBe('AbortError');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(odoo.seen).toMatchObject({ requests: 1, gone: 0 });
    controllers[1]?.abort();
    await vi.waitFor(() => expect(odoo.seen.gone).toBe(1));
  });

  it('gives up an operation whose time is up, although each call would have more', async () => {
    await using odoo = await createOdoo(() => null);
    await using gateway = await createTestGateway({ beside: base, odoo: odoo.client(), operationTimeoutMs: 800 });
    const start = Date.now();
    const { errors, status } = await gateway.execute('{ partners { totalCount } runs { totalCount } }', {
      as: 'service',
    });
    expect(Date.now() - start).toBeLessThan(2_000);
    expect(status).toBe(200);
    expect(errors).toMatchObject([{ path: ['partners'], extensions: { code: 'UPSTREAM_TIMEOUT' } }]);
    await vi.waitFor(() => expect(odoo.seen.gone).toBe(1));
  });
});
