/** `/metrics`: what the gateway did, in numbers, and nothing of whom it did it for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStandInOdoo, type RunningStandIn } from '../../src/demo/odoo/stand-in.ts';
import { createHealth } from '../../src/http/health.ts';
import { type Listening, listen } from '../../src/http/listen.ts';
import { createMetrics, type Metrics } from '../../src/http/metrics.ts';
import { createLog } from '../../src/log.ts';
import { createMemoryStore } from '../../src/odoo/cache-memory.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { knownFieldsOf } from '../../src/odoo/known-fields.ts';
import { readerOf } from '../../src/odoo/reader.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { createOdooFaultProxy, type OdooFaultProxy } from '../support/odoo-fault-proxy.ts';

describe('/metrics', () => {
  let standIn: RunningStandIn;
  let proxy: OdooFaultProxy;
  let base: TestGateway;
  let gateway: TestGateway;
  let http: Listening;
  const metrics: Metrics = createMetrics();

  beforeAll(async () => {
    base = await createTestGateway();
    standIn = await createStandInOdoo().listen();
    proxy = await createOdooFaultProxy(standIn.url);
    const cache = { maxAgeSeconds: 60, staleIfErrorSeconds: 0 };
    const config = {
      url: proxy.url,
      database: null,
      apiKey: standIn.apiKey,
      timeoutMs: 2_000,
      maxConcurrency: 4,
      cache,
    };
    const odoo = createOdooClient(config, { store: createMemoryStore(), observe: metrics.odoo });
    metrics.watchOdoo(odoo.status);
    gateway = await createTestGateway({ beside: base, odoo, observe: metrics.operation });
    const health = createHealth(gateway.sources, { odooStatus: odoo.status });
    const { server } = gateway;
    const log = createLog('silent');
    http = await listen({ server, health, pages: null, log, metrics }, { host: '127.0.0.1', port: 0 });
  });

  afterAll(async () => {
    await http.close();
    await gateway[Symbol.asyncDispose]();
    await base[Symbol.asyncDispose]();
    await proxy[Symbol.asyncDispose]();
    await standIn.close();
  });

  const post = async (query: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await testToken('service')}` };
    const response = await fetch(`${http.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    await response.text();
  };
  /** The page's samples: `name{labels}` → value. */
  const read = async () => {
    const response = await fetch(`${http.url}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const lines = (await response.text()).split('\n').filter((line) => line && !line.startsWith('#'));
    return new Map(
      lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
    );
  };

  it('counts requests, upstream calls, cache results and errors, each by a closed set of labels', async () => {
    // What is asked once a process is counted too, and is no part of what follows.
    const odoo = gateway.sources.odoo as OdooCall;
    await readerOf(odoo).language();
    await knownFieldsOf(odoo).learn([{ model: 'res.partner' }, { model: 'account.move' }]);
    const before = await read();
    await post('{ partners(first: 1) { nodes { name } } runs { totalCount } }');
    await post('{ partners(first: 1) { nodes { name } } }');
    await proxy.set('expired-key');
    await post('{ moves(first: 1) { nodes { name } } }');
    await proxy.set('through');
    await fetch(`${http.url}/no/such/path?of=ana`);
    const samples = await read();
    const value = (name: string) => (samples.get(name) ?? 0) - (before.get(name) ?? 0);
    expect(value('tripoint_http_request_duration_seconds_count{route="graphql",status="200"}')).toBe(3);
    expect(value('tripoint_http_request_duration_seconds_count{route="other",status="404"}')).toBe(1);
    expect(value('tripoint_upstream_call_duration_seconds_count{surface="odoo",outcome="ok"}')).toBe(1);
    expect(value('tripoint_upstream_call_duration_seconds_count{surface="ops",outcome="ok"}')).toBe(1);
    expect(value('tripoint_upstream_call_duration_seconds_count{surface="odoo",outcome="UPSTREAM_ERROR"}')).toBe(1);
    expect(value('tripoint_odoo_requests_total{outcome="ok",identity="reader"}')).toBe(1);
    expect(value('tripoint_odoo_requests_total{outcome="UPSTREAM_ERROR",identity="reader"}')).toBe(1);
    expect(value('tripoint_odoo_cache_total{result="miss"}')).toBe(1);
    expect(value('tripoint_odoo_cache_total{result="fresh"}')).toBe(1);
    expect(value('tripoint_graphql_errors_total{code="UPSTREAM_ERROR"}')).toBe(1);
    expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(0);
    expect([...samples.keys()].some((name) => name.startsWith('nodejs_eventloop_lag'))).toBe(true);
  });

  it('shows the breaker, as /readyz does, and what is under way', async () => {
    const before = await read();
    expect(before.get('tripoint_odoo_breaker_state{state="closed"}')).toBe(1);
    expect(before.get('tripoint_odoo_breaker_state{state="open"}')).toBe(0);
    expect(before.get('tripoint_odoo_in_flight')).toBe(0);
    expect(before.get('tripoint_odoo_queued')).toBe(0);
    await proxy.set('bad-gateway');
    for (const first of [11, 12, 13]) await post(`{ partners(first: ${first}) { nodes { name } } }`);
    const after = await read();
    expect(after.get('tripoint_odoo_breaker_state{state="open"}')).toBe(1);
    expect(after.get('tripoint_odoo_requests_total{outcome="UPSTREAM_UNAVAILABLE",identity="reader"}')).toBe(5);
    const ready = (await (await fetch(`${http.url}/readyz`)).json()) as { breakers: object };
    expect(ready.breakers).toEqual({ odoo: 'open' });
    await proxy.set('through');
  });

  it('has no label of a user, a record, a path or a query', async () => {
    const labels = new Set(
      [...(await read()).keys()].flatMap((name) => [...name.matchAll(/[{,](\w+)="/g)].map(([, label]) => label)),
    );
    // An identity is the reader's or a mapped user's, and says not whose.
    const ours = ['route', 'status', 'surface', 'outcome', 'identity', 'code', 'result', 'state', 'le'];
    // Labels of prom-client's own: kinds of garbage collection, of handles and of spaces of the heap, the version of Node.
    const defaults = ['kind', 'type', 'space', 'version', 'major', 'minor', 'patch', 'quantile'];
    expect([...labels].filter((label) => ![...ours, ...defaults].includes(String(label)))).toEqual([]);
  });
});
