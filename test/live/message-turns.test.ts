/** Messages of WebSockets come in turns: a burst on one leaves the event loop, and the other ones, their time. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GatewayServer } from '../../src/server.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { openSocket } from '../support/socket.ts';

/** Pairs of `subscribe` and `complete`. */
const BURST = 2_000;
const MOST_AT_ONCE = 8;

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway({ pollMs: 60_000 });
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** Counts the subscriptions that are opened between two looks of the event loop. */
function countOpened() {
  const seen = { most: 0, now: 0, all: 0, order: [] as string[] };
  const subscribe: GatewayServer['subscribe'] = (params, viewer) => {
    if (seen.now === 0)
      setImmediate(() => {
        seen.now = 0;
      });
    seen.now += 1;
    seen.all += 1;
    seen.most = Math.max(seen.most, seen.now);
    seen.order.push(viewer.kind);
    return gateway.server.subscribe(params, viewer);
  };
  return { seen, server: { ...gateway.server, subscribe } };
}

it('begins few of a burst at a time, ends each, and answers another viewer in its midst', async () => {
  const { seen, server } = countOpened();
  await using http = await serve({ ...gateway, server });
  const connect = async (as: string) => {
    const socket = await openSocket(http.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${await testToken(as)}` } });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    return socket;
  };
  const [burst, other] = [await connect('service'), await connect('ana')];
  const query = 'subscription { runs { cursor } }';
  for (let id = 0; id < BURST; id += 1) {
    burst.send({ id: String(id), type: 'subscribe', payload: { query } });
    burst.send({ id: String(id), type: 'complete' });
  }
  burst.send({ id: 'last', type: 'subscribe', payload: { query: '{ viewer { kind } }' } });
  other.send({ id: '1', type: 'subscribe', payload: { query: '{ viewer { kind } }' } });
  expect(await other.next()).toMatchObject({ id: '1', type: 'next' });
  expect(seen.all).toBeLessThan(BURST);
  for (let message = await burst.next(); message.id !== 'last'; ) message = await burst.next();
  expect(seen.all).toBe(BURST + 2);
  expect(seen.most).toBeLessThanOrEqual(MOST_AT_ONCE);
  for (const socket of [burst, other]) socket.close();
});
