/** `/metrics`: what Prometheus reads. No label holds anything of a user or of a record. */
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Caches } from '../caches.ts';
import type { OdooObserver } from '../odoo/client.ts';
import type { BreakerState, OdooStatus } from '../odoo/resilience.ts';
import type { ObserveEnd } from '../operation-log.ts';
import type { ObserveDocument } from '../operations/trust.ts';
import type { PoolLoad } from '../postgres/source.ts';
import type { ObserveOperation } from '../report.ts';
import type { GithubWebhookOptions } from './github-webhook.ts';
import { createLiveMetrics, type LiveMetrics } from './live-metrics.ts';
import { createObserveEnd } from './operation-metrics.ts';
import { watchPool } from './pool-metrics.ts';
import type { WebhooksOptions } from './webhooks.ts';

/** Everything that is counted and measured. */
export interface Metrics {
  /** One HTTP request: `route` is of a closed set, `status` its HTTP status, or `aborted`. */
  readonly http: (route: string, status: string, seconds: number) => void;
  readonly operation: ObserveOperation;
  readonly document: ObserveDocument;
  readonly odoo: OdooObserver;
  readonly live: LiveMetrics;
  /** One delivery of a webhook. */
  readonly webhook: WebhooksOptions['observe'] & GithubWebhookOptions['observe'];
  /** Makes what counts operations by name. @param names Those that stand for themselves: of trusted operations. */
  createObserveEnd(names: readonly string[]): ObserveEnd;
  /** Shows how the connections to the database are taken from now on. */
  watchPool(load: (() => PoolLoad) | undefined): void;
  /** Shows the state of the way to Odoo from now on. */
  watchOdoo(status: () => OdooStatus): void;
  /** Shows how full each cache is from now on. */
  watchCaches(states: Caches['states']): void;
  /** The page, and its content type. */
  page(): Promise<{ readonly type: string; readonly text: string }>;
  /** What the page would say, for the page of several processes. */
  own(): Promise<OwnMetrics>;
}

/** The metrics of one process, to be sent to another. */
export type OwnMetrics = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

/** The processes of a gateway, as the one that keeps them counts. */
export interface Processes {
  readonly configured: number;
  readonly up: number;
  /** How many of those that are up told their metrics. */
  readonly told: number;
  readonly replaced: number;
}

