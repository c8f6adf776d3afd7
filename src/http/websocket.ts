/** WebSockets on `/graphql`: who may open one, how much may wait for its client, and how it ends. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { connectionHolder, expiresAtMs, holderOf } from '../auth/viewer.ts';
import { GatewayError } from '../errors.ts';
import { atTime } from '../live/at-time.ts';
import type { ConnectionPlaces, LiveLimits } from '../live/limits.ts';
import type { Log } from '../log.ts';
import { findInexactNumber, type InexactNumber, inexactProblem } from '../plan/exact-number.ts';
import type { ReadAddress } from '../rates/address.ts';
import type { GatewayServer } from '../server.ts';
import { readTrace } from '../tracing/traceparent.ts';
import { isTooDeep, MAX_JSON_DEPTH } from './json.ts';
import type { LiveMetrics } from './live-metrics.ts';
import { createCountMessage } from './message-rate.ts';
import { createMessageTurns, type ServeInTurns } from './message-turns.ts';
import type { Origins } from './origins.ts';
import { readRequestId } from './request-id.ts';
import { readRunId } from './run-id.ts';
import { type Connection, createWebSocketProtocol, type WebSocketProtocol } from './websocket-protocol.ts';

/** The WebSockets of a gateway. */
export interface WebSockets {
  /** Takes the upgrade of a request for `/graphql`, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Answers queries and mutations under way, and closes all. */
  close(): Promise<void>;
}

/** What connections that stay open are served with. */
export interface LiveServing {
  readonly server: GatewayServer;
  readonly limits: LiveLimits;
  readonly origins: Pick<Origins, 'isAllowed'>;
  readonly readAddress: ReadAddress;
  /** Messages of one connection a minute at most; 0 for any number. */
  readonly maxMessages: number;
  /** Bytes of one message of a client at most. */
  readonly maxRequestBytes: number;
  /** Shared by WebSockets and event streams. */
  readonly places: ConnectionPlaces;
  readonly log: Log;
  readonly metrics: LiveMetrics | undefined;
}

/** Codes that a connection is closed with, besides those of the protocol; a client connects again after each. */
export const CLOSE_CODES = {
  /** The gateway stops. */
  serviceRestart: 1012,
  /** Tokens cannot be verified just now, or too many messages came. */
  tryAgainLater: 1013,
  /** The client takes its messages too slowly: it goes on from its cursor. */
  slowConsumer: 4290,
  /** The token is refused or has expired: a new one is needed. */
  forbidden: 4403,
} as const;

/** Connections without a token so far. */
const MAX_SILENT = 200;
/** Milliseconds between pings; a client that has not answered the last one is gone. */
const PING_MS = 15_000;
/** Milliseconds after the token's expiry: its subscriptions say so first. */
const EXPIRY_GRACE_MS = 500;
/** Milliseconds that a stop waits for answers, and for clients to close. */
const STOP_MS = 5_000;
/** Milliseconds between looks at a full buffer. */
const DRAIN_CHECK_MS = 20;
/** Bytes of a close frame's reason. */
const MAX_REASON = 123;
const TOO_DEEP = `LIMIT_EXCEEDED: The message is nested deeper than ${MAX_JSON_DEPTH} levels`;

