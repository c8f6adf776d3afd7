/** An HTTP proxy in front of an Odoo, that can fail in the ways that Odoo and the way to it fail. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the proxy does with a request. */
export type Fault =
  | 'through'
  | 'refuse'
  | 'reset'
  | 'hang'
  | 'truncate'
  | 'html'
  | 'bad-gateway'
  | 'rate-limit'
  | 'expired-key'
  | 'lost-database'
  | 'drip'
  | 'collision'
  | 'broken-query';

/** A listening proxy. */
export interface OdooFaultProxy extends AsyncDisposable {
  readonly url: string;
  /** Requests that arrived so far. */
  readonly requests: { count: number };
  set(fault: Fault): Promise<void>;
}

/** What must not leave the gateway, as Odoo sends it in each of its errors. */
const TRACEBACK = `Traceback (most recent call last):\n  File "/usr/lib/python3/dist-packages/odoo/http.py", line 2273, in _serve_db\n    cr.execute("SELECT id FROM res_partner")\n`;

/** Milliseconds between two bytes of a slow drip. */
const DRIP_MS = 50;

/** Answers that need nothing of the Odoo behind: status, headers, body. */
const CANNED: Partial<Record<Fault, readonly [number, Record<string, string>, string]>> = {
  html: [200, { 'content-type': 'text/html' }, '<!doctype html><title>Odoo</title><p>SELECT your database</p>'],
  'bad-gateway': [502, { 'content-type': 'text/html' }, '<html><h1>502 Bad Gateway</h1><hr>/usr/lib/nginx</html>'],
  'rate-limit': [429, { 'content-type': 'text/html', 'retry-after': '7' }, '<html><h1>Too Many Requests</h1></html>'],
  'expired-key': [
    401,
    { 'content-type': 'application/json' },
    renderError('werkzeug.exceptions.Unauthorized', 'Invalid apikey'),
  ],
  'lost-database': [
    404,
    { 'content-type': 'text/html' },
    '<!DOCTYPE html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>No database is selected and the requested URL was not found in the server-wide controllers.</p>',
  ],
  collision: [
    500,
    { 'content-type': 'application/json' },
    renderError(
      'psycopg2.errors.SerializationFailure',
      'could not serialize access due to concurrent update\nCONTEXT: SELECT id FROM res_partner FOR UPDATE',
    ),
  ],
  'broken-query': [
    500,
    { 'content-type': 'application/json' },
    renderError(
      'psycopg2.errors.UndefinedColumn',
      'column "x" does not exist\nLINE 1: SELECT x FROM "res_partner" WHERE TRUE\n',
    ),
  ],
};

function renderError(name: string, message: string): string {
  return JSON.stringify({
    name,
    message,
    arguments: [message],
    context: {},
    debug: `${TRACEBACK}${name}: ${message}\n`,
  });
}

/** @param target Base address of the Odoo. */
export async function createOdooFaultProxy(target: string): Promise<OdooFaultProxy> {
  const requests = { count: 0 };
  let fault: Fault = 'through';
  const server = createServer((request, response) => {
    requests.count += 1;
    answer(fault, target, request, response).catch(() => response.destroy());
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    set: async (next) => {
      if (next === 'refuse') await close();
      else if (fault === 'refuse') await listen(port);
      fault = next;
    },
    [Symbol.asyncDispose]: async () => {
      if (fault !== 'refuse') await close();
    },
  };
}

async function answer(fault: Fault, target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (fault === 'hang') return;
  const canned = CANNED[fault];
  if (canned) {
    const [status, headers, body] = canned;
    return void response.writeHead(status, headers).end(body);
  }
  const { status, body } = await forward(target, request, Buffer.concat(chunks));
  const half = body.subarray(0, Math.floor(body.length / 2));
  const type = { 'content-type': 'application/json' };
  switch (fault) {
    case 'truncate':
      return void response.writeHead(status, { ...type, 'content-length': half.length }).end(half);
    case 'reset':
      response.writeHead(status, { ...type, 'content-length': body.length }).write(half, () => response.destroy());
      return;
    case 'drip':
      return drip(response.writeHead(status, { ...type, 'content-length': body.length }), body);
    default:
      return void response.writeHead(status, { ...type, 'content-length': body.length }).end(body);
  }
}

async function forward(target: string, { url = '/', method = 'POST', headers }: IncomingMessage, body: Buffer) {
  const passed = ['content-type', 'authorization', 'x-odoo-database'].flatMap((name): [string, string][] =>
    typeof headers[name] === 'string' ? [[name, headers[name]]] : [],
  );
  const answered = await fetch(new URL(url, target), { method, headers: passed, ...(method === 'POST' && { body }) });
  return { status: answered.status, body: Buffer.from(await answered.arrayBuffer()) };
}

async function drip(response: ServerResponse, body: Buffer): Promise<void> {
  for (const byte of body) {
    if (response.destroyed) return;
    response.write(Buffer.from([byte]));
    await new Promise((resolve) => setTimeout(resolve, DRIP_MS));
  }
  response.end();
}
