/** The protocol `graphql-transport-ws` over the gateway's operations: who connects, what each message starts, what is answered. */
import { randomUUID } from 'node:crypto';
import { type ExecutionArgs, type GraphQLError, type GraphQLFormattedError, GraphQLSchema, parse } from 'graphql';
import { type ConnectionInitMessage, makeServer, type Server } from 'graphql-ws';
import { RUN_HEADER } from '../answer.ts';
import type { Viewer } from '../auth/viewer.ts';
import { GatewayError, toGraphQLError } from '../errors.ts';
import { OPERATIONS_PER_CONNECTION } from '../live/limits.ts';
import type { SentOperation } from '../operations/documents.ts';
import type { GatewayServer } from '../server.ts';
import type { Trace } from '../tracing/traceparent.ts';
import { type LiveMessages, openOperation } from './operation.ts';

/** One WebSocket. */
export interface Connection {
  /** The `Authorization` header of its request; what `connection_init` says goes before it. */
  authorization: string | undefined;
  /** Where it comes from, as the rates count it. */
  readonly address: string | null;
  /** For the log. */
  readonly requestId: string;
  /** What its operations are a part of. */
  readonly trace: Trace;
  /** The run that its operations are counted to: of the header `x-run-id`; what `connection_init` says goes before it. */
  runId: string | null;
  /** Null until `connection_init` was accepted. */
  viewer: Viewer | null;
  /** Queries and mutations without an answer so far. */
  readonly running: Set<Promise<unknown>>;
  /** Called once, with who connects. @throws GatewayError where there is no place for that viewer. */
  readonly onViewer: (viewer: Viewer) => void;
  /** Refuses the connection. */
  readonly onRefused: (error: GatewayError) => void;
  readonly onOperation: (change: 1 | -1) => void;
  /** Why the message that came last must not start an operation; null where it may. */
  problem: string | null;
}

/** The protocol, and how its texts leave: results are spliced in as the database rendered them. */
export interface WebSocketProtocol {
  readonly opened: Server<Connection>['opened'];
  /** The text of a message as it is sent. */
  readonly splice: (text: string) => string;
}

/** Milliseconds that a client has for `connection_init`. */
const INIT_TIMEOUT_MS = 5_000;

/** The errors of an operation that has no further result. */
class RefusedOperation extends Error {
  readonly errors: readonly GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[]) {
    super('refused');
    this.errors = errors;
  }
}

/** The library asks which kind of operation it is, and all of ours are streams to it. */
const STREAM = { schema: new GraphQLSchema({}), document: parse('subscription { stream }') };

/** Makes it for all connections of a gateway. */
export function createWebSocketProtocol(server: GatewayServer): WebSocketProtocol {
  const splicing = createSplicing();
  const protocol = makeServer<ConnectionInitMessage['payload'], Connection>({
    connectionInitWaitTimeout: INIT_TIMEOUT_MS,
    onConnect: ({ connectionParams, extra }) => accept(server, extra, connectionParams),
    onSubscribe: ({ extra, subscriptions }, _id, params) => {
      if (Object.keys(subscriptions).length > OPERATIONS_PER_CONNECTION) return [tooMany()];
      if (extra.problem !== null) return [toGraphQLError(new GatewayError('BAD_USER_INPUT', extra.problem))];
      const messages = open(server, extra, params);
      return { ...STREAM, contextValue: resultsOf(messages, extra, splicing.wrap) };
    },
    subscribe: ({ contextValue }: ExecutionArgs) => contextValue as never,
    // Passed on as it is: the library would copy its properties, and lose what `toJSON` renders.
    onNext: (_context, _id, _params, _args, result) => result,
    onError: (_context, _id, _params, errors) =>
      errors.flatMap((error) =>
        error.originalError instanceof RefusedOperation ? error.originalError.errors : server.formatErrors(error),
      ),
  });
  return { opened: protocol.opened, splice: splicing.splice };
}

async function accept(
  server: GatewayServer,
  connection: Connection,
  params: Readonly<Record<string, unknown>> | undefined,
): Promise<boolean> {
  const given = params?.authorization ?? params?.Authorization ?? connection.authorization;
  try {
    if (given !== undefined && typeof given !== 'string')
      throw new GatewayError('UNAUTHENTICATED', 'The token is refused: send "authorization": "Bearer <JWT>"');
    const viewer = await server.verify(given);
    connection.authorization = given;
    connection.runId = readRun(params) ?? connection.runId;
    connection.viewer = viewer;
    connection.onViewer(viewer);
    return true;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    connection.onRefused(error);
    return false;
  }
}

function readRun(params: Readonly<Record<string, unknown>> | undefined): string | null {
  const given = params?.[RUN_HEADER];
  return given === undefined || given === null ? null : String(given);
}

function open(server: GatewayServer, connection: Connection, params: SentOperation): LiveMessages {
  const { authorization, address, runId, requestId, trace, viewer, running } = connection;
  const { query, documentId, doc_id, extensions, operationName, variables } = params;
  const messages = openOperation(server, {
    params: { query, documentId, doc_id, extensions, operationName, variables },
    viewer: viewer as Viewer,
    address,
    authorization,
    runId,
    requestId,
    trace,
  });
  const { answered } = messages;
  if (answered) {
    running.add(answered);
    const forget = () => void running.delete(answered);
    answered.then(forget, forget);
  }
  return messages;
}

function tooMany(): GraphQLError {
  return toGraphQLError(
    new GatewayError(
      'LIMIT_EXCEEDED',
      `A connection has at most ${OPERATIONS_PER_CONNECTION} operations at a time: open another`,
    ),
  );
}

/** What the library iterates. */
function resultsOf(messages: LiveMessages, { onOperation }: Connection, wrap: (text: string) => object) {
  let isOpen = true;
  onOperation(1);
  const end = () => {
    if (isOpen) onOperation(-1);
    isOpen = false;
  };
  return {
    next: async () => {
      const { done, value } = await messages.next();
      if (done) end();
      if (done) return { done, value: undefined };
      if (value.kind === 'next') return { done: false, value: wrap(value.text) };
      end();
      throw new RefusedOperation(value.errors);
    },
    return: async () => {
      end();
      await messages.return();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The library stringifies each message just before it sends it: a mark stands for the result's text in between. */
function createSplicing() {
  const mark = randomUUID();
  const quoted = JSON.stringify(mark);
  let text = '';
  return {
    wrap: (result: string) => ({
      toJSON: () => {
        text = result;
        return mark;
      },
    }),
    splice: (message: string) => message.replace(quoted, () => text),
  };
}
