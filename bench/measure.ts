/** One measurement: a load generator of its own against one contestant. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { LoadOrder, LoadReport } from './load.ts';
import type { BenchRequest } from './workloads.ts';

/** Connections that ask at once. */
export const CONNECTIONS = 32;

/** What to measure. */
export interface Measuring {
  readonly origin: string;
  readonly request: BenchRequest;
  /** Length of the answer's body, as it was when the answers were compared. */
  readonly bodyBytes: number;
  readonly seconds: number;
}

/** @throws Error where an answer was not 200 or changed its length. */
export function measure({ origin, request, bodyBytes, seconds }: Measuring): Promise<LoadReport> {
  const { hostname, port } = new URL(origin);
  const order: LoadOrder = {
    host: hostname,
    port: Number(port),
    request: printRequest(request, `${hostname}:${port}`),
    bodyBytes,
    connections: CONNECTIONS,
    seconds,
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
