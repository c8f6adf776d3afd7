/** What one process of several has to do with the others, by messages to and from the one that keeps them. */
import cluster, { type Worker } from 'node:cluster';
import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Metrics, OwnMetrics } from '../http/metrics.ts';

/** What a process tells the one that keeps it. */
export type Told =
  | { readonly kind: 'ask for page'; readonly id: string }
  | { readonly kind: 'own'; readonly id: string; readonly metrics: OwnMetrics };

/** What it hears. */
type Heard =
  | { readonly kind: 'stop' }
  | { readonly kind: 'ask for own'; readonly id: string }
  | { readonly kind: 'page'; readonly id: string; readonly text: string };

/** This process, where it is one of several. */
export interface Sibling {
  /** Whether it says for all what a start says. */
  readonly isFirst: boolean;
  /** Resolves when the gateway is told to stop. */
  readonly untilStopped: Promise<void>;
  /** The metrics, whose page is that of all processes. */
  shareMetrics(metrics: Metrics): Metrics;
  /** Lets go of the others: without it this process would not end. */
  leave(): void;
}

/** Null where this process is the only one, or keeps the others. */
export function readSibling(): Sibling | null {
  const { worker } = cluster;
  if (!worker) return null;
  const pages = new Map<string, (text: string) => void>();
  let metrics: Metrics | null = null;
  const untilStopped = new Promise<void>((resolve) => {
    worker.on('message', (heard: Heard) => {
      if (heard.kind === 'stop') resolve();
      if (heard.kind === 'page') pages.get(heard.id)?.(heard.text);
      if (heard.kind === 'ask for own') void tellOwn(worker, metrics, heard.id);
    });
  });
  return {
    isFirst: worker.id === 1,
    untilStopped,
    shareMetrics: (own) => {
      metrics = own;
      return { ...own, page: async () => ({ ...(await own.page()), text: await readPage(worker, pages) }) };
    },
    leave: () => worker.disconnect(),
  };
}

/** What is meant for the whole gateway, divided: each process keeps to its part of it. */
export function shareConfig(config: Config): Config {
  const { processes, odoo, live } = config;
  const part = (whole: number) => Math.floor(whole / processes);
  const { maxConcurrency, maxQueue } = odoo ?? {};
  return {
    ...config,
    odoo: odoo && {
      ...odoo,
      ...(maxConcurrency !== undefined && { maxConcurrency: Math.max(1, part(maxConcurrency)) }),
      ...(maxQueue !== undefined && { maxQueue: part(maxQueue) }),
    },
    live: { ...live, maxConnections: part(live.maxConnections) },
  };
}

async function tellOwn(worker: Worker, metrics: Metrics | null, id: string): Promise<void> {
  if (metrics) worker.send({ kind: 'own', id, metrics: await metrics.own() } satisfies Told, () => {});
}

function readPage(worker: Worker, pages: Map<string, (text: string) => void>): Promise<string> {
  const id = randomUUID();
  return new Promise<string>((resolve) => {
    pages.set(id, resolve);
    worker.send({ kind: 'ask for page', id } satisfies Told, () => {});
  }).finally(() => pages.delete(id));
}
