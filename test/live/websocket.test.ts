/** WebSockets on `/graphql`: the protocol to the letter, and queries and mutations over it. */
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { createLedger } from '../support/live.ts';
import { openSocket, type TestSocket } from '../support/socket.ts';

let gateway: TestGateway;
let http: Awaited<ReturnType<typeof serve>>;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  gateway = await createTestGateway({ pollMs: 60_000 });
  http = await serve(gateway);
  ledger = createLedger(gateway);
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const connected = async (as = 'service'): Promise<TestSocket> => {
  const socket = await openSocket(http.url);
  socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${await testToken(as)}` } });
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  return socket;
};

describe('the protocol', () => {
  it('MUST be graphql-transport-ws: a socket without it is closed with 4406', async () => {
    const socket = await openSocket(http.url, { protocol: [] });
    expect(await socket.closed).toMatchObject({ code: 4406 });
  });

  it.each<[number, string, unknown]>([
    [4400, 'a message that is no JSON', '{'],
    [4400, 'a message of an unknown type', { type: 'start' }],
    [
      4401,
      'an operation before connection_init',
      { id: '1', type: 'subscribe', payload: { query: '{ viewer { kind } }' } },
    ],
  ])('MUST close with %i for %s', async (code, _what, message) => {
    const socket = await openSocket(http.url);
    socket.send(message);
    expect(await socket.closed).toMatchObject({ code });
  });

  it('MUST close with 4429 for a second connection_init', async () => {
    const socket = await connected();
    socket.send({ type: 'connection_init' });
    expect(await socket.closed).toMatchObject({ code: 4429 });
  });

  it('MUST close with 4409 for an id that is in use', async () => {
    const socket = await connected();
    const message = { id: '1', type: 'subscribe', payload: { query: 'subscription { runs { cursor } }' } };
    socket.send(message);
    await socket.next();
    socket.send(message);
    expect(await socket.closed).toMatchObject({ code: 4409 });
  });

  it('MUST answer ping with pong', async () => {
    const socket = await connected();
    socket.send({ type: 'ping', payload: { at: 1 } });
    expect(await socket.next()).toEqual({ type: 'pong', payload: { at: 1 } });
    socket.close();
  });

  it('MUST send nothing more for an id after its complete', async () => {
    const socket = await connected();
    const run = await ledger.enqueue();
    const query = `subscription { runEvents(runId: "${run}") { seq } }`;
    socket.send({ id: 'a', type: 'subscribe', payload: { query } });
    expect(await socket.next()).toEqual({ id: 'a', type: 'next', payload: { data: { runEvents: { seq: 1 } } } });
    socket.send({ id: 'a', type: 'complete' });
    socket.send({ id: 'b', type: 'subscribe', payload: { query } });
    expect(await socket.next()).toMatchObject({ id: 'b', type: 'next' });
    await ledger.cancel(run);
    expect(await socket.next()).toMatchObject({ id: 'b', type: 'next' });
    expect(await socket.next()).toEqual({ id: 'b', type: 'complete' });
    socket.close();
  });
});

describe('queries and mutations', () => {
  it('are answered as over HTTP, byte by byte', async () => {
    const query =
      '{ runs(first: 2) { nodes { id kind input createdAt events { totalCount } } } spaces { totalCount } }';
    const { text } = await gateway.execute(query, { as: 'service' });
    const socket = await connected();
    socket.send({ id: '1', type: 'subscribe', payload: { query } });
    expect(await socket.nextText()).toBe(`{"id":"1","type":"next","payload":${text.trimEnd()}}`);
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' });
    socket.close();
  });

  it('that are refused whole end with the same codes', async () => {
    const socket = await connected();
    socket.send({ id: '1', type: 'subscribe', payload: { query: '{ nothing }' } });
    expect(await socket.next()).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ extensions: { code: 'BAD_USER_INPUT', reason: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    const query = 'query ($n: Int!) { runs(first: $n) { totalCount } }';
    socket.send({ id: '2', type: 'subscribe', payload: { query, variables: { n: 'x' } } });
    expect(await socket.next()).toMatchObject({
      id: '2',
      type: 'error',
      payload: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
    socket.close();
  });

  it('write what they write over HTTP', async () => {
    const socket = await connected();
    const query = `mutation { enqueueRun(input: { agent: "sync-odoo-agent", kind: "by socket" }) {
      run { kind status } userErrors { code } } }`;
    socket.send({ id: '1', type: 'subscribe', payload: { query } });
    expect(await socket.next()).toMatchObject({
      payload: { data: { enqueueRun: { run: { kind: 'by socket', status: 'QUEUED' }, userErrors: [] } } },
    });
    socket.close();
  });
});

describe('a connection', () => {
  it('has a hundred operations at a time, and no more', async () => {
    const socket = await connected();
    const query = 'subscription { runs { cursor } }';
    for (let id = 1; id <= 101; id += 1) socket.send({ id: String(id), type: 'subscribe', payload: { query } });
    const answers = await Promise.all(Array.from({ length: 101 }, () => socket.next()));
    expect(answers.filter(({ type }) => type === 'error')).toMatchObject([
      { id: '101', payload: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] },
    ]);
    socket.close();
  });

  it('without a token is closed with 4403 and the reason', async () => {
    const socket = await openSocket(http.url);
    socket.send({ type: 'connection_init' });
    expect(await socket.closed).toEqual({
      code: 4403,
      reason: 'UNAUTHENTICATED: A connection that stays open wants a token: send "authorization"',
    });
  });

  it('takes the token of its own request where connection_init has none', async () => {
    const headers = { authorization: `Bearer ${await testToken('ana')}` };
    const socket = await openSocket(http.url, { headers });
    socket.send({ type: 'connection_init' });
    await socket.next();
    socket.send({ id: '1', type: 'subscribe', payload: { query: '{ viewer { kind } }' } });
    expect(await socket.next()).toMatchObject({ payload: { data: { viewer: { kind: 'USER' } } } });
    socket.close();
  });

  it.each([
    ['forged', 'Bearer x.y.z'],
    ['no bearer', 'Basic abc'],
    ['no text', 7],
  ])('whose token is %s is closed with 4403 and the reason', async (_what, authorization) => {
    const socket = await openSocket(http.url);
    socket.send({ type: 'connection_init', payload: { authorization } });
    const { code, reason } = await socket.closed;
    expect(code).toBe(4403);
    expect(reason).toMatch(/^UNAUTHENTICATED: The token is refused/);
  });

  it('opens on /graphql alone', async () => {
    const socket = new WebSocket(`${http.url.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws');
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('404');
  });
});

describe('a page of another site', () => {
  const open = async (origin: string) => {
    const socket = new WebSocket(`${http.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin });
    const outcome = await once(socket, 'open').then(() => 'open', String);
    socket.terminate();
    return outcome;
  };

  it.each(['https://evil.example', 'null', 'http://127.0.0.1.evil.example'])('opens none: %s', async (origin) => {
    expect(await open(origin)).toContain('403');
  });

  it('does where it is the gateway itself, or listed', async () => {
    expect(await open(http.url)).toBe('open');
    await using listed = await serve(gateway, { allowedOrigins: ['https://app.example'] });
    const socket = await openSocket(listed.url, { headers: { origin: 'https://app.example' } });
    socket.close();
  });
});
