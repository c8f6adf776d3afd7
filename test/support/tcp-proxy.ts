/** A TCP proxy in front of an upstream, that a test can cut, heal and make hang. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What the proxy does with connections. */
type Mode = 'through' | 'cut' | 'hang';

/** A listening proxy. */
export interface TcpProxy extends AsyncDisposable {
  readonly port: number;
  /** Connections so far. */
  readonly connections: number;
  /** Ends every connection; `hang` takes new ones and says nothing, `cut` ends them too. */
  set(mode: Mode): void;
}

/** Listens on a free port and passes everything on to `target`. */
export async function createTcpProxy(
  target: { host: string; port: number },
  listenOn = '127.0.0.1',
): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let mode: Mode = 'through';
  let connections = 0;
  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    connections += 1;
    track(client);
    if (mode === 'cut') return client.destroy();
    if (mode === 'hang') return;
    const upstream = connect(target.port, target.host);
    track(upstream);
    client.pipe(upstream).pipe(client);
    client.once('close', () => upstream.destroy());
    upstream.once('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, listenOn, resolve));
  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return connections;
    },
    set: (next) => {
      mode = next;
      endAll();
    },
    [Symbol.asyncDispose]: async () => {
      endAll();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
