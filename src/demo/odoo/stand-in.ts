/** The stand-in Odoo: an HTTP server on this machine that speaks JSON-2 and serves the recorded demo company, read only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAccessError, createHttpError, OdooFault, renderFault } from './faults.ts';
import { createStandInKeys, DEMO_KEYS, type StandInKey, type StandInKeys } from './keys.ts';
import { callMethod } from './methods.ts';
import type { Rights } from './store.ts';

/** How the stand-in is set up. */
export interface StandInOptions {
  /** TCP port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** The reader's key, default `demo-reader`. */
  readonly apiKey?: string;
  /** Keys of other users; those of the demo company where absent. */
  readonly keys?: readonly StandInKey[];
  /** Which Odoo it says it is, default 19; from 20 on it makes and revokes keys over RPC. */
  readonly version?: number;
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
  /** What it takes as a key, to be changed while it runs. */
  readonly keys: StandInKeys;
  readonly close: () => Promise<void>;
}

/** `res.users` id of the reader, as recorded. */
const READER_ID = 7;

/** Builds the stand-in; the recording is read when it is first asked for. */
export function createStandInOdoo(options: StandInOptions = {}): StandInOdoo {
  const apiKey = options.apiKey ?? 'demo-reader';
  const { version = 19, rights } = options;
  const reader: StandInKey = { apiKey, userId: READER_ID, ...(rights && { rights }) };
  const keys = createStandInKeys([reader, ...(options.keys ?? DEMO_KEYS)], version);
  const server = createServer((request, response) => void answer({ keys, version }, request, response));
  return { listen: async () => ({ ...(await listen(server, options.port ?? 0)), apiKey, keys }) };
}

async function listen(server: Server, port: number): Promise<Pick<RunningStandIn, 'url' | 'close'>> {
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
  return { url: `http://127.0.0.1:${actual}`, close };
}

interface Answering {
  readonly keys: StandInKeys;
  readonly version: number;
}

async function answer(answering: Answering, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    send(response, 200, await route(answering, request));
  } catch (error) {
    const fault = error instanceof OdooFault ? error : new OdooFault(500, 'builtins.Exception', String(error));
    send(response, fault.status, renderFault(fault));
  }
}

async function route({ keys, version }: Answering, request: IncomingMessage): Promise<unknown> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const body = await readBody(request);
  if (path === '/web/version' || path === '/json/version') {
    return { version_info: [version, 0, 0, 'final', 0, ''], version: `${version}.0` };
  }
  const [, modelName = '', method = ''] = /^\/json\/2\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (!modelName || request.method !== 'POST')
    throw createHttpError(404, 'Did you mean POST /json/2/<model>/<method>?');
  const session = keys.authenticate(request.headers.authorization);
  const { store } = session;
  const args = parseBody(body);
  if (modelName === 'res.users.apikeys') return keys.call(session, method, args) ?? null;
  const model = store.find(modelName);
  if (!model) throw refuseModel(modelName);
  const context = (args.context ?? {}) as Record<string, unknown>;
  return callMethod({ store, context }, model, method, args);
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
