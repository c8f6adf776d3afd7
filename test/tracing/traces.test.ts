/** Traces: a request, what it asks upstream and the run that it enqueues are one, told to a collector over OTLP. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpHandlers } from '../../src/agents/http-handlers.ts';
import { createLog } from '../../src/log.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { readTracing, tracingVariables } from '../../src/tracing/config.ts';
import { startTracing, type Tracing } from '../../src/tracing/sdk.ts';
import { type Collector, createCollector, namesOf, toTree } from '../support/collector.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { createTestServer } from '../support/http-server.ts';
import { serve } from '../support/listening.ts';
import { openSocket } from '../support/socket.ts';
import { AGENT, startTestWorker, untilRun } from '../support/worker.ts';

const SECRET = 'what no span may hold';
const KIND = 'traced.report';

let collector: Collector;
let tracing: Tracing;
let gateway: TestGateway;
let http: { url: string } & AsyncDisposable;

const settings = (given: Record<string, string>) => readTracing(tracingVariables.parse(given));

beforeAll(async () => {
  collector = await createCollector();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
  const config = settings({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '20' });
  tracing = await startTracing(config, { role: 'gateway', log: createLog('silent') });
  gateway = await createTestGateway();
  http = await serve(gateway);
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
  await tracing.close();
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  await collector[Symbol.asyncDispose]();
});

let traces = 0;
/** The trace of a client that asks, sampled or not. */
function createTrace(flags = '01') {
  traces += 1;
  const traceId = String(traces).padStart(32, 'a');
  return { traceId, traceparent: `00-${traceId}-00f067aa0ba902b7-${flags}` };
}

