/** Small answers of the HTTP server. */
import type { ServerResponse } from 'node:http';

/** Sends a JSON value that no cache may keep. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendBytes(
    response,
    status,
    { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    JSON.stringify(value),
  );
}

/** Sends a whole body with its length. */
export function sendBytes(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string | Buffer,
): void {
  response.writeHead(status, {
    ...headers,
    'x-content-type-options': 'nosniff',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

/** Sends an error with when to come again, in whole seconds. */
export function sendLater(response: ServerResponse, status: 429 | 503, afterMs: number, error: string): void {
  response.setHeader('retry-after', Math.ceil(afterMs / 1_000));
  sendJson(response, status, { error });
}
