/** The load generator: a process of its own, told over IPC what to ask, which reports once and ends. */
import { runConnection } from './connection.ts';

/** What to ask, and for how long. */
export interface LoadOrder {
  readonly host: string;
  readonly port: number;
  readonly request: string;
  readonly bodyBytes: number;
  readonly connections: number;
  readonly seconds: number;
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

async function run({ host, port, request, bodyBytes, connections, seconds }: LoadOrder): Promise<LoadReport> {
  const times: number[] = [];
  const start = performance.now();
  const options = {
    host,
    port,
    request: Buffer.from(request),
    bodyBytes,
    deadline: start + seconds * 1_000,
    onAnswer: (ms: number) => times.push(ms),
  };
  await Promise.all(Array.from({ length: connections }, () => runConnection(options)));
  const elapsed = performance.now() - start;
  times.sort((a, b) => a - b);
  return { requestsPerSecond: (times.length / elapsed) * 1_000, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
