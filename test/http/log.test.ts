/** The log: one line a request, with who asked what and what it took, and nothing of what was asked or answered. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';

const PATIENCE = { timeout: 20_000 };
const SECRET = 'what nobody may read in a log';

let gateway: TestGateway;
let http: { url: string } & AsyncDisposable;
let requests: Record<string, unknown>[];
const seen = { operations: 0 };

beforeAll(async () => {
  gateway = await createTestGateway();
  const log = createLog('debug', (line) => requests.push(JSON.parse(line) as Record<string, unknown>));
  http = await serve(gateway, { log });
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

beforeEach(() => {
  requests = [];
  seen.operations = gateway.loggedOperations.length;
});

/** Lines of operations since the test began. */
const operations = () => gateway.loggedOperations.slice(seen.operations);

async function ask(body: unknown, { as, ...headers }: Record<string, string> = {}) {
  return fetch(`${http.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(as && { authorization: `Bearer ${await testToken(as)}` }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('the line of an operation', () => {
  it('says who asked what, what each surface was asked, and what it cost', async () => {
    const query = `query Titles($title: String!) {
      pages(first: 2, filter: { title: { ne: $title } }) { nodes { title } }
      partners(first: 1) { nodes { name } }
    }`;
    const response = await ask({ query, variables: { title: SECRET } }, { as: 'ana' });
    const text = await response.text();
    const [line, ...more] = operations();
    expect(more).toEqual([]);
    expect(line).toEqual({
      level: 30,
      time: expect.any(String),
      msg: 'operation',
      requestId: response.headers.get('x-request-id'),
      operation: 'Titles',
      viewer: 'user',
      user: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ms: expect.any(Number),
      bytes: Buffer.byteLength(text),
      cost: expect.any(Number),
      surfaces: {
        odoo: { calls: 1, ms: expect.any(Number), rows: 1 },
        work: { calls: 1, ms: expect.any(Number), rows: null },
      },
    });
    expect(JSON.stringify(line)).not.toContain(SECRET);
    expect(requests.filter(({ msg }) => msg === 'request')).toEqual([]);
  });

  it('says no number of rows where the answer of the database is passed on unread', async () => {
    await (await ask({ query: '{ pages(first: 2) { nodes { title } } }' }, { as: 'ana' })).text();
    expect(operations()[0]?.surfaces).toEqual({ work: { calls: 1, ms: expect.any(Number), rows: null } });
  });

  it('is there again where the document is known, and names the agent', async () => {
    for (let n = 0; n < 3; n += 1)
      await (await ask({ query: 'query Again { __typename }' }, { as: 'agent:sync-odoo-agent' })).text();
    expect(operations()).toMatchObject(
      Array.from({ length: 3 }, () => ({ operation: 'Again', viewer: 'agent', agent: 'sync-odoo-agent' })),
    );
  });

  it.each([
    ['a token that is refused', { query: '{ __typename }' }, { authorization: 'Bearer x' }, ['UNAUTHENTICATED']],
    ['a document that is wrong', { query: '{ nothing }' }, {}, ['BAD_USER_INPUT']],
    ['what is forbidden', { query: '{ runs { nodes { id } } }' }, { as: 'ana' }, ['FORBIDDEN']],
    ['an id of nothing', { documentId: 'a'.repeat(64) }, { as: 'ana' }, ['PERSISTED_QUERY_NOT_FOUND']],
  ])('has the codes of %s', async (_what, body, headers, codes) => {
    await (await ask(body, headers)).text();
    const [line, ...more] = operations();
    expect([more, line?.codes]).toEqual([[], codes]);
    if ('documentId' in body) expect(line?.documentId).toBe(body.documentId);
  });

  it('of a subscription comes when it ends, with how many results it sent', async () => {
    const leaving = new AbortController();
    const response = await fetch(`${http.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${await testToken('service')}`,
        'x-request-id': 'feed-1',
      },
      body: JSON.stringify({ operationName: 'Feed', query: 'subscription Feed { runs { cursor run { id } } }' }),
      signal: leaving.signal,
    });
    expect(response.headers.get('x-request-id')).toBe('feed-1');
    expect(operations()).toEqual([]);
    leaving.abort();
    await expect.poll(operations, PATIENCE).toMatchObject([
      {
        requestId: 'feed-1',
        operation: 'Feed',
        viewer: 'service',
        results: expect.any(Number),
        bytes: expect.any(Number),
      },
    ]);
  });

  it('is a warning with each call where the operation is slow', async () => {
    const lines: Record<string, unknown>[] = [];
    await using slow = await createTestGateway({ beside: gateway, slowOperationMs: 1 });
    await slow.execute('{ pages(first: 1) { nodes { id } } }', { as: 'ana' });
    lines.push(...slow.logged.map((line) => JSON.parse(line) as Record<string, unknown>));
    expect(lines).toMatchObject([
      {
        level: 40,
        msg: 'slow operation',
        viewer: 'user',
        upstream: [{ surface: 'work', what: expect.any(String), outcome: 'ok' }],
      },
    ]);
    expect(slow.loggedOperations).toEqual([]);
  });

  it('does not grow with what a client names its operation', async () => {
    const name = `Long${'x'.repeat(5_000)}`;
    await (await ask({ query: `query ${name} { __typename }` })).text();
    expect(String(operations()[0]?.operation)).toHaveLength(200);
  });
});

describe('a request that is no operation', () => {
  it.each([
    ['/graphql', 'graphql', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }, 400],
    ['/files/a-secret', 'other', {}, 404],
    ['/webhooks/odoo/native/a-secret', 'webhooks/odoo/native', { method: 'POST' }, 404],
  ])('%s has a line of its own, without its path', async (path, route, init, status) => {
    const response = await fetch(http.url + path, { ...init });
    await response.text();
    await expect.poll(() => requests, PATIENCE).toMatchObject([{ level: 30, msg: 'request', route, status }]);
    expect(requests[0]?.requestId).toBe(response.headers.get('x-request-id'));
    expect(JSON.stringify(requests)).not.toContain('a-secret');
    expect(operations()).toEqual([]);
  });

  it('of a machine is told to who debugs alone', async () => {
    await (await fetch(`${http.url}/healthz`)).text();
    await expect.poll(() => requests, PATIENCE).toMatchObject([{ level: 20, route: 'healthz' }]);
  });
});

describe('x-request-id', () => {
  const idOf = async (given?: string) => {
    const response = await fetch(`${http.url}/healthz`, {
      headers: given === undefined ? {} : { 'x-request-id': given },
    });
    await response.text();
    return response.headers.get('x-request-id');
  };

  it('is the one that came', async () => {
    const id = `${randomUUID()}:a/b+c=`;
    expect(await idOf(id)).toBe(id);
  });

  it.each([[undefined], [''], ['a b'], ['x'.repeat(129)], ['{"level":50}']])(
    'is a new one in place of %j',
    async (given) => {
      expect(await idOf(given)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    },
  );
});

it.each([
  ['development', 'warn'],
  ['staging', 'info'],
  ['production', 'info'],
])('is at its level in %s', (stage, level) => {
  const env = {
    ODOO_STAGE: stage,
    DATABASE_URL: 'postgres://gateway@db.example/x',
    SUPABASE_JWT_SECRET: 'x'.repeat(32),
    ODOO_URL: 'https://odoo.example',
    ODOO_DB: 'x',
    ODOO_API_KEY: 'x',
  };
  expect(readConfig(env, () => '').logLevel).toBe(level);
});
