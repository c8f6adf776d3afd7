/** `WEB_CONCURRENCY`: several processes of one gateway at one port, each replaced when it ends. */
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { joinMetrics, type OwnMetrics } from '../http/metrics.ts';
import type { Log } from '../log.ts';
import type { Io } from './io.ts';
import { NeverUpError } from './never-up.ts';
import type { Told } from './sibling.ts';

/** What the processes are kept with. */
export interface Keeping {
  readonly count: number;
  /** Milliseconds after which a process that was told to stop, and has not, is killed. */
  readonly graceMs: number;
  readonly log: Log;
  readonly io: Pick<Io, 'print' | 'untilStopped'>;
}

/** How a process ended. */
interface End {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
}

/** Milliseconds before a process that lived shorter than `STEADY_MS` is replaced; twice as long each time. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const STEADY_MS = 60_000;
/** Milliseconds that a process has to tell its metrics; one that has no time is left out. */
const METRICS_MS = 2_000;

/**
 * Resolves when it was told to stop, and all processes have ended.
 *
 * The first one is alone until it is up, so that what is wrong with a start is said once.
 *
 * @throws NeverUpError
 */
export async function keepProcesses({ count, graceMs, log, io }: Keeping): Promise<void> {
  const stop = new AbortController();
  const stopped = io.untilStopped().then(() => stop.abort());
  const counted = { replaced: 0 };
  answerMetrics(count, counted);
  const first = cluster.fork();
  stop.signal.addEventListener('abort', () => {
    for (const worker of Object.values(cluster.workers ?? {})) if (worker) end(worker, graceMs);
  });
  const ended = await Promise.race([untilEnded(first), once(first, 'listening').then(() => null)]);
  if (ended && !stop.signal.aborted) throw new NeverUpError(ended.code ?? 1);
  const keep = (worker: Worker) => keepOne(worker, { stop: stop.signal, stopped, log, counted });
  const others = Array.from({ length: stop.signal.aborted ? 0 : count - 1 }, () => cluster.fork());
  const up = others.map((worker) => once(worker, 'listening', { signal: stop.signal }));
  void Promise.all(up).then(
    () => io.print(`${count} processes answer`),
    () => {},
  );
  await Promise.all([first, ...others].map(keep));
}

interface KeepingOne {
  readonly stop: AbortSignal;
  readonly stopped: Promise<void>;
  readonly log: Log;
  readonly counted: { replaced: number };
}

async function keepOne(first: Worker, { stop, stopped, log, counted }: KeepingOne): Promise<void> {
  let failures = 0;
  for (let worker = first; ; worker = cluster.fork()) {
    const started = performance.now();
    const { code, signal } = worker.isDead() ? { code: null, signal: null } : await untilEnded(worker);
    if (stop.aborted) return;
    const wasSteady = code === 0 || performance.now() - started > STEADY_MS;
    failures = wasSteady ? 0 : failures + 1;
    const waitMs = failures === 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
    log.error({ id: worker.id, code, signal, waitMs }, 'a process of the gateway ended: another takes its place');
    await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, waitMs))]);
    if (stop.aborted) return;
    counted.replaced += 1;
  }
}

function untilEnded(worker: Worker): Promise<End> {
  return new Promise((resolve) => worker.once('exit', (code, signal) => resolve({ code, signal })));
}

function end(worker: Worker, graceMs: number): void {
  const timer = setTimeout(() => worker.kill('SIGKILL'), graceMs);
  worker.once('exit', () => clearTimeout(timer));
  tell(worker, { kind: 'stop' });
}

/** One that ends just now hears nothing, and needs to hear nothing. */
function tell(worker: Worker, message: object): void {
  if (worker.isConnected()) worker.send(message, () => {});
}

/** Any of the processes may be asked for the page, which is of all of them. */
function answerMetrics(count: number, counted: { readonly replaced: number }): void {
  const isUp = new Set<Worker>();
  cluster.on('listening', (worker) => isUp.add(worker));
  cluster.on('exit', (worker) => isUp.delete(worker));
  cluster.on('message', (worker, { kind, id }: Told) => {
    if (kind !== 'ask for page') return;
    void Promise.all([...isUp].map((one) => readOwn(one, id))).then(async (given) => {
      const own = given.flatMap((metrics) => (metrics ? [metrics] : []));
      const text = await joinMetrics(own, { configured: count, up: isUp.size, told: own.length, ...counted });
      tell(worker, { kind: 'page', id, text });
    });
  });
}

/** Null where it does not tell them in time, or ends meanwhile. */
function readOwn(worker: Worker, id: string): Promise<OwnMetrics | null> {
  return new Promise((resolve) => {
    const done = (metrics: OwnMetrics | null) => {
      clearTimeout(timer);
      worker.off('message', listen);
      worker.off('exit', leave);
      resolve(metrics);
    };
    const leave = () => done(null);
    const listen = (told: Told) => {
      if (told.kind === 'own' && told.id === id) done(told.metrics);
    };
    const timer = setTimeout(done, METRICS_MS, null);
    worker.on('message', listen);
    worker.once('exit', leave);
    tell(worker, { kind: 'ask for own', id });
  });
}
