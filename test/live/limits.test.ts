/** What live connections cannot do to the gateway: outlive their token, fill its memory, take all places, keep it from stopping. */
import { connect } from 'node:net';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createMetrics, type Metrics } from '../../src/http/metrics.ts';
import { createTestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { createLedger, DOORS, errorsOf, subscribe } from '../support/live.ts';
import { openSocket, type SocketMessage } from '../support/socket.ts';
import { isRealStack, JWT_SECRET } from '../support/stack.ts';

const EVENTS = 'subscription ($run: ID!, $after: Int) { runEvents(runId: $run, after: $after) { seq payload } }';

/** A service's token that is good for five seconds. */
const shortToken = () =>
  new SignJWT({ role: 'service_role' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('supabase')
    .setExpirationTime(Math.floor(Date.now() / 1_000) + 5)
    .sign(new TextEncoder().encode(JWT_SECRET));

describe('a token that expires', () => {
  it.each(DOORS)('ends its subscriptions, which go on from their cursor with a new one: %s', async (door) => {
    await using gateway = await createTestGateway();
    await using http = await serve(gateway);
    const ledger = createLedger(gateway);
    const run = await ledger.enqueue();
    const events = await subscribe(http.url, door, EVENTS, { token: await shortToken(), variables: { run } });
    expect(await events.take(1, 'runEvents.seq')).toEqual([1]);
    const rest = await events.rest().catch(errorsOf);
    expect(rest).toMatchObject([{ errors: [{ path: ['runEvents'], extensions: { code: 'UNAUTHENTICATED' } }] }]);
    await ledger.append(run);
    const again = await subscribe(http.url, door, EVENTS, { as: 'service', variables: { run, after: 1 } });
    expect(await again.take(1, 'runEvents.seq')).toEqual([2]);
    await again.end();
  });

  it('closes its WebSocket with 4403 and the reason', async () => {
    await using gateway = await createTestGateway();
    await using http = await serve(gateway);
    const socket = await openSocket(http.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${await shortToken()}` } });
    await socket.next();
    expect(await socket.closed).toEqual({
      code: 4403,
      reason: 'UNAUTHENTICATED: The token has expired: connect again with a new one',
    });
  });
});

describe.skipIf(!isRealStack)('a client that takes nothing (real only: its megabytes take PGlite long)', () => {
  const LIVE = { maxBufferBytes: 65_536, stallMs: 300 };
  /** Twelve megabytes: more than the buffers of a kernel. */
  const fill = `select count(*) from generate_series(1, 200) n
    cross join lateral ops.append_event($1, 'large', jsonb_build_array(n, repeat('x', 60000)))`;

  it('is cut off with a code that says so, and loses nothing by its cursor', async () => {
    const metrics = createMetrics();
    await using gateway = await createTestGateway();
    await using http = await serve(gateway, { live: LIVE, metrics });
    const ledger = createLedger(gateway);
    const run = await ledger.enqueue();
    await ledger.sql(fill, [run]);
    const socket = await openSocket(http.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${await testToken('service')}` } });
    await socket.next();
    socket.send({ id: '1', type: 'subscribe', payload: { query: EVENTS, variables: { run } } });
    await socket.next();
    socket.pause();
    await untilSlow(metrics, 'websocket');
    socket.resume();
    expect(await socket.closed).toEqual({
      code: 4290,
      reason: 'Slow consumer: connect again, and go on from your cursor',
    });
    const seen = socket.received().map((text) => JSON.parse(text).payload.data.runEvents.seq as number);
    expect(seen).toEqual(seen.map((_, index) => index + 2));
    expect(seen.length).toBeLessThan(200);
    const last = seen.at(-1) ?? 1;
    const again = await subscribe(http.url, 'websocket', EVENTS, { as: 'service', variables: { run, after: last } });
    expect(await again.take(201 - last, 'runEvents.seq')).toEqual(
      Array.from({ length: 201 - last }, (_, index) => last + 1 + index),
    );
    await again.end();
  });

  it('of an event stream is told so, and the stream ends', async () => {
    const metrics = createMetrics();
    await using gateway = await createTestGateway();
    await using http = await serve(gateway, { live: LIVE, metrics });
    const ledger = createLedger(gateway);
    const run = await ledger.enqueue();
    await ledger.sql(fill, [run]);
    const text = await readLate(http.url, JSON.stringify({ query: EVENTS, variables: { run } }), () =>
      untilSlow(metrics, 'event-stream'),
    );
    expect(text).toContain(
      '"message":"Slow consumer: ask again from your cursor","extensions":{"code":"LIMIT_EXCEEDED"}',
    );
    expect(text).toContain('event: complete');
  });

  it('but is slow only for a while gets all of it', async () => {
    await using gateway = await createTestGateway();
    await using http = await serve(gateway, { live: { ...LIVE, stallMs: 20_000 } });
    const ledger = createLedger(gateway);
    const run = await ledger.enqueue();
    await ledger.sql(fill, [run]);
    await ledger.cancel(run);
    const text = await readLate(http.url, JSON.stringify({ query: EVENTS, variables: { run } }), () =>
      expect.poll(() => gateway.calls.filter((call) => call.includes('run_events')).length).toBeGreaterThan(0),
    );
    const seen = [...text.matchAll(/"seq":(\d+)/g)].map(([, seq]) => Number(seq));
    expect(seen).toEqual(Array.from({ length: 202 }, (_, index) => index + 1));
  });
});

describe('places', () => {
  it('are taken by WebSockets and event streams alike, and given back', async () => {
    const metrics = createMetrics();
    await using gateway = await createTestGateway();
    await using http = await serve(gateway, { live: { maxConnections: 1 }, metrics });
    const query = 'subscription { runs { cursor } }';
    const stream = await subscribe(http.url, 'event stream', query, { as: 'service' });
    await stream.next();
    expect((await metrics.page()).text).toContain('tripoint_live_connections{transport="event-stream"} 1');
    await expect(openSocket(http.url)).rejects.toThrow('503');
    await stream.end();
    const retry = async (): Promise<Awaited<ReturnType<typeof openSocket>>> => openSocket(http.url).catch(retry);
    const socket = await retry();
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${await testToken('service')}` } });
    await socket.next();
    const response = await fetch(`${http.url}/graphql`, {
      method: 'POST',
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        authorization: `Bearer ${await testToken('service')}`,
      },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(503);
    socket.close();
  });
});

describe('a stop', () => {
  it('answers what is under way, and has every client connect again', async () => {
    await using gateway = await createTestGateway();
    const http = await serve(gateway);
    const socket = await openSocket(http.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${await testToken('service')}` } });
    await socket.next();
    const query = 'subscription { runs { cursor } }';
    socket.send({ id: '1', type: 'subscribe', payload: { query } });
    await socket.next();
    const stream = await subscribe(http.url, 'event stream', query, { as: 'service' });
    await stream.next();
    socket.send({ id: '2', type: 'subscribe', payload: { query: '{ partners(first: 1) { nodes { name } } }' } });
    // Behind the query on its way: the pong says that it has begun.
    socket.send({ type: 'ping' });
    const messages: SocketMessage[] = [];
    while (!messages.some(({ type }) => type === 'pong')) messages.push(await socket.next());
    const stopped = http[Symbol.asyncDispose]();
    expect(await socket.closed).toEqual({ code: 1012, reason: 'The gateway stops: connect again' });
    messages.push(...socket.received().map((text) => JSON.parse(text) as SocketMessage));
    expect(messages).toContainEqual(expect.objectContaining({ id: '2', type: 'next' }));
    await expect(stream.rest()).rejects.toThrow();
    await stopped;
  });
});

/** Resolves when the gateway has given a client up. */
function untilSlow(metrics: Metrics, transport: string): Promise<unknown> {
  const line = `tripoint_live_slow_total{transport="${transport}"} 1`;
  return expect.poll(async () => (await metrics.page()).text, { timeout: 25_000 }).toContain(line);
}

/** Asks for an event stream, and reads what comes only `until` then, to its end. */
function readLate(url: string, body: string, until: () => Promise<unknown>): Promise<string> {
  return testToken('service').then(
    (token) =>
      new Promise((resolve, reject) => {
        const { hostname, port } = new URL(url);
        const socket = connect(Number(port), hostname);
        const head = `POST /graphql HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n`;
        const chunks: Buffer[] = [];
        socket.pause();
        socket.write(head + body);
        socket.on('data', (chunk) => chunks.push(chunk));
        socket.once('error', reject);
        socket.once('end', () => resolve(Buffer.concat(chunks).toString('latin1')));
        until().then(() => socket.resume(), reject);
      }),
  );
}
