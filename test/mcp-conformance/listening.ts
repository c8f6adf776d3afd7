/** A door that listens on a free port of this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { McpDoor } from '../../src/http/mcp.ts';

/** Where it is. */
export interface ListeningDoor extends AsyncDisposable {
  readonly url: string;
}

/** @param end Ends what is behind it. */
export async function listenAt(door: McpDoor, end: () => Promise<void> = async () => {}): Promise<ListeningDoor> {
  const http = createServer((request, response) => {
    void door.answer({ request, response, address: null, maxBytes: 1_000_000, requestId: 'conformance' });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/mcp`,
    [Symbol.asyncDispose]: async () => {
      await door.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await end();
    },
  };
}
