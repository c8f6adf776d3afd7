/** The HTTP server: `/graphql`, the console and GraphiQL, webhooks, health. Plain `node:http`: measured a tenth faster than a framework here. */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Deliveries } from '../bridge/deliveries.ts';
import type { GithubDeliveries } from '../delivery/pull-requests/github.ts';
import { REQUEST_MAX_BYTES } from '../limits.ts';
import { createConnectionPlaces, LIVE_LIMITS, type LiveLimits } from '../live/limits.ts';
import type { Log } from '../log.ts';
import { createReadAddress, type ReadAddress } from '../rates/address.ts';
import { RATE_LIMITS } from '../rates/rates.ts';
import type { Windows } from '../rates/windows.ts';
import type { GatewayServer } from '../server.ts';
import type { FolderFiles } from '../storage/folder-files.ts';
import { type Compress, createCompress } from './compression.ts';
import { createDraining, type Draining } from './draining.ts';
import { createEventStreams, type EventStreams } from './event-stream.ts';
import { answerFile, FILES_PATH } from './files.ts';
import { createGithubWebhook, GITHUB_PATH } from './github-webhook.ts';
import { answerGraphQL } from './graphql.ts';
import type { Health } from './health.ts';
import { startListening } from './listening.ts';
import { MCP_PATH, type McpDoor, METADATA_PATHS } from './mcp.ts';
import type { Metrics } from './metrics.ts';
import { type AllowedOrigins, createOrigins, type Origins } from './origins.ts';
import type { ServePages } from './pages.ts';
import { answerProbe } from './probes.ts';
import { type AskedRequest, beginRequest } from './request-log.ts';
import { sendJson } from './send.ts';
import { type AnswerWebhook, createWebhooks, WEBHOOKS_PATH } from './webhooks.ts';
import { createWebSockets, type WebSockets } from './websocket.ts';

/** What the HTTP server serves. */
export interface HttpServing {
  readonly server: GatewayServer;
  readonly health: Health;
  /** The console and GraphiQL; null where both are off. */
  readonly pages: ServePages | null;
  /** Absent where agents do not come in. */
  readonly mcp?: McpDoor;
  readonly log: Log;
  /** Absent for no `/metrics`. */
  readonly metrics?: Metrics;
  /** Milliseconds that requests under way have left when it is closed; default 20 000. */
  readonly drainMs?: number;
  /** Milliseconds before that in which it says that it stops, and takes whoever comes still; default 0. */
  readonly noticeMs?: number;
  /** Bytes of a request's body, or of a message of a WebSocket; the default where absent. */
  readonly maxRequestBytes?: number;
  /** Addresses and networks of the proxies whose `X-Forwarded-For` is believed; none where absent. */
  readonly trustedProxies?: readonly string[];
  /** Messages of one WebSocket a minute; the default where absent. */
  readonly maxMessages?: number;
  /** Whose pages may ask; the gateway's own alone where absent. */
  readonly allowedOrigins?: AllowedOrigins;
  /** Whether answers are compressed for whoever takes them so; they are where absent. */
  readonly compression?: boolean;
  /** What live connections may cost; the defaults where absent. */
  readonly live?: Partial<LiveLimits>;
  /** Answers the signed URLs of files in a local folder; absent where they are elsewhere. */
  readonly files?: FolderFiles;
  /** Takes what Odoo tells of events; absent where no database could store it. */
  readonly webhooks?: { readonly deliveries: Deliveries; readonly windows: Windows };
  /** Takes what GitHub tells of pull requests; absent where nobody has a secret for it. */
  readonly github?: { readonly deliveries: GithubDeliveries; readonly windows: Windows };
}

/** A listening server. */
export interface Listening {
  /** E.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Is not ready any more, answers requests under way, has every client go, and cuts what is left when the time is up. */
  close(): Promise<void>;
}

