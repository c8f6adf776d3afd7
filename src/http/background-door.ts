/** The door of `tripoint worker` and `tripoint indexer`: health, metrics, and a tick that wakes an indexer, as pg_cron and pg_net can. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Listening } from './listen.ts';
import { startListening } from './listening.ts';
import { answerProbe, type Probed } from './probes.ts';
import { sendJson } from './send.ts';

/** What stands behind it. */
export interface BackgroundDoor extends Probed {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Wakes it by `POST /tick` with the bearer token; absent where nothing is to be woken. */
  readonly tick?: { readonly token: string; readonly wake: () => void };
}

/** @throws the socket's error, e.g. `EADDRINUSE`. */
export async function openBackgroundDoor(door: BackgroundDoor): Promise<Listening> {
  const http = createServer((request, response) => {
    // The body has no meaning.
    request.resume();
    answer(door, request, response).catch(() => response.destroy());
  });
  const url = await startListening(http, door);
  return {
    url,
    close: async () => {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeIdleConnections();
      await closed;
    },
  };
}

async function answer(door: BackgroundDoor, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = '' } = request;
  if (method === 'GET' && (await answerProbe(door, url, response))) return;
  const { tick } = door;
  if (!tick || method !== 'POST' || url !== '/tick') return sendJson(response, 404, { error: 'not found' });
  if (!isOpenedBy(request, tick.token)) return sendJson(response, 401, { error: 'send the token of the tick' });
  tick.wake();
  sendJson(response, 202, { status: 'awake' });
}

/** Compares in the same time, however much of it is right. */
function isOpenedBy({ headers }: IncomingMessage, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}
