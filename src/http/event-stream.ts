/** Server-sent events on `/graphql`: the protocol of `graphql-sse`, one operation each ("distinct connections" of it). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connectionHolder, type Viewer } from '../auth/viewer.ts';
import { GatewayError } from '../errors.ts';
import type { LiveLimits } from '../live/limits.ts';
import { hasId, type SentOperation } from '../operations/documents.ts';
import { readSearch } from '../operations/request.ts';
import { EXPLORER_HEADER } from '../operations/trust.ts';
import { type GraphQLExchange, sendProblem } from './graphql.ts';
import { type LiveMessage, type LiveMessages, openOperation } from './operation.ts';
import { isPreflighted } from './preflight.ts';
import { readRunId } from './run-id.ts';
import { sendJson } from './send.ts';
import type { LiveServing } from './websocket.ts';

/** The event streams of a gateway. */
export interface EventStreams {
  /** Answers a request that asks for an event stream; false where it asks for something else. */
  answer(exchange: GraphQLExchange, body: unknown): Promise<boolean>;
  /** Answers queries and mutations under way, and ends all: without `complete`, so that a client asks again. */
  close(): Promise<void>;
}

/** One stream. */
interface Stream {
  readonly response: ServerResponse;
  readonly messages: LiveMessages;
}

const EVENT_STREAM = /\btext\/event-stream\b/i;
const JSON_ANSWER = /\bapplication\/(graphql-response\+)?json\b|\*\/\*|\bapplication\/\*/i;
/** Milliseconds between signs of life. */
const PING_MS = 12_000;
/** Milliseconds between looks at a full buffer. */
const DRAIN_CHECK_MS = 20;
/** Milliseconds that a client has to take the end of its stream. */
const END_MS = 30_000;

const SLOW = { message: 'Slow consumer: ask again from your cursor', extensions: { code: 'LIMIT_EXCEEDED' } };

/** Listens to nothing by itself. */
export function createEventStreams(serving: LiveServing): EventStreams {
  const streams = new Set<Stream>();
  let isStopping = false;
  return {
    answer: async (exchange, body) => {
      const { request, response } = exchange;
      const accept = request.headers.accept ?? '';
      if (!EVENT_STREAM.test(accept) || (request.method !== 'POST' && request.method !== 'GET')) return false;
      const params = readParams(exchange, body);
      // What is wrong with it is said as to any other request.
      if (!params || (JSON_ANSWER.test(accept) && !serving.server.isSubscription(params))) return false;
      if (request.method === 'GET' && !isPreflighted(request.headers))
        return refuse(
          response,
          400,
          'A GET wants the header "authorization" or "apollo-require-preflight", or send it as a POST of JSON',
        );
      if (isStopping || serving.places.areTaken())
        return refuse(response, 503, 'The gateway has no place for another event stream: try again later');
      const viewer = await verify(serving, exchange);
      if (!viewer) return true;
      const taken = takePlace(serving, viewer, params);
      if (taken instanceof GatewayError) return refuseFor(serving, response, taken);
      if (taken) response.once('close', taken);
      const { authorization } = request.headers;
      const search = request.method === 'GET' ? exchange.search : undefined;
      const { address } = exchange;
      const lastPlace = readLastPlace(request);
      const isExploring = request.headers[EXPLORER_HEADER] !== undefined;
      const runId = readRunId(request);
      const { id: requestId, span } = exchange.asked;
      exchange.asked.isOperation = true;
      const asked = { runId, requestId, trace: span.trace };
      const asking = { params, viewer, address, lastPlace, authorization, search, isExploring, ...asked };
      const messages = openOperation(serving.server, asking);
      const stream = { response, messages };
      streams.add(stream);
      await send(serving, stream).finally(() => streams.delete(stream));
      return true;
    },
    close: async () => {
      isStopping = true;
      await Promise.all(
        [...streams].map(async ({ response, messages }) => {
          if (messages.answered) return;
          response.end();
          await messages.return();
        }),
      );
    },
  };
}

