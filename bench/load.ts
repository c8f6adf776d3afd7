/** The load generator: a process of its own, told over IPC what to ask, which reports once and ends. */
import { runConnection, type WireRequest } from './connection.ts';

/** What to ask, and until when. */
export interface LoadOrder {
  readonly host: string;
  readonly port: number;
  /** Asked in turn. */
  readonly requests: readonly { readonly text: string; readonly bodyBytes: number }[];
  readonly connections: number;
  /** Seconds after which no request is sent any more. */
  readonly seconds: number;
  /** Requests at most. */
  readonly most: number;
}

/** What came of it; times in milliseconds. */
export interface LoadReport {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
}

process.once('message', (order: LoadOrder) => {
  run(order).then(
    (report) => process.send?.(report, () => process.disconnect()),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});

async function run({ host, port, requests, connections, seconds, most }: LoadOrder): Promise<LoadReport> {
  const wire = requests.map(({ text, bodyBytes }): WireRequest => ({ bytes: Buffer.from(text), bodyBytes }));
  const times: number[] = [];
  let sent = 0;
  const start = performance.now();
  const deadline = start + seconds * 1_000;
  const next = () => {
    if (sent >= most || performance.now() >= deadline) return null;
    sent += 1;
    return wire[(sent - 1) % wire.length] ?? null;
  };
  const options = { host, port, next, onAnswer: (ms: number) => times.push(ms) };
  await Promise.all(Array.from({ length: connections }, () => runConnection(options)));
  const elapsed = performance.now() - start;
  times.sort((a, b) => a - b);
  return { requestsPerSecond: (times.length / elapsed) * 1_000, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
