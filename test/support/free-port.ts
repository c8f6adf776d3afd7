/** Ports that nobody listens on. */
import { once } from 'node:events';
import { createServer } from 'node:net';

/** One that was free a moment ago. */
export async function findFreePort(address = '127.0.0.1'): Promise<number> {
  const probe = createServer().listen(0, address);
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
