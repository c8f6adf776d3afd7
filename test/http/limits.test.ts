/** What clients cannot do to the server: keep it from ending, hold its places, overflow its stack, widen a statement. */
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { openSocket } from '../support/socket.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('a stop', () => {
  it('ends although a client keeps asking on its connection and another one says nothing', async () => {
    const http = await serve(gateway, { drainMs: 20_000 });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    let isOver = false;
    const ask = () =>
      new Promise<string | undefined>((resolve) => {
        get(`${http.url}/healthz`, { agent }, (response) => {
          response.resume().once('end', () => resolve(response.headers.connection));
        }).once('error', () => resolve('refused'));
      });
    const seen = (async () => {
      const answers: (string | undefined)[] = [];
      while (!isOver) answers.push(await ask());
      return answers;
    })();
    const silent = connect(Number(new URL(http.url).port), '127.0.0.1');
    await once(silent, 'connect');
    await ask();
    const start = Date.now();
    await http[Symbol.asyncDispose]();
    isOver = true;
    expect(Date.now() - start).toBeLessThan(10_000);
    expect(await seen).toContain('refused');
    agent.destroy();
  });

  it('cuts what has not ended when its time is up', async () => {
    let asked = 0;
    const odoo = () => {
      asked += 1;
      return new Promise(() => {});
    };
    await using stuck = await createTestGateway({ beside: gateway, odoo });
    const http = await serve(stuck, { drainMs: 200 });
    const answer = fetch(`${http.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await testToken('service')}` },
      body: JSON.stringify({ query: '{ partners { totalCount } }' }),
    }).catch((error: Error) => error.message);
    await expect.poll(() => asked).toBeGreaterThan(0);
    await http[Symbol.asyncDispose]();
    expect(await answer).toBe('fetch failed');
  });
});

describe('places for connections that stay open', () => {
  const open = async (url: string, as: string) => {
    const socket = await openSocket(url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${await testToken(as)}` } });
    return socket;
  };

  it('are not held by who says nothing, and one viewer has so many', async () => {
    await using http = await serve(gateway, { live: { maxConnections: 2, maxPerViewer: 1 } });
    const silent = await Promise.all([1, 2, 3].map(() => openSocket(http.url)));
    const first = await open(http.url, 'ana');
    expect(await first.next()).toMatchObject({ type: 'connection_ack' });
    const second = await open(http.url, 'ana');
    expect(await second.closed).toMatchObject({ code: 1013, reason: expect.stringMatching(/^LIMIT_EXCEEDED: /) });
    const other = await open(http.url, 'ben');
    expect(await other.next()).toMatchObject({ type: 'connection_ack' });
    await expect(openSocket(http.url)).rejects.toThrow('503');
    first.close();
    other.close();
    for (const socket of silent) socket.close();
  });
});

describe('JSON that is nested thousands deep', () => {
  it('is refused in words at every door', async () => {
    await using http = await serve(gateway);
    const headers = { 'content-type': 'application/json', 'apollo-require-preflight': '1' };
    const query = 'query ($x: Int) { viewer { kind } }';
    const body = `{"query":"${query}","variables":{"x":${nested(5_000)}}}`;
    const asked = [
      fetch(`${http.url}/graphql`, { method: 'POST', headers, body }),
      fetch(`${http.url}/graphql?${new URLSearchParams({ query, variables: `{"x":${nested(2_000)}}` })}`, { headers }),
      fetch(`${http.url}/graphql`, { method: 'POST', headers: { ...headers, accept: 'text/event-stream' }, body }),
    ];
    for (const response of await Promise.all(asked)) {
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] });
    }
    const socket = await openSocket(http.url);
    socket.send(`{"type":"connection_init","payload":{"x":${nested(5_000)}}}`);
    expect(await socket.closed).toMatchObject({ code: 4400, reason: expect.stringMatching(/^LIMIT_EXCEEDED: /) });
  });

  it.each([300, 2_000])('is refused in a document: %i levels', async (levels) => {
    const query = `mutation { enqueueRun(input: { agent: "sync-odoo-agent", kind: "x", input: { a: ${nested(levels)} } }) { created } }`;
    const { errors, text } = await gateway.execute(query, { as: 'service' });
    expect(['BAD_USER_INPUT', 'LIMIT_EXCEEDED']).toContain(errors?.[0]?.extensions.code);
    expect(text).not.toMatch(/INTERNAL_SERVER_ERROR|call stack/);
    expect(gateway.calls).toEqual([]);
  });
});

describe('the width of a filter', () => {
  const id = '00000000-0000-4000-8000-000000000000';

  it.each([
    ['conditions', { or: Array.from({ length: 501 }, () => ({ id: { eq: id } })) }, 'filter'],
    ['values of a list', { id: { in: Array.from({ length: 10_001 }, () => id) } }, 'filter.id.in'],
  ])('has a bound for %s', async (_what, filter, argument) => {
    const query = 'query ($f: PageFilter) { pages(filter: $f) { totalCount } spaces { totalCount } }';
    const { data, errors } = await gateway.execute(query, { as: 'service', variables: { f: filter } });
    expect(errors).toMatchObject([{ path: ['pages'], extensions: { code: 'LIMIT_EXCEEDED', argument } }]);
    expect(pick(data, 'spaces.totalCount')).toEqual(expect.any(Number));
  });

  it('passes five hundred conditions of a level to Odoo', async () => {
    const f = { or: Array.from({ length: 498 }, (_, n) => ({ id: { eq: String(n + 1) } })) };
    const query = 'query ($f: PartnerFilter) { partners(filter: $f) { totalCount } }';
    const { data, errors } = await gateway.execute(query, { as: 'service', variables: { f } });
    expect(errors).toBeUndefined();
    expect(Number(pick(data, 'partners.totalCount'))).toBeGreaterThan(0);
  });

  it('adds up over the lists of one statement', async () => {
    const f = { or: Array.from({ length: 490 }, () => ({ id: { eq: id } })) };
    const lists = Array.from({ length: 30 }, (_, n) => `c${n}: children(filter: $f) { totalCount }`).join(' ');
    const query = `query ($f: PageFilter) { pages(first: 1) { nodes { ${lists} } } }`;
    const { errors } = await gateway.execute(query, { as: 'service', variables: { f } });
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', argument: 'filter' } }]);
  });

  it('has one for the keys of an order', async () => {
    const orderBy = Array.from({ length: 21 }, () => '{ field: NAME }').join(', ');
    const { errors } = await gateway.execute(`{ spaces(orderBy: [${orderBy}]) { totalCount } }`, { as: 'service' });
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', argument: 'orderBy' } }]);
  });
});
