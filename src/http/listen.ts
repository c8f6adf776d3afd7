/** The HTTP server: `/graphql`, GraphiQL, health. Plain `node:http`: measured a tenth faster than a framework here. */
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../log.ts';
import type { GatewayServer } from '../server.ts';
import type { ServeGraphiql } from './graphiql.ts';
import { answerGraphQL } from './graphql.ts';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';
import { sendBytes, sendJson } from './send.ts';

/** What the HTTP server serves. */
export interface HttpServing {
  readonly server: GatewayServer;
  readonly health: Health;
  /** Null where GraphiQL is off. */
  readonly graphiql: ServeGraphiql | null;
  readonly log: Log;
  /** Absent for no `/metrics`. */
  readonly metrics?: Metrics;
}

/** A listening server. */
export interface Listening {
  /** E.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Ends keep-alive connections and waits for requests under way. */
  close(): Promise<void>;
}

/** Listens on `host:port`; port 0 takes a free one. @throws the socket's error, e.g. `EADDRINUSE`. */
export async function listen(serving: HttpServing, { host, port }: { host: string; port: number }): Promise<Listening> {
  const http = createHttpServer((request, response) => {
    if (serving.metrics) measure(serving.metrics, request, response);
    route(serving, request, response).catch((err: unknown) => {
      serving.log.error({ err }, 'a request failed');
      if (!response.headersSent)
        sendJson(response, 500, {
          errors: [{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
        });
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => resolve());
  });
  const { port: actual } = http.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${actual}`, close: () => close(http) };
}

async function route(serving: HttpServing, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? '/';
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  if (path === '/graphql') return answerGraphQL(serving.server, request, response, query < 0 ? '' : url.slice(query));
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendJson(response, 404, { error: 'not found' });
  if (path === '/healthz') return sendJson(response, 200, { status: 'ok' });
  if (path === '/readyz') {
    const readiness = await serving.health.readiness();
    return sendJson(response, readiness.ready ? 200 : 503, readiness);
  }
  if (path === '/metrics' && serving.metrics) {
    const { type, text } = await serving.metrics.page();
    return sendBytes(response, 200, { 'content-type': type, 'cache-control': 'no-store' }, text);
  }
  if (serving.graphiql && (await serving.graphiql(path, response))) return;
  sendJson(response, 404, { error: 'not found', graphql: '/graphql', health: '/readyz' });
}

/** Paths that stand for themselves in the metrics; every other one is `other`. */
const ROUTES = new Set(['/graphql', '/healthz', '/readyz', '/metrics']);

function measure({ http }: Metrics, request: IncomingMessage, response: ServerResponse): void {
  const start = performance.now();
  response.once('close', () => {
    const [path = ''] = (request.url ?? '').split('?');
    const status = response.writableFinished ? String(response.statusCode) : 'aborted';
    http(ROUTES.has(path) ? path.slice(1) : 'other', status, (performance.now() - start) / 1_000);
  });
}

function close(http: Server): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
    http.closeIdleConnections();
  });
}
