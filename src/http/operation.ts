/** One operation over a connection that stays open: its results as messages, whatever kind of operation it is. */
import { HeaderMap } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Viewer } from '../auth/viewer.ts';
import type { SentOperation } from '../operations/documents.ts';
import type { GatewayServer } from '../server.ts';
import type { Trace } from '../tracing/traceparent.ts';

/** A result as JSON text, with its place where it has one; errors come without either, and last. */
export type LiveMessage =
  | { readonly kind: 'next'; readonly text: string; readonly place: string | null }
  | { readonly kind: 'errors'; readonly errors: readonly GraphQLFormattedError[] };

/** Ends by itself, or by `return`. */
export interface LiveMessages extends AsyncIterableIterator<LiveMessage> {
  return(): Promise<IteratorResult<LiveMessage>>;
  /** Settles with the only answer of a query or a mutation. Null for a subscription. */
  readonly answered: Promise<unknown> | null;
}

/** Who asks what. */
export interface OperationRequest {
  readonly params: SentOperation;
  readonly viewer: Viewer;
  /** Where it is asked from, as the rates count it. */
  readonly address: string | null;
  /** The `Authorization` header, which is verified again with each operation that is no subscription. */
  readonly authorization: string | undefined;
  /** The place after which a subscription goes on, where it does not say it. */
  readonly lastPlace?: string | null;
  /** Whether GraphiQL asks, by its own word. */
  readonly isExploring?: boolean;
  /** The run that what it uses is counted to. */
  readonly runId?: string | null;
  /** The id of the request or the connection, for the log. */
  readonly requestId?: string | null;
  /** What it is a part of; what is under way where absent. */
  readonly trace?: Trace | undefined;
  /** The query string of a GET, which may not write. */
  readonly search?: string | undefined;
}

const NO_MORE: IteratorResult<LiveMessage> = { done: true, value: undefined };

/** Opens it at once; never throws. */
export function openOperation(server: GatewayServer, request: OperationRequest): LiveMessages {
  const { params, viewer, address, lastPlace = null, isExploring = false, runId = null, requestId = null } = request;
  const { trace } = request;
  const stream = server.subscribe(params, viewer, { address, lastPlace, isExploring, runId, requestId, trace });
  return stream ? messagesOf(server, stream) : answerOnce(server, request);
}

function messagesOf(server: GatewayServer, stream: NonNullable<ReturnType<GatewayServer['subscribe']>>): LiveMessages {
  let isOver = false;
  return {
    answered: null,
    next: async () => {
      if (isOver) return NO_MORE;
      try {
        const { done, value } = await stream.next();
        return done ? NO_MORE : { done: false, value: { kind: 'next', ...value } };
      } catch (thrown) {
        isOver = true;
        return { done: false, value: { kind: 'errors', errors: server.formatErrors(thrown) } };
      }
    },
    return: async () => {
      await stream.return();
      return NO_MORE;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function answerOnce(server: GatewayServer, request: OperationRequest): LiveMessages {
  const controller = new AbortController();
  const answered = ask(server, request, controller.signal);
  answered.catch(() => {});
  let isOver = false;
  return {
    answered,
    next: async () => {
      if (isOver) return NO_MORE;
      isOver = true;
      return { done: false, value: await answered };
    },
    return: async () => {
      isOver = true;
      controller.abort();
      return NO_MORE;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function ask(
  server: GatewayServer,
  { params, authorization, address, search, trace, runId = null, requestId = null }: OperationRequest,
  signal: AbortSignal,
): Promise<LiveMessage> {
  const headers = new HeaderMap([['content-type', 'application/json']]);
  if (authorization !== undefined) headers.set('authorization', authorization);
  const how =
    search === undefined
      ? { method: 'POST', search: '', body: bodyOf(params) }
      : { method: 'GET', search, body: undefined };
  const answer = await server.handle({ ...how, headers, signal, address, runId, requestId, trace });
  const text = answer.body.kind === 'complete' ? String(answer.body.string).trimEnd() : '';
  if (text.startsWith('{"data"')) return { kind: 'next', text, place: null };
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors: readonly GraphQLFormattedError[] };
  return data === undefined ? { kind: 'errors', errors } : { kind: 'next', text, place: null };
}

/** Apollo Server takes no null in their places, nor an empty operation name. */
function bodyOf(sent: SentOperation): SentOperation {
  const isGiven = ([name, value]: [string, unknown]) =>
    value !== undefined && value !== null && !(name === 'operationName' && value === '');
  return Object.fromEntries(Object.entries(sent).filter(isGiven));
}