async function ask(body: object, headers: Record<string, string> = {}, as = 'service') {
  const authorization = `Bearer ${await testToken(as)}`;
  const response = await fetch(`${http.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization, ...headers },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { data: Record<string, unknown> };
}

const isAnswered = (spans: readonly { name: string }[]) => spans.some(({ name }) => name === 'POST /graphql');

describe('a request', () => {
  it('is a trace of its operation, its plan and each call upstream, below the span of whoever asks', async () => {
    const { traceId, traceparent } = createTrace();
    const query = `query Titles($title: String!) {
      pages(first: 2, filter: { title: { ne: $title } }) { nodes { title } } partners(first: 1) { nodes { name } }
    }`;
    await ask({ query, variables: { title: SECRET } }, { traceparent, tracestate: 'vendor=1' }, 'ana');
    const spans = await collector.until(traceId, isAnswered);
    const names = namesOf(toTree(spans));
    expect(names.slice(0, 2)).toEqual(['POST /graphql', '  query']);
    const parts = names.filter((name) => /^ {4}\S/.test(name) && !/ops\.standing|fields_get/.test(name));
    expect(parts.sort()).toEqual(['    plan', '    res.partner web_search_read', '    select work.pages']);
    expect(names).toContain('      POST /json/2/res.partner/web_search_read');
    expect(names.some((name) => /^ {6}select work\.pages/.test(name))).toBe(true);
    const [request] = spans.filter(({ name }) => name === 'POST /graphql');
    expect(request).toMatchObject({
      ...{ kind: 'server', parentSpanId: '00f067aa0ba902b7', isFailed: false },
      attributes: { 'http.request.method': 'POST', 'http.route': '/graphql', 'http.response.status_code': 200 },
    });
    expect(spans.find(({ name }) => name === 'query')?.attributes).toMatchObject({
      'graphql.operation.name': 'Titles',
      'graphql.operation.type': 'query',
      'tripoint.viewer': 'user',
    });
    expect(JSON.stringify(spans)).not.toContain(SECRET);
    expect(collector.problems).toEqual([]);
    expect(gateway.loggedOperations.at(-1)).toMatchObject({ traceId });
  });

  it('tells Odoo of its trace', async () => {
    const heard: string[] = [];
    await using odoo = await createTestServer((request: IncomingMessage, response: ServerResponse) => {
      heard.push(String(request.headers.traceparent));
      response.end('{"length":0,"records":[]}');
    });
    const { traceId, traceparent } = createTrace();
    const config = { url: odoo.url, database: null, apiKey: 'x', timeoutMs: 5_000, maxConcurrency: 4 };
    await using asking = await createTestGateway({ beside: gateway, odoo: createOdooClient(config) });
    await using listening = await serve(asking);
    await fetch(`${listening.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await testToken('service')}`,
        traceparent,
      },
      body: JSON.stringify({ query: '{ partners(first: 1) { nodes { id } } }' }),
    }).then((response) => response.text());
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.filter((header) => !header.startsWith(`00-${traceId}-`))).toEqual([]);
  });

  it('is kept as whoever asks has decided, and is a trace of its own where the header is none', async () => {
    const not = createTrace('00');
    await ask({ query: 'query Unsampled { __typename }' }, { traceparent: not.traceparent });
    expect(gateway.loggedOperations.at(-1)).toMatchObject({ operation: 'Unsampled', traceId: not.traceId });
    const wrong = createTrace().traceId;
    await ask({ query: 'query Wrong { __typename }' }, { traceparent: `00-${wrong}-0000000000000000-01` });
    const { traceId } = gateway.loggedOperations.at(-1) as { traceId: string };
    await collector.until(traceId, isAnswered);
    expect(collector.spans.filter((span) => [wrong, not.traceId].includes(span.traceId))).toEqual([]);
  });

  it('that fails says by which code', async () => {
    const { traceId, traceparent } = createTrace();
    await ask({ query: '{ runs { nodes { id } } }' }, { traceparent }, 'ana');
    const spans = await collector.until(traceId, isAnswered);
    expect(spans.find(({ name }) => name === 'query')).toMatchObject({
      isFailed: true,
      attributes: { 'error.type': 'FORBIDDEN' },
    });
  });

  it('over a WebSocket is an operation of the trace that the connection came with', async () => {
    const { traceId, traceparent } = createTrace();
    const authorization = `Bearer ${await testToken('service')}`;
    const socket = await openSocket(http.url, { headers: { traceparent, authorization } });
    socket.send({ type: 'connection_init' });
    const query = 'query OverASocket { runs(first: 1) { nodes { id } } }';
    await socket.next();
    socket.send({ type: 'subscribe', id: '1', payload: { query } });
    await socket.next();
    socket.close();
    const spans = await collector.until(traceId, (found) => found.some(({ name }) => name === 'query'));
    expect(spans.find(({ name }) => name === 'query')?.attributes).toMatchObject({
      'graphql.operation.name': 'OverASocket',
    });
  });
});

describe('a subscription', () => {
  it('is one span from its beginning to its end, and what it reads for many is a part of no trace', async () => {
    const { traceId, traceparent } = createTrace();
    const leaving = new AbortController();
    const response = await fetch(`${http.url}/graphql`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', accept: 'text/event-stream', traceparent },
        authorization: `Bearer ${await testToken('service')}`,
      },
      body: JSON.stringify({ query: 'subscription Feed { runs(after: "") { cursor } }' }),
      signal: leaving.signal,
    });
    await response.body?.getReader().read();
    await ask({ query: '{ __typename }' });
    leaving.abort();
    const spans = await collector.until(traceId, isAnswered);
    const names = namesOf(toTree(spans)).filter((name) => !name.includes('ops.standing'));
    expect(names).toEqual(['POST /graphql', '  subscription']);
  });
});

describe('a run', () => {
  it('is of the trace of the request that enqueued it, its handler elsewhere too', async () => {
    const heard: string[] = [];
    await using handler = await createTestServer((request: IncomingMessage, response: ServerResponse) => {
      heard.push(String(request.headers.traceparent));
      response.end('{}');
    });
    const handlers = createHttpHandlers({
      ...{ agent: AGENT, kinds: [KIND], url: handler.url, secrets: [`whsec_${Buffer.alloc(32).toString('base64')}`] },
      ...{ leaseSeconds: 60, timeoutSeconds: 10, mayBePrivate: true, isNeutralized: false },
    });
    const { traceId, traceparent } = createTrace();
    const query =
      'mutation Enqueue($input: EnqueueRunInput!) { enqueueRun(input: $input) { run { id } userErrors { message } } }';
    const input = { agent: AGENT, kind: KIND, input: { secret: SECRET } };
    const { data } = await ask({ query, variables: { input } }, { traceparent });
    const { id } = (data.enqueueRun as { run: { id: string } }).run;
    await using worker = startTestWorker(gateway, handlers);
    await untilRun(gateway, id);
    const spans = await collector.until(traceId, (found) => found.some(({ name }) => name === `run ${KIND}`));
    const names = namesOf(toTree(spans));
    const run = names.findIndex((name) => name.endsWith(`run ${KIND}`));
    const indent = ' '.repeat(names[run]?.search(/\S/) ?? 0);
    expect(names.slice(run)).toEqual(
      expect.arrayContaining([`${indent}run ${KIND}`, `${indent}  claim`, `${indent}  handler`, `${indent}    POST`]),
    );
    expect(spans.find(({ name }) => name === `run ${KIND}`)).toMatchObject({
      kind: 'consumer',
      attributes: { 'messaging.message.id': id, 'tripoint.run.outcome': 'SUCCEEDED' },
    });
    expect(heard).toEqual([expect.stringMatching(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`))]);
    const lines = worker.logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ msg: 'runs were claimed', agent: AGENT, runs: 1 }),
        expect.objectContaining({ msg: 'an attempt of a run ended', runId: id, outcome: 'SUCCEEDED', traceId }),
      ]),
    );
    expect(JSON.stringify(spans)).not.toContain(SECRET);
  });
});
