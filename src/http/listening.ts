/** A server that listens. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Listens on `host:port`; port 0 takes a free one.
 *
 * @returns E.g. `http://127.0.0.1:4000`.
 * @throws the socket's error, e.g. `EADDRINUSE`.
 */
export async function startListening(http: Server, { host, port }: { host: string; port: number }): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => resolve());
  });
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${(http.address() as AddressInfo).port}`;
}
