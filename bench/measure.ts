/** One measurement: a load generator of its own against one contestant. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { LoadOrder, LoadReport } from './load.ts';
import type { BenchRequest } from './workloads.ts';

/** Connections that ask at once. */
const CONNECTIONS = 32;

/** A request, and the length of its answer's body as it was when the answers were compared. */
export interface Asked {
  readonly request: BenchRequest;
  readonly bodyBytes: number;
}

/** What to measure. */
export interface Measuring {
  readonly origin: string;
  /** Asked in turn. */
  readonly asked: readonly Asked[];
  readonly seconds: number;
  /** Requests at most. */
  readonly most?: number;
}

/** @throws Error where an answer was not 200 or changed its length. */
export function measure({ origin, asked, seconds, most }: Measuring): Promise<LoadReport> {
  const { hostname, port } = new URL(origin);
  const order: LoadOrder = {
    host: hostname,
    port: Number(port),
    requests: asked.map(({ request, bodyBytes }) => ({
      text: printRequest(request, `${hostname}:${port}`),
      bodyBytes,
    })),
    connections: CONNECTIONS,
    seconds,
    most: most ?? Number.MAX_SAFE_INTEGER,
  };
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, '.build', 'bench', 'load.js'), { execArgv: [] });
    child.once('message', (report) => resolve(report as LoadReport));
    child.once('exit', (code) => reject(new Error(`the load generator ended with code ${code}`)));
    child.send(order);
  });
}

function printRequest({ method, path, headers, body }: BenchRequest, host: string): string {
  const length = method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  const lines = Object.entries({ host, ...headers, ...length }).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}