/** Listens to nothing by itself. */
export function createWebSockets(serving: LiveServing): WebSockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: serving.maxRequestBytes, handleProtocols });
  const protocol = createWebSocketProtocol(serving.server);
  const inTurns = createMessageTurns();
  let opened = 0;
  const connections = new Set<Connection>();
  /** Connections that have not said yet who they are, the oldest first: no place is theirs, and few are kept. */
  const silent = new Set<WebSocket>();
  const awaitToken = (socket: WebSocket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
    const [oldest] = silent;
    // Not closed in words: who says nothing may not answer that either.
    if (!oldest || silent.size <= MAX_SILENT) return;
    silent.delete(oldest);
    oldest.terminate();
  };
  let isStopping = false;
  return {
    upgrade: (request, socket, head) => {
      // A page of another site may not speak for its visitor.
      if (!serving.origins.isAllowed(request)) return refuse(socket, '403 Forbidden');
      if (isStopping || serving.places.areTaken()) return refuse(socket, '503 Service Unavailable');
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        awaitToken(webSocket);
        const onAccepted = () => void silent.delete(webSocket);
        opened += 1;
        const given = { socket: webSocket, request, onAccepted, inTurns, name: `WebSocket ${opened}` };
        const connection = serve(serving, protocol, given);
        connections.add(connection);
        webSocket.once('close', () => connections.delete(connection));
      });
    },
    close: async () => {
      isStopping = true;
      const answers = [...connections].flatMap(({ running }) => [...running]);
      await within(STOP_MS, Promise.allSettled(answers));
      const closed = [...sockets.clients].map((client) => {
        closeFor(client, CLOSE_CODES.serviceRestart, 'The gateway stops: connect again');
        return new Promise((resolve) => client.once('close', resolve));
      });
      await within(STOP_MS, Promise.all(closed));
      for (const client of sockets.clients) client.terminate();
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

interface Opened {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  /** Called when it is known whose it is. */
  readonly onAccepted: () => void;
  readonly inTurns: ServeInTurns;
  /** Its own, while it is not known whose it is. */
  readonly name: string;
}

function serve(
  { server, limits, log, metrics, places, readAddress, maxMessages }: LiveServing,
  protocol: WebSocketProtocol,
  { socket, request, onAccepted, inTurns, name }: Opened,
): Connection {
  let cancelExpiry = () => {};
  const countMessage = createCountMessage(maxMessages);
  const connection: Connection = {
    authorization: request.headers.authorization,
    address: readAddress(request),
    requestId: readRequestId(request.headers),
    trace: readTrace(request.headers),
    runId: readRunId(request),
    viewer: null,
    running: new Set(),
    problem: null,
    onViewer: (viewer) => {
      const taken = places.take(connectionHolder(viewer));
      if (taken instanceof GatewayError) throw taken;
      socket.once('close', taken);
      onAccepted();
      const expires = expiresAtMs(viewer);
      cancelExpiry = atTime(expires === null ? null : expires + EXPIRY_GRACE_MS, () =>
        closeFor(socket, CLOSE_CODES.forbidden, 'UNAUTHENTICATED: The token has expired: connect again with a new one'),
      );
      const stopWatch = server.signOuts.watch(viewer.session, () => {
        cancelExpiry();
        const reason = 'UNAUTHENTICATED: The session has ended: sign in, and connect again with a new token';
        cancelExpiry = atTime(Date.now() + EXPIRY_GRACE_MS, () => closeFor(socket, CLOSE_CODES.forbidden, reason));
      });
      socket.once('close', stopWatch);
    },
    onRefused: ({ code, message }) => {
      const { forbidden, tryAgainLater } = CLOSE_CODES;
      closeFor(socket, code === 'UNAUTHENTICATED' ? forbidden : tryAgainLater, `${code}: ${message}`);
    },
    onOperation: (change) => metrics?.operations(change),
  };
  metrics?.connections('websocket', 1);
  const stopPings = keepAlive(socket);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: async (text) => {
        if (await send(socket, protocol.splice(text), limits)) return;
        metrics?.slow('websocket');
        closeFor(socket, CLOSE_CODES.slowConsumer, 'Slow consumer: connect again, and go on from your cursor');
      },
      close: (code, reason) => closeFor(socket, code ?? 1000, reason ?? ''),
      onMessage: (receive) =>
        inTurns(socket, {
          holder: () => (connection.viewer ? holderOf(connection.viewer) : name),
          receive: (bytes) => {
            if (countMessage() !== null)
              return closeFor(socket, CLOSE_CODES.tryAgainLater, tooManyMessages(maxMessages));
            const text = String(bytes);
            if (isTooDeep(text)) return closeFor(socket, 4400, TOO_DEEP);
            const inexact = findInexactNumber(text);
            connection.problem = inexact && inexactProblem(forPayload(inexact));
            receive(withQuery(text)).catch((err: unknown) => {
              log.error({ err }, 'a message of a WebSocket failed');
              closeFor(socket, 4500, 'Internal error');
            });
          },
        }),
    },
    connection,
  );
  // What goes wrong on the wire also closes it; without a listener the event would end the process.
  socket.on('error', () => {});
  socket.once('close', (code, reason) => {
    stopPings();
    cancelExpiry();
    metrics?.connections('websocket', -1);
    metrics?.closed('websocket', code);
    closed(code, String(reason)).catch((err: unknown) => log.error({ err }, 'the end of a WebSocket failed'));
  });
  return connection;
}

function tooManyMessages(most: number): string {
  return `RATE_LIMITED: A connection has ${most} messages a minute (RATE_WEBSOCKET_MESSAGES): later`;
}

/** An operation is the payload of its message. */
function forPayload({ number, path: [first, ...rest] }: InexactNumber): InexactNumber {
  return { number, path: first === 'payload' ? rest : [first ?? '', ...rest] };
}

/** The protocol's library wants a text of each operation, which one that is asked by its id has not. */
function withQuery(text: string): string {
  if (!/"(documentId|doc_id|persistedQuery)"/.test(text)) return text;
  try {
    const message = JSON.parse(text) as { payload?: { query?: unknown } };
    if (!message.payload || message.payload.query !== undefined) return text;
    return JSON.stringify({ ...message, payload: { ...message.payload, query: '' } });
  } catch {
    // The library says what is wrong with it.
    return text;
  }
}

function closeFor(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, Buffer.from(reason).subarray(0, MAX_REASON));
}

function keepAlive(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, PING_MS).unref();
  return () => clearInterval(timer);
}

/**
 * Resolves when more may be sent: at once while little waits, else when the client has taken enough of it; with false
 * where it has not for too long.
 *
 * Nothing more is read for a client that is behind, so that its backlog stays in the database, where its cursor finds it.
 */
async function send(socket: WebSocket, text: string, { maxBufferBytes, stallMs }: LiveLimits): Promise<boolean> {
  if (socket.readyState !== socket.OPEN) return true;
  socket.send(text);
  const deadline = Date.now() + stallMs;
  while (socket.readyState === socket.OPEN && socket.bufferedAmount > maxBufferBytes) {
    if (Date.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, DRAIN_CHECK_MS));
  }
  return true;
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
