/** What listens on this machine alone, made known to the hosts of a soak's network. */
import { createTcpProxy } from '../support/tcp-proxy.ts';
import type { Network } from './replicas-network.ts';

/**
 * Listens for each of the URLs where the hosts reach this process, for as long as the stack lives.
 *
 * @returns Gives a URL as the hosts have to say it.
 */
export async function relay(
  { here }: Network,
  urls: readonly string[],
  stack: AsyncDisposableStack,
): Promise<(url: string) => string> {
  const ports = new Map<string, number>();
  for (const { hostname, port } of urls.map((url) => new URL(url)))
    ports.set(port, stack.use(await createTcpProxy({ host: hostname, port: Number(port) }, here)).port);
  return (url) => {
    const reached = new URL(url);
    const port = ports.get(reached.port);
    reached.hostname = here;
    reached.port = String(port);
    return reached.href.replace(/\/$/, '');
  };
}
