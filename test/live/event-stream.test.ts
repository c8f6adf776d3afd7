/** Event streams on `/graphql`: the protocol of graphql-sse, and what a page of another site cannot ask. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { createLedger } from '../support/live.ts';

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

const asService = async () => ({ authorization: `Bearer ${await testToken('service')}` });
const post = async (query: string, headers: Record<string, string> = {}) =>
  fetch(`${http.url}/graphql`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...(await asService()), ...headers },
    body: JSON.stringify({ query }),
  });
const get = async (query: string, headers: Record<string, string> = {}) =>
  fetch(`${http.url}/graphql?query=${encodeURIComponent(query)}`, {
    headers: { accept: 'text/event-stream', ...(await asService()), ...headers },
  });

/** The events of a stream that has ended, without the signs of life. */
const eventsOf = async (response: Response) =>
  (await response.text()).split('\n\n').filter((event) => event !== '' && event !== ':');

const endedRun = async () => {
  const run = await ledger.enqueue();
  await ledger.cancel(run);
  return `subscription { runEvents(runId: "${run}") { seq type } }`;
};
const EVENTS = [
  'event: next\nid: 1\ndata: {"data":{"runEvents":{"seq":1,"type":"run.enqueued"}}}',
  'event: next\nid: 2\ndata: {"data":{"runEvents":{"seq":2,"type":"run.cancelled"}}}',
  'event: complete\ndata:',
];

