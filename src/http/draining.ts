/** How an HTTP server ends: requests are answered and told to go, idle connections are closed, and what stays too long is cut. */
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Watches the connections of a server from its beginning. */
export interface Draining {
  /** Takes connections and answers still, and tells each client to go: nothing new may begin to come on them. */
  announce(): void;
  /** Whether the end was announced. */
  isAnnounced(): boolean;
  /** Takes no new connection, answers what is under way for so many milliseconds, and cuts what is left. */
  close(drainMs: number): Promise<void>;
}

/** Call it before the server listens. */
export function createDraining(http: Server): Draining {
  /** Connection → its answers under way. Upgraded ones are their own. */
  const busy = new Map<Socket, Set<ServerResponse>>();
  let isAnnounced = false;
  http.on('connection', (socket) => {
    busy.set(socket, new Set());
    socket.once('close', () => busy.delete(socket));
  });
  http.on('upgrade', ({ socket }) => busy.delete(socket));
  http.prependListener('request', ({ socket }, response) => {
    const answers = busy.get(socket);
    answers?.add(response);
    // A client that keeps its connection would ask on it for ever: `server.close()` goes on answering it.
    if (isAnnounced) response.setHeader('connection', 'close');
    response.once('close', () => {
      answers?.delete(response);
      if (isAnnounced && answers?.size === 0) socket.end();
    });
  });
  const announce = () => {
    isAnnounced = true;
    for (const answers of busy.values())
      for (const response of answers) if (!response.headersSent) response.setHeader('connection', 'close');
  };
  return {
    announce,
    isAnnounced: () => isAnnounced,
    close: async (drainMs) => {
      announce();
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      for (const [socket, answers] of busy) if (answers.size === 0) socket.destroy();
      const timer = setTimeout(() => {
        for (const socket of busy.keys()) socket.destroy();
      }, drainMs);
      await closed;
      clearTimeout(timer);
    },
  };
}
