/** What a worker and an indexer count for `/metrics`, and how far behind they are, which is asked when the page is. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Log } from '../log.ts';
import type { PoolLoad } from '../postgres/source.ts';
import { watchPool } from './pool-metrics.ts';

/** How much waits, and for how long the longest of it. */
export interface Lag {
  /** Absent where it is not counted. */
  readonly waiting?: number;
  readonly oldestSeconds: number;
}

/** An attempt of a run that is over. */
interface Attempt {
  readonly run: { readonly agent: string; readonly kind: string };
  readonly outcome: string;
  readonly ms: number;
}

/** A batch of pages. */
interface Batch {
  readonly indexed: number;
  readonly embedded: number;
  readonly failed: number;
  readonly dead: number;
}

/** A registry of one background process. */
export interface BackgroundMetrics {
  /** Counts runs of an agent. */
  watchRuns(
    agent: string,
    load: () => { readonly taken: number; readonly waiting: number },
  ): {
    readonly claimed: (runs: number) => void;
    readonly ended: (attempt: Attempt) => void;
  };
  /** Counts pages. */
  watchPages(): (batch: Batch) => void;
  /** Shows how far behind something is: asked when the page is. @param name E.g. `runs`, of a closed set. */
  watchLag(name: string, read: () => Promise<Readonly<Record<string, Lag>>>): void;
  /** Shows how the connections to the database are taken. */
  watchPool(load: (() => PoolLoad) | undefined): void;
  page(): Promise<{ readonly type: string; readonly text: string }>;
}

/** Seconds: from a statement to the longest run. */
const BUCKETS = [0.005, 0.025, 0.1, 0.5, 1, 5, 15, 60, 300, 1_800];

/** @param log Told where a lag cannot be read: the page then leaves it out. */
export function createBackgroundMetrics(log: Log): BackgroundMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    watchRuns: (agent, load) => watchRuns(registry, agent, load),
    watchPages: () => watchPages(registry),
    watchLag: (name, read) => watchLag(registry, { name, read, log }),
    watchPool: (load) => watchPool(registry, load),
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function watchRuns(registry: Registry, agent: string, load: Parameters<BackgroundMetrics['watchRuns']>[1]) {
  const registers = [registry];
  const claimed = new Counter({
    name: 'tripoint_worker_claimed_total',
    help: 'Runs that the worker claimed, by agent',
    labelNames: ['agent'],
    registers,
  });
  const ended = new Histogram({
    name: 'tripoint_worker_attempt_duration_seconds',
    help: 'Time that an attempt of a run had its place, by agent, kind and outcome',
    labelNames: ['agent', 'kind', 'outcome'],
    buckets: BUCKETS,
    registers,
  });
  new Gauge({
    name: 'tripoint_worker_runs',
    help: 'Runs that this worker holds: those that have a place, and those that wait for one',
    labelNames: ['agent', 'state'],
    registers,
    collect() {
      const { taken, waiting } = load();
      this.set({ agent, state: 'taken' }, taken);
      this.set({ agent, state: 'waiting' }, waiting);
    },
  });
  return {
    claimed: (runs: number) => claimed.inc({ agent }, runs),
    ended: ({ run: { kind }, outcome, ms }: Attempt) => ended.observe({ agent, kind, outcome }, ms / 1_000),
  };
}

function watchPages(registry: Registry) {
  const pages = new Counter({
    name: 'tripoint_indexer_pages_total',
    help: 'Pages of the search index, by what became of them: indexed, failed, or dead, which is failed for the last time',
    labelNames: ['result'],
    registers: [registry],
  });
  const texts = new Counter({
    name: 'tripoint_indexer_texts_total',
    help: 'Texts that were embedded',
    registers: [registry],
  });
  return ({ indexed, embedded, failed, dead }: Batch) => {
    pages.inc({ result: 'indexed' }, indexed);
    pages.inc({ result: 'failed' }, failed - dead);
    pages.inc({ result: 'dead' }, dead);
    texts.inc(embedded);
  };
}

interface Lagging {
  readonly name: string;
  readonly read: () => Promise<Readonly<Record<string, Lag>>>;
  readonly log: Log;
}

function watchLag(registry: Registry, { name, read, log }: Lagging): void {
  const labelNames = ['of'];
  const waiting = new Gauge({
    name: `tripoint_${name}_waiting`,
    help: 'How much is due and not begun',
    labelNames,
    registers: [registry],
    async collect() {
      this.reset();
      oldest.reset();
      try {
        for (const [of, lag] of Object.entries(await read())) {
          if (lag.waiting !== undefined) waiting.set({ of }, lag.waiting);
          oldest.set({ of }, lag.oldestSeconds);
        }
      } catch (err) {
        log.warn({ err }, 'the metrics cannot say what waits');
      }
    },
  });
  const oldest = new Gauge({
    name: `tripoint_${name}_oldest_seconds`,
    help: 'For how long the longest of it has been due',
    labelNames,
    registers: [registry],
  });
}
