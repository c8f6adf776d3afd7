/** `node:http` ↔ Apollo Server's `executeHTTPGraphQLRequest`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import type { BodyParts } from '../execution/response.ts';
import { findInexactNumber, inexactProblem } from '../plan/exact-number.ts';
import type { GatewayServer } from '../server.ts';
import { isTooDeep, MAX_JSON_DEPTH } from './json.ts';
import { sendJson } from './send.ts';

const TOO_DEEP = `The request is nested deeper than ${MAX_JSON_DEPTH} levels of JSON`;
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
  const asked = new URLSearchParams(search);
  if ([...asked.values()].some(isTooDeep)) return sendProblem(response, 413, TOO_DEEP);
  const inexact = findInexactNumber(asked.get('variables') ?? '');
  if (inexact) return sendProblem(response, 400, inexactProblem({ ...inexact, path: ['variables', ...inexact.path] }));
  if (await stream?.(exchange, parsed.value)) return;
  const answer = await server.handle({
    method: request.method ?? 'GET',
    headers: readHeaders(request),
    search,
    body: parsed.value,
    signal: createSignal(response),
    address,
  });
  if (answer.body.kind !== 'complete') return sendProblem(response, 406, 'Incremental delivery is not offered');
  // Typed as text, it is what our `stringifyResult` made.
  const body = answer.body.string as unknown as string | BodyParts;
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

function readHeaders(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** Aborts what is under way upstream when the client goes away. */
function createSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
