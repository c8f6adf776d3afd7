/** The door of `tripoint worker` and `tripoint indexer`: health, metrics, and a tick that wakes an indexer, as pg_cron and pg_net can. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BackgroundMetrics } from './background-metrics.ts';
import type { Health } from './health.ts';
import type { Listening } from './listen.ts';
import { sendBytes, sendJson } from './send.ts';

/** What stands behind it. */
export interface BackgroundDoor {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly health: Health;
  readonly metrics: Pick<BackgroundMetrics, 'page'>;
  /** Whether the process takes no more work. */
  readonly isStopping: () => boolean;
  /** Wakes it by `POST /tick` with the bearer token; absent where nothing is to be woken. */
  readonly tick?: { readonly token: string; readonly wake: () => void };
}

/** @throws the socket's error, e.g. `EADDRINUSE`. */
export async function openBackgroundDoor(door: BackgroundDoor): Promise<Listening> {
  const { host, port } = door;
  const http = createServer((request, response) => {
    // The body has no meaning.
    request.resume();
    answer(door, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => resolve());
  });
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${(http.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeIdleConnections();
      await closed;
    },
  };
}

async function answer(door: BackgroundDoor, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { health, metrics, isStopping, tick } = door;
  const asked = `${request.method} ${request.url}`;
  if (asked === 'GET /healthz') return sendJson(response, 200, { status: 'ok' });
  if (asked === 'GET /readyz') {
    const now = await health.readiness();
    const readiness = isStopping() ? { ...now, ready: false, stopping: true } : now;
    return sendJson(response, readiness.ready ? 200 : 503, readiness);
  }
  if (asked === 'GET /metrics') {
    const { type, text } = await metrics.page();
    return sendBytes(response, 200, { 'content-type': type, 'cache-control': 'no-store' }, text);
  }
  if (!tick || asked !== 'POST /tick') return sendJson(response, 404, { error: 'not found' });
  if (!isOpenedBy(request, tick.token)) return sendJson(response, 401, { error: 'send the token of the tick' });
  tick.wake();
  sendJson(response, 202, { status: 'awake' });
}

/** Compares in the same time, however much of it is right. */
function isOpenedBy({ headers }: IncomingMessage, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}
