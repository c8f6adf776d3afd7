/** A small HTTP server of a test, on a free port of 127.0.0.1. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A listening server; disposing it also ends open connections. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
}

/** Answers each request by `answer`, to which the whole body is given. */
export async function createTestServer(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void | Promise<void>,
): Promise<TestServer> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    // One who goes away while sending is not this server's concern.
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    await answer(request, response, Buffer.concat(chunks).toString('utf8'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Whether a request to Odoo asks what the gateway learns once a process: who its reader is, and what it may name. */
export function isLearnt(path = ''): boolean {
  return /\/(context_get|fields_get|search_read|read)$/.test(path);
}