describe('the protocol', () => {
  it('MUST send each result as next, and complete at the end', async () => {
    const response = await post(await endedRun());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await eventsOf(response)).toEqual(EVENTS);
  });

  it('MAY be asked by GET, with a header that a page of another site cannot set unasked', async () => {
    const query = await endedRun();
    expect(await eventsOf(await get(query, { 'apollo-require-preflight': '1' }))).toEqual(EVENTS);
    // The authorization that it sends is such a header.
    expect(await eventsOf(await get(query))).toEqual(EVENTS);
    const refused = await fetch(`${http.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { accept: 'text/event-stream' },
    });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('MUST report mistakes of the operation as a result', async () => {
    const [next, complete] = await eventsOf(await post('{ nothing }'));
    expect(next).toMatch(/^event: next\ndata: \{"errors":\[.*"code":"BAD_USER_INPUT"/);
    expect(complete).toBe('event: complete\ndata:');
  });

  it('answers a query as its only result, and a mutation by POST alone', async () => {
    const [next] = await eventsOf(await post('{ viewer { kind } }'));
    expect(next).toBe('event: next\ndata: {"data":{"viewer":{"kind":"SERVICE"}}}');
    const mutation = 'mutation { enqueueRun(input: { agent: "a", kind: "by stream" }) { run { kind } } }';
    const [refused] = await eventsOf(await get(mutation));
    expect(refused).toMatch(/^event: next\ndata: \{"errors":/);
    const answer = await gateway.execute('{ runs(filter: { kind: { eq: "by stream" } }) { totalCount } }', {
      as: 'service',
    });
    expect(answer.data).toEqual({ runs: { totalCount: 0 } });
  });
});

describe('a client that takes JSON too', () => {
  const BOTH = { accept: 'application/graphql-response+json, application/json, text/event-stream' };

  it('gets JSON for a query, and a stream for a subscription', async () => {
    const query = await post('{ viewer { kind } }', BOTH);
    expect(query.headers.get('content-type')).toContain('json');
    expect(await query.json()).toMatchObject({ data: { viewer: { kind: 'SERVICE' } } });
    expect(await eventsOf(await post(await endedRun(), BOTH))).toEqual(EVENTS);
  });

  it('that takes JSON alone is told how to subscribe', async () => {
    const response = await post(await endedRun(), { accept: 'application/json' });
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('WebSocket'), extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});

describe('an event stream that is asked for again with the last id', () => {
  const last = (id: string) => ({ 'last-event-id': id });
  /** The fields of the first events of a stream that goes on. */
  const begin = async (response: Response, count: number) => {
    const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const events = () => text.split('\n\n').filter((event) => event.startsWith('event: next'));
    while (events().length < count) text += (await reader.read()).value;
    await reader.cancel();
    return events().map((event) => Object.fromEntries(event.split('\n').map((line) => line.split(/: (.*)/s))));
  };

  it('goes on after it: by POST and GET, with the place selected or not', async () => {
    const query = await endedRun();
    expect(await eventsOf(await post(query, last('1')))).toEqual(EVENTS.slice(1));
    expect(await eventsOf(await get(query, last('1')))).toEqual(EVENTS.slice(1));
    const [event] = await eventsOf(await post(query.replace('seq', ''), last('1')));
    expect(event).toBe('event: next\nid: 2\ndata: {"data":{"runEvents":{"type":"run.cancelled"}}}');
  });

  it('goes by the argument where that is given, as a literal or a variable', async () => {
    const query = await endedRun();
    const literal = query.replace(') {', ', after: 0) {');
    expect(await eventsOf(await post(literal, last('1')))).toEqual(EVENTS);
    const named = query.replace(') {', ', after: $after) {').replace('subscription', 'subscription ($after: Int)');
    const ask = async (variables: unknown) => {
      const headers = { accept: 'text/event-stream', 'content-type': 'application/json', ...(await asService()) };
      const body = JSON.stringify({ query: named, variables });
      return eventsOf(
        await fetch(`${http.url}/graphql`, { method: 'POST', headers: { ...headers, ...last('1') }, body }),
      );
    };
    expect(await ask({ after: 0 })).toEqual(EVENTS);
    expect(await ask({})).toEqual(EVENTS.slice(1));
  });

  it('goes on with changes, by cursors that were selected or not', async () => {
    const query = 'subscription { runs(filter: { kind: { eq: "last id" } }) { run { kind } } }';
    const first = await post(query);
    const [begun] = await begin(first, 1);
    expect(begun).toMatchObject({ id: expect.any(String), data: '{"data":{"runs":{"run":null}}}' });
    await ledger.enqueue('last id');
    const [missed] = await begin(await post(query, last(begun?.id)), 1);
    expect(missed.data).toBe('{"data":{"runs":{"run":{"kind":"last id"}}}}');
    expect(missed.id).not.toBe(begun?.id);
    const selected = await post(query.replace('{ run {', '{ cursor run {'), last(begun?.id));
    const [shown] = await begin(selected, 1);
    expect(JSON.parse(shown.data).data.runs.cursor).toBe(shown.id);
  });

  it.each(['x', '1.5', '-1', '99999999999', ' ', '1e0'])('is told of an id that is no place: %j', async (id) => {
    const [next, complete] = await eventsOf(await post(await endedRun(), last(id)));
    if (id.trim() === '') return expect([next, complete]).toEqual(EVENTS.slice(0, 2));
    expect(next).toMatch(/^event: next\ndata: \{"errors":\[.*"code":"BAD_USER_INPUT"/);
    expect(next).toContain('Last-Event-ID');
    expect(complete).toBe('event: complete\ndata:');
  });

  it('is told of a place of another field, and nothing of it where there are no places', async () => {
    const runs = 'subscription { runs { cursor } }';
    const [next] = await eventsOf(await post(runs, last('1')));
    expect(next).toContain('"code":"BAD_USER_INPUT"');
    const [query] = await eventsOf(await post('{ viewer { kind } }', last('1')));
    expect(query).toBe('event: next\ndata: {"data":{"viewer":{"kind":"SERVICE"}}}');
  });
});

it('is refused before it begins where the token is', async () => {
  const response = await post(await endedRun(), { authorization: 'Bearer x.y.z' });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

it('is refused where the body is no JSON, or a form', async () => {
  expect((await post('', { 'content-type': 'text/plain' })).status).toBe(415);
});
