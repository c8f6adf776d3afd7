/** The door of `tripoint indexer`: `POST /tick` wakes it. So the database's own clock can, by pg_cron and pg_net. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Listening } from './listen.ts';
import { sendJson } from './send.ts';

/** Where it is, and what opens it. */
export interface DoorOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Bearer token of a tick. */
  readonly token: string;
}

/** @param wake Called at each tick. @throws the socket's error, e.g. `EADDRINUSE`. */
export async function openIndexerDoor({ host, port, token }: DoorOptions, wake: () => void): Promise<Listening> {
  const http = createServer((request, response) => {
    // The body has no meaning.
    request.resume();
    if (request.method === 'GET' && request.url === '/healthz') return sendJson(response, 200, { status: 'ok' });
    if (request.method !== 'POST' || request.url !== '/tick') return sendJson(response, 404, { error: 'not found' });
    if (!isOpenedBy(request, token)) return sendJson(response, 401, { error: 'send the token of the tick' });
    wake();
    sendJson(response, 202, { status: 'awake' });
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

/** Compares in the same time, however much of it is right. */
function isOpenedBy({ headers }: IncomingMessage, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}
