/** `node:http` ↔ Apollo Server's `executeHTTPGraphQLRequest`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import type { RequestHeaders } from '../answer.ts';
import type { BodyParts } from '../execution/response.ts';
import { findInexactNumber, inexactProblem } from '../plan/exact-number.ts';
import type { GatewayServer } from '../server.ts';
import { isTooDeep, MAX_JSON_DEPTH } from './json.ts';
import { sendJson } from './send.ts';

const TOO_DEEP = `The request is nested deeper than ${MAX_JSON_DEPTH} levels of JSON`;
/** Bytes of an answer that is sent as one text. */
const MAX_JOINED_BYTES = 8_192;
/** A form of another site cannot send this one without asking first. */
const JSON_TYPE = /^application\/json *(;|$)/i;

/** One request of `/graphql`. */
export interface GraphQLExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The query string with its `?`, or nothing. */
  readonly search: string;
  /** Where it comes from, as the rates count it. */
  readonly address: string | null;
  /** Bytes of a body at most. */
  readonly maxBytes: number;
}

/**
 * Answers one request of `/graphql`.
 *
 * @param stream Answers it as an event stream where that is what it asks for: false where it does not.
 */
export async function answerGraphQL(
  server: GatewayServer,
  exchange: GraphQLExchange,
  stream?: (exchange: GraphQLExchange, body: unknown) => Promise<boolean>,
): Promise<void> {
  const { request, response, search, address, maxBytes } = exchange;
  if (request.method === 'POST' && !JSON_TYPE.test(request.headers['content-type'] ?? ''))
    return sendProblem(response, 415, 'Send the operation as "content-type: application/json"');
  const parsed = request.method === 'POST' ? await readBody(request, maxBytes) : { value: undefined };
  if ('problem' in parsed) return sendProblem(response, parsed.status, parsed.problem, parsed.details);
  const refusal = search === '' ? null : refuseSearch(search);
  if (refusal) return sendProblem(response, refusal.status, refusal.problem);
  if (await stream?.(exchange, parsed.value)) return;
  const signal = createSignal(response);
  const answer = await server.handle({
    method: request.method ?? 'GET',
    headers: readHeaders(request),
    search,
    body: parsed.value,
    address,
    get signal() {
      return signal();
    },
  });
  if (answer.body.kind !== 'complete') return sendProblem(response, 406, 'Incremental delivery is not offered');
  // Typed as text, it is what our `stringifyResult` made.
  const body = joinSmall(answer.body.string as unknown as string | BodyParts);
  const headers: Record<string, string | number> = { 'cache-control': 'no-store' };
  for (const [name, value] of answer.headers) headers[name] = value;
  headers['content-length'] = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  response.writeHead(answer.status ?? 200, headers);
  if (typeof body === 'string') return void response.end(body);
  response.cork();
  for (const part of body.parts) response.write(part);
  response.end();
}

type Parsed = { readonly value: unknown } | Problem;

interface Problem {
  readonly problem: string;
  readonly status: number;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** By events: an async iterator costs several promises a request. */
function readBody(request: IncomingMessage, maxBytes: number): Promise<Parsed> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) resolve(tooLarge(maxBytes, Math.max(size, Number(request.headers['content-length']) || 0)));
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(parseJson(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))));
    request.once('error', reject);
  });
}

/** @param asked What the request announces, or what has come of it. */
function tooLarge(most: number, asked: number): Problem {
  const problem = `The request body has ${asked} bytes, and ${most} are the most (REQUEST_MAX_BYTES)`;
  return { problem, status: 413, details: { limit: 'REQUEST_MAX_BYTES', most, asked } };
}

function parseJson(body: Buffer): Parsed {
  const text = body.toString('utf8');
  if (isTooDeep(text)) return { problem: TOO_DEEP, status: 413 };
  try {
    const value: unknown = JSON.parse(text);
    const inexact = findInexactNumber(text);
    return inexact ? { problem: inexactProblem(inexact), status: 400 } : { value };
  } catch {
    return { problem: 'The request body is not JSON', status: 400 };
  }
}

/** What stands in a URL is JSON too. */
function refuseSearch(search: string): { readonly problem: string; readonly status: number } | null {
  const asked = new URLSearchParams(search);
  if ([...asked.values()].some(isTooDeep)) return { problem: TOO_DEEP, status: 413 };
  const inexact = findInexactNumber(asked.get('variables') ?? '');
  if (!inexact) return null;
  return { problem: inexactProblem({ ...inexact, path: ['variables', ...inexact.path] }), status: 400 };
}

/** Refuses a request that never comes to GraphQL. */
export function sendProblem(
  response: ServerResponse,
  status: number,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): void {
  const code = status === 413 ? 'LIMIT_EXCEEDED' : 'BAD_USER_INPUT';
  sendJson(response, status, { errors: [{ message, extensions: { code, ...details } }] });
}

/** Parts that are short go as one text: head and body are then one write, and to copy them costs less than a second. */
function joinSmall(body: string | BodyParts): string | BodyParts {
  return typeof body !== 'string' && body.byteLength <= MAX_JOINED_BYTES ? body.toString() : body;
}

function readHeaders({ headers }: IncomingMessage): RequestHeaders {
  return {
    get: (name) => joinValues(headers[name]),
    toMap: () => {
      const map = new HeaderMap();
      for (const [name, value] of Object.entries(headers))
        if (value !== undefined) map.set(name, joinValues(value) ?? '');
      return map;
    },
  };
}

function joinValues(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

/** Aborts what is under way upstream when the client goes away; made when it is first asked for. */
function createSignal(response: ServerResponse): () => AbortSignal {
  let controller: AbortController | null = null;
  return () => {
    if (controller) return controller.signal;
    const made = new AbortController();
    controller = made;
    const leave = () => {
      if (!response.writableFinished) made.abort();
    };
    if (response.closed) leave();
    else response.once('close', leave);
    return made.signal;
  };
}