/** None for what nobody asks, which is over with its answer: a subscription of nobody is refused. */
function takePlace({ server, places }: LiveServing, viewer: Viewer, params: SentOperation) {
  if (viewer.kind === 'anonymous' && !server.isSubscription(params)) return null;
  return places.take(connectionHolder(viewer));
}

function refuseFor({ server }: LiveServing, response: ServerResponse, error: GatewayError): true {
  sendJson(response, error.code === 'UNAUTHENTICATED' ? 401 : 503, { errors: server.formatErrors(error) });
  return true;
}

function refuse(response: ServerResponse, status: number, message: string): true {
  sendProblem(response, { status, problem: message });
  return true;
}

function readParams({ request, search }: GraphQLExchange, body: unknown): SentOperation | null {
  const given = request.method === 'POST' ? body : readSearchOrNull(search);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const { query, operationName, variables } = given as SentOperation;
  const isName = operationName === undefined || operationName === null || typeof operationName === 'string';
  const isObject = typeof (variables ?? {}) === 'object' && !Array.isArray(variables);
  return (typeof query === 'string' || hasId(given)) && isName && isObject ? (given as SentOperation) : null;
}

/** What a client of event streams sends by itself when it asks again: the last `id` that it was told. */
function readLastPlace({ headers }: IncomingMessage): string | null {
  const id = headers['last-event-id'];
  return typeof id === 'string' && id !== '' ? id : null;
}

function readSearchOrNull(search: string): SentOperation | null {
  try {
    return readSearch(search);
  } catch {
    return null;
  }
}

/** Null where it was refused, and answered so. */
async function verify({ server }: LiveServing, { request, response }: GraphQLExchange): Promise<Viewer | null> {
  try {
    return await server.verify(request.headers.authorization);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    sendJson(response, error.code === 'UNAUTHENTICATED' ? 401 : 503, { errors: server.formatErrors(error) });
    return null;
  }
}

async function send({ limits, metrics }: LiveServing, { response, messages }: Stream): Promise<void> {
  // A write that a client's leaving overtakes; without a listener the event would end the process.
  response.on('error', () => {});
  response.once('close', () => void messages.return());
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  // Some clients count a stream as open with its first bytes.
  response.write(':\n\n');
  const pings = setInterval(() => response.writableLength === 0 && response.write(':\n\n'), PING_MS).unref();
  metrics?.connections('event-stream', 1);
  metrics?.operations(1);
  let isSlow = false;
  try {
    for await (const message of messages) {
      if (response.writableEnded || response.destroyed) return;
      response.write(printNext(message));
      isSlow = !(await isTaken(response, limits));
      if (isSlow) break;
    }
    if (isSlow) metrics?.slow('event-stream');
    if (isSlow) response.write(printNext({ kind: 'errors', errors: [SLOW] }));
    if (!response.writableEnded && !response.destroyed) end(response);
  } finally {
    clearInterval(pings);
    metrics?.operations(-1);
    metrics?.connections('event-stream', -1);
    metrics?.closed('event-stream', 0);
  }
}

/** JSON has line ends between its values only, where they may stand or not; a place is a number or base64. */
function printNext(message: LiveMessage): string {
  const text = message.kind === 'next' ? message.text : JSON.stringify({ errors: message.errors });
  const id = message.kind === 'next' && message.place !== null ? `id: ${message.place}\n` : '';
  return `event: next\n${id}data: ${text.replace(/[\r\n]+/g, ' ')}\n\n`;
}

/** False where the client leaves too much waiting for too long; nothing more is read for it meanwhile. */
async function isTaken(response: ServerResponse, { maxBufferBytes, stallMs }: LiveLimits): Promise<boolean> {
  const deadline = Date.now() + stallMs;
  while (!response.destroyed && response.writableLength > maxBufferBytes) {
    if (Date.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, DRAIN_CHECK_MS));
  }
  return true;
}

function end(response: ServerResponse): void {
  response.end('event: complete\ndata:\n\n');
  const timer = setTimeout(() => response.destroy(), END_MS).unref();
  response.once('close', () => clearTimeout(timer));
}
