/** `node:http` ↔ Apollo Server's `executeHTTPGraphQLRequest`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import type { RequestHeaders } from '../answer.ts';
import type { BodyParts } from '../execution/response.ts';
import { findInexactNumber, inexactProblem } from '../plan/exact-number.ts';
import type { GatewayServer } from '../server.ts';
import { type Problem, readBody } from './body.ts';
import { type Compress, MIN_BYTES } from './compression.ts';
import { isTooDeep, TOO_DEEP } from './json.ts';
import type { AskedRequest } from './request-log.ts';
import { sendJson } from './send.ts';

/** Bytes of an answer that is sent as one text. */
const MAX_JOINED_BYTES = 8_192;

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
  readonly asked: AskedRequest;
  /** Null where nothing is compressed. */
  readonly compress: Compress | null;
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
  const { request, response, search, address, maxBytes, asked, compress } = exchange;
  const parsed = request.method === 'POST' ? await readBody(request, maxBytes) : { value: undefined };
  if (!parsed) return;
  if ('problem' in parsed) return sendProblem(response, parsed);
  const refusal = search === '' ? null : refuseSearch(search);
  if (refusal) return sendProblem(response, refusal);
  if (await stream?.(exchange, parsed.value)) return;
  const signal = createSignal(response);
  asked.isOperation = true;
  const answer = await server.handle({
    requestId: asked.id,
    trace: asked.span.trace,
    method: request.method ?? 'GET',
    headers: readHeaders(request),
    search,
    body: parsed.value,
    address,
    get signal() {
      return signal();
    },
  });
  if (answer.body.kind !== 'complete')
    return sendProblem(response, { status: 406, problem: 'Incremental delivery is not offered' });
  // Typed as text, it is what our `stringifyResult` made.
  const body = joinSmall(answer.body.string as unknown as string | BodyParts);
  const headers: Record<string, string | number> = { 'cache-control': 'no-store' };
  for (const [name, value] of answer.headers) headers[name] = value;
  const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  headers['content-length'] = bytes;
  // Most answers are short, and pay nothing for it.
  if (bytes >= MIN_BYTES) compress?.(request, response);
  response.writeHead(answer.status ?? 200, headers);
  if (typeof body === 'string') return void response.end(body);
  response.cork();
  for (const part of body.parts) response.write(part);
  response.end();
  // Where it is compressed, the end is still to come, and a connection that is held back would never ask for the rest.
  response.uncork();
}

/** What stands in a URL is JSON too. */
function refuseSearch(search: string): Problem | null {
  const asked = new URLSearchParams(search);
  if ([...asked.values()].some(isTooDeep)) return TOO_DEEP;
  const inexact = findInexactNumber(asked.get('variables') ?? '');
  if (!inexact) return null;
  return { problem: inexactProblem({ ...inexact, path: ['variables', ...inexact.path] }), status: 400 };
}

/** Refuses a request that never comes to GraphQL. */
export function sendProblem(response: ServerResponse, { status, problem, details = {}, headers = {} }: Problem): void {
  const code = status === 413 ? 'LIMIT_EXCEEDED' : 'BAD_USER_INPUT';
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  sendJson(response, status, { errors: [{ message: problem, extensions: { code, ...details } }] });
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
