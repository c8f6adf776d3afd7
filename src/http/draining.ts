/** How an HTTP server ends: requests under way are answered, idle connections are closed, and what stays too long is cut. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Watches the connections of a server from its beginning. */
export interface Draining {
  /** Takes no new connection, answers what is under way for so many milliseconds, and cuts what is left. */
  close(drainMs: number): Promise<void>;
}

/** Call it before the server listens. */
export function createDraining(http: Server): Draining {
  /** Connection → its requests under way. Upgraded ones are their own. */
  const busy = new Map<Socket, number>();
  let isStopping = false;
  http.on('connection', (socket) => {
    busy.set(socket, 0);
    socket.once('close', () => busy.delete(socket));
  });
  http.on('upgrade', ({ socket }) => busy.delete(socket));
  http.prependListener('request', ({ socket }, response) => {
    busy.set(socket, (busy.get(socket) ?? 0) + 1);
    // A client that keeps its connection would ask on it for ever: `server.close()` goes on answering it.
    if (isStopping) response.setHeader('connection', 'close');
    response.once('close', () => {
      const rest = (busy.get(socket) ?? 1) - 1;
      if (busy.has(socket)) busy.set(socket, rest);
      if (isStopping && rest === 0) socket.end();
    });
  });
  return {
    close: async (drainMs) => {
      isStopping = true;
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      for (const [socket, requests] of busy) if (requests === 0) socket.destroy();
      const timer = setTimeout(() => {
        for (const socket of busy.keys()) socket.destroy();
      }, drainMs);
      await closed;
      clearTimeout(timer);
    },
  };
}