/** Seconds: from a statement to the longest call. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const BREAKER_STATES: readonly BreakerState[] = ['closed', 'open', 'half-open'];

/** A registry of its own: two gateways in one process do not mix. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const http = new Histogram({
    name: 'tripoint_http_request_duration_seconds',
    help: 'Time until an HTTP request was answered',
    labelNames: ['route', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const upstream = new Histogram({
    name: 'tripoint_upstream_call_duration_seconds',
    help: 'Time that an operation waited for one upstream call, queue and retries included',
    labelNames: ['surface', 'outcome'],
    buckets: BUCKETS,
    registers,
  });
  const errors = new Counter({
    name: 'tripoint_graphql_errors_total',
    help: 'GraphQL errors answered, by code',
    labelNames: ['code'],
    registers,
  });
  const limits = new Counter({
    name: 'tripoint_limits_exceeded_total',
    help: 'Operations beyond a limit, a rate, a budget or a queue, by its name: refused, or with LIMITS=measure let pass',
    labelNames: ['limit'],
    registers,
  });
  const documents = new Counter({
    name: 'tripoint_documents_total',
    help: 'Documents by kind of viewer: trusted, untrusted and let pass, refused (TRUSTED_DOCUMENTS), or an id of none',
    labelNames: ['viewer', 'outcome'],
    registers,
  });
  const requests = new Counter({
    name: 'tripoint_odoo_requests_total',
    help: 'Requests to Odoo, each try counted, by outcome and by whose rights: the reader, or a mapped user',
    labelNames: ['outcome', 'identity'],
    registers,
  });
  const cache = new Counter({
    name: 'tripoint_odoo_cache_total',
    help: 'Reads of Odoo with the cache on: answered fresh or stale from it, or missed',
    labelNames: ['result'],
    registers,
  });
  const webhooks = new Counter({
    name: 'tripoint_webhook_deliveries_total',
    help: 'Deliveries of events of Odoo and GitHub, by door and by what they came to: stored, known, ignored, refused, limited or failed',
    labelNames: ['door', 'result'],
    registers,
  });
  return {
    http: (route, status, seconds) => http.observe({ route, status }, seconds),
    operation: ({ calls, codes, exceeded }) => {
      for (const { surface, outcome, ms, asOf } of calls)
        if (asOf === undefined) upstream.observe({ surface, outcome }, ms / 1_000);
      for (const code of codes) errors.inc({ code });
      for (const limit of exceeded) limits.inc({ limit });
    },
    document: (viewer, outcome) => documents.inc({ viewer, outcome }),
    odoo: {
      call: (outcome, identity) => requests.inc({ outcome, identity }),
      cache: (result) => cache.inc({ result }),
    },
    live: createLiveMetrics(registry),
    webhook: (door, result) => webhooks.inc({ door, result }),
    createObserveEnd: (names) => createObserveEnd(registry, names),
    watchPool: (load) => watchPool(registry, load),
    watchOdoo: (status) => watchOdoo(registry, status),
    watchCaches: (states) => watchCaches(registry, states),
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
    own: () => registry.getMetricsAsJSON(),
  };
}

/** One page of several processes: counts and gauges are added up, where a metric does not say otherwise. */
export async function joinMetrics(all: readonly OwnMetrics[], processes: Processes): Promise<string> {
  const registry = new Registry();
  const registers = [registry];
  const count = new Gauge({
    name: 'tripoint_processes',
    help: 'Processes of the gateway: configured, up, and those whose metrics are in this page',
    labelNames: ['state'],
    registers,
  });
  for (const state of ['configured', 'up', 'told'] as const) count.set({ state }, processes[state]);
  const replaced = new Counter({
    name: 'tripoint_processes_replaced_total',
    help: 'Processes of the gateway that ended without being told to, and were replaced',
    registers,
  });
  replaced.inc(processes.replaced);
  const pages = [AggregatorRegistry.aggregate([...all]), registry].map((one) => one.metrics());
  return (await Promise.all(pages)).join('\n');
}

function watchCaches(registry: Registry, states: Caches['states']): void {
  const [labelNames, registers] = [['cache'], [registry]];
  new Gauge({
    name: 'tripoint_cache_entries',
    help: 'Entries that a cache of the process holds',
    ...{ labelNames, registers },
    collect() {
      for (const { name, entries } of states()) this.set({ cache: name }, entries);
    },
  });
  new Gauge({
    name: 'tripoint_cache_max_entries',
    help: 'Entries that a cache of the process holds at most',
    ...{ labelNames, registers },
    collect() {
      for (const { name, maxEntries } of states()) this.set({ cache: name }, maxEntries);
    },
  });
}

function watchOdoo(registry: Registry, status: () => OdooStatus): void {
  const registers = [registry];
  new Gauge({
    name: 'tripoint_odoo_breaker_state',
    help: '1 for the state that the circuit breaker before Odoo is in',
    labelNames: ['state'],
    registers,
    collect() {
      const { breaker } = status();
      for (const state of BREAKER_STATES) this.set({ state }, state === breaker ? 1 : 0);
    },
  });
  new Gauge({
    name: 'tripoint_odoo_in_flight',
    help: 'Calls to Odoo under way',
    registers,
    collect() {
      this.set(status().executing);
    },
  });
  new Gauge({
    name: 'tripoint_odoo_queued',
    help: 'Calls to Odoo that wait for a place',
    registers,
    collect() {
      this.set(status().queued);
    },
  });
}
