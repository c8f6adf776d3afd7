/** The stand-in Odoo: an HTTP server on this machine that speaks JSON-2 and serves the recorded demo company, read only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAccessError, createHttpError, OdooFault, renderFault } from './faults.ts';
import { callMethod } from './methods.ts';
import { openStore, type Rights, type Store } from './store.ts';

/** How the stand-in is set up. */
export interface StandInOptions {
  /** TCP port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** The key it accepts, default `demo-reader`. */
  readonly apiKey?: string;
  /** What its reader may not see; all of the recording is seen where absent. */
  readonly rights?: Rights;
}

/** A stand-in that does not listen yet. */
export interface StandInOdoo {
  readonly listen: () => Promise<RunningStandIn>;
}

/** A listening stand-in; `close` also ends open connections. */
export interface RunningStandIn {
  readonly url: string;
  readonly apiKey: string;
  readonly close: () => Promise<void>;
}

/** Builds the stand-in; the recording is read when it is first asked for. */
export function createStandInOdoo(options: StandInOptions = {}): StandInOdoo {
  const apiKey = options.apiKey ?? 'demo-reader';
  const store = openStore(options.rights);
  const server = createServer((request, response) => void answer(store, apiKey, request, response));
  return { listen: () => listen(server, options.port ?? 0, apiKey) };
}

async function listen(server: Server, port: number, apiKey: string): Promise<RunningStandIn> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${actual}`, apiKey, close };
}

async function answer(store: Store, apiKey: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    send(response, 200, await route(store, apiKey, request));
  } catch (error) {
    const fault = error instanceof OdooFault ? error : new OdooFault(500, 'builtins.Exception', String(error));
    send(response, fault.status, renderFault(fault));
  }
}

async function route(store: Store, apiKey: string, request: IncomingMessage): Promise<unknown> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const body = await readBody(request);
  if (path === '/web/version' || path === '/json/version') {
    return { version_info: [19, 0, 0, 'final', 0, ''], version: '19.0' };
  }
  const [, modelName = '', method = ''] = /^\/json\/2\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (!modelName || request.method !== 'POST')
    throw createHttpError(404, 'Did you mean POST /json/2/<model>/<method>?');
  authenticate(apiKey, request.headers.authorization);
  const args = parseBody(body);
  const model = store.find(modelName);
  if (!model) throw refuseModel(modelName);
  const context = (args.context ?? {}) as Record<string, unknown>;
  return callMethod({ store, context }, model, method, args);
}

function authenticate(apiKey: string, header: string | undefined): void {
  const [, token] = /^bearer\s+(.+)$/i.exec(header ?? '') ?? [];
  if (!token) {
    throw createHttpError(401, 'User not authenticated, use an API Key with a Bearer Authorization header.');
  }
  if (token !== apiKey) throw createHttpError(401, 'Invalid apikey');
}

// Odoo's own machinery exists there, but not for a reader.
function refuseModel(model: string): OdooFault {
  if (!/^ir\./.test(model)) return createHttpError(404, `the model '${model}' does not exist`);
  return createAccessError(
    `You are not allowed to access '${model}' (${model}) records.\n\nContact your administrator to request access if necessary.`,
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(body: string): Record<string, unknown> {
  if (!body) return {};
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : {};
  } catch (error) {
    throw createHttpError(400, `could not parse the body as json: ${error instanceof Error ? error.message : ''}`);
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}