/** Listens on `host:port`; port 0 takes a free one. @throws the socket's error, e.g. `EADDRINUSE`. */
export async function listen(serving: HttpServing, { host, port }: { host: string; port: number }): Promise<Listening> {
  const origins = createOrigins(serving.allowedOrigins ?? []);
  const live = createLive(serving, origins);
  const webhooks = createWebhookDoors(serving, live.readAddress);
  const github = createGithubDoor(serving, live.readAddress);
  const compress = serving.compression === false ? null : createCompress();
  const http = createHttpServer((request, response) => {
    const path = pathOf(request);
    const asked = beginRequest(serving, { request, response, route: routeOf(path) });
    if (isForPages(path) && origins.answer(request, response)) return;
    const answer = () => route({ serving, live, webhooks, github, draining, asked, compress, path }, request, response);
    asked.span.within(answer).catch((err: unknown) => {
      serving.log.error({ err }, 'a request failed');
      if (!response.headersSent)
        sendJson(response, 500, {
          errors: [{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
        });
      else response.destroy();
    });
  });
  const draining = createDraining(http);
  http.on('upgrade', (request, socket, head) => {
    if (pathOf(request) === '/graphql') live.sockets.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  const url = await startListening(http, { host, port });
  return { url, close: () => close(serving, draining, live) };
}

/** What serves connections that stay open. */
interface Live {
  readonly readAddress: ReadAddress;
  readonly sockets: WebSockets;
  readonly streams: EventStreams;
}

function createLive(serving: HttpServing, origins: Origins): Live {
  const { server, log, metrics, live, maxRequestBytes = REQUEST_MAX_BYTES, trustedProxies = [] } = serving;
  const readAddress = createReadAddress(trustedProxies);
  const limits = { ...LIVE_LIMITS, ...live };
  const given = {
    ...{ server, limits, origins, maxRequestBytes, readAddress, log },
    maxMessages: serving.maxMessages ?? RATE_LIMITS.messages,
    places: createConnectionPlaces(limits),
    metrics: metrics?.live,
  };
  metrics?.live.watch(server);
  return { readAddress, sockets: createWebSockets(given), streams: createEventStreams(given) };
}

function createWebhookDoors({ webhooks, metrics }: HttpServing, readAddress: ReadAddress): AnswerWebhook | null {
  const observe = metrics?.webhook ?? (() => {});
  return webhooks ? createWebhooks({ ...webhooks, readAddress, observe }) : null;
}

function createGithubDoor({ github, metrics }: HttpServing, readAddress: ReadAddress): Routing['github'] {
  const observe = metrics?.webhook ?? (() => {});
  return github ? createGithubWebhook({ ...github, readAddress, observe }) : null;
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] as string;
}

/** Where pages of other origins may ask, once they are allowed to. */
function isForPages(path: string): boolean {
  return path === '/graphql' || path === MCP_PATH || path.startsWith(FILES_PATH);
}

interface Routing {
  readonly serving: HttpServing;
  readonly live: Live;
  readonly webhooks: AnswerWebhook | null;
  readonly github: ReturnType<typeof createGithubWebhook> | null;
  readonly draining: Draining;
  readonly asked: AskedRequest;
  readonly compress: Compress | null;
  readonly path: string;
}

async function route(
  { serving, live, webhooks, github, draining, asked, compress, path }: Routing,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const search = (request.url ?? '').slice(path.length);
  if (path === '/graphql') {
    const maxBytes = serving.maxRequestBytes ?? REQUEST_MAX_BYTES;
    const exchange = { request, response, search, maxBytes, address: live.readAddress(request), asked, compress };
    return answerGraphQL(serving.server, exchange, live.streams.answer);
  }
  if (serving.mcp && path === MCP_PATH) {
    const maxBytes = serving.maxRequestBytes ?? REQUEST_MAX_BYTES;
    return serving.mcp.answer({ request, response, maxBytes, address: live.readAddress(request), requestId: asked.id });
  }
  if (serving.files && path.startsWith(FILES_PATH))
    return answerFile(serving.files, path.slice(FILES_PATH.length), request, response);
  if (github && path === GITHUB_PATH) return github(request, response);
  if (webhooks && path.startsWith(WEBHOOKS_PATH) && (await webhooks(path, request, response))) return;
  // GraphQL sees to it by itself; agents are answered what they like beside what a mutation gives, and files are as they are.
  compress?.(request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendJson(response, 404, { error: 'not found' });
  if (serving.mcp && METADATA_PATHS.has(path)) return serving.mcp.describe({ request, response });
  const probed = { health: serving.health, metrics: serving.metrics, isStopping: draining.isAnnounced };
  if (await answerProbe(probed, path, response)) return;
  if (serving.pages && (await serving.pages(path, request, response))) return;
  sendJson(response, 404, { error: 'not found', graphql: '/graphql', health: '/readyz' });
}

/** Paths that stand for themselves in the metrics; every other one is `other`. */
const ROUTES = new Set(['/graphql', MCP_PATH, '/healthz', '/readyz', '/metrics', WEBHOOKS_PATH, GITHUB_PATH]);

/** The rest of a path below one of them may be a secret. */
function routeOf(path: string): string {
  if (path.startsWith(`${WEBHOOKS_PATH}/native/`)) return `${WEBHOOKS_PATH.slice(1)}/native`;
  return ROUTES.has(path) ? path.slice(1) : 'other';
}

const DRAIN_MS = 20_000;

async function close(
  { drainMs = DRAIN_MS, noticeMs = 0, mcp }: HttpServing,
  draining: Draining,
  { sockets, streams }: Live,
): Promise<void> {
  draining.announce();
  if (noticeMs > 0) await new Promise((resolve) => setTimeout(resolve, noticeMs));
  await Promise.all([draining.close(drainMs), sockets.close(), streams.close()]);
  await mcp?.close();
}
