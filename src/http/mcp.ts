/** `POST /mcp`: who may come in, and what the SDK is handed then. It speaks the protocol, with a fresh server a request. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostHeaderValidation, originValidation, toNodeHandler } from '@modelcontextprotocol/node';
import {
  type AuthInfo,
  createMcpHandler,
  localhostAllowedHostnames,
  type McpRequestContext,
  type McpServer,
  type ServerNotifier,
} from '@modelcontextprotocol/server';
import { SCOPES } from '../auth/scopes.ts';
import { expiresAtMs, type Viewer } from '../auth/viewer.ts';
import { GatewayError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Asking } from '../mcp/tool.ts';
import { type Problem, readBody } from './body.ts';
import type { AllowedOrigins } from './origins.ts';
import { readRunId } from './run-id.ts';
import { sendJson } from './send.ts';

/** Where it is. */
export const MCP_PATH = '/mcp';

/** Where clients look for who gives tokens for it (RFC 9728): the path, and the one of the whole origin. */
export const METADATA_PATHS: ReadonlySet<string> = new Set([
  `/.well-known/oauth-protected-resource${MCP_PATH}`,
  '/.well-known/oauth-protected-resource',
]);

/** What the door is made of. */
export interface McpServing {
  /** Makes the server of one request. */
  readonly serve: (asking: Asking) => Promise<McpServer>;
  /** @throws GatewayError `UNAUTHENTICATED`, or `UPSTREAM_UNAVAILABLE`. */
  readonly verify: (authorization: string | undefined) => Promise<Viewer>;
  /** Counts a request. @throws GatewayError `RATE_LIMITED`. */
  readonly charge: (asking: Pick<Asking, 'viewer' | 'address'>, points: number) => Promise<void>;
  readonly log: Log;
  /** Names beside those of this machine by which it may be asked, and of whose pages. */
  readonly allowedHosts: readonly string[];
  /** Whose pages may ask as well; none where absent. */
  readonly allowedOrigins?: AllowedOrigins;
  /** Where clients reach the gateway, without a path; null for where they say that they do. */
  readonly publicUrl: string | null;
  /** Who gives tokens; null where no server does. */
  readonly issuer: string | null;
  /** Whether the issuer gives the scopes of ours, so that clients are told to ask for them. */
  readonly withScopes: boolean;
  /** Streams of changes to the lists at most; none where absent. */
  readonly maxSubscriptions?: number;
}

/** One request. */
export interface McpExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Where it comes from, as the rates count it. */
  readonly address: string | null;
  /** Bytes of a body at most. */
  readonly maxBytes: number;
  /** For the log. */
  readonly requestId: string;
}

/** The door. */
export interface McpDoor {
  answer(exchange: McpExchange): Promise<void>;
  /** Tells who gives tokens. */
  describe(exchange: Pick<McpExchange, 'request' | 'response'>): void;
  /** Tells whoever follows the lists that they have changed. */
  readonly notify: ServerNotifier;
  /** Ends what is still open. */
  close(): Promise<void>;
}

/** Points of a request beside those of the operations that it asks for. */
const REQUEST_POINTS = 1;

/** JSON-RPC's own codes, and those that a server may define. */
const RPC = { parse: -32_700, invalid: -32_600, refused: -32_001 } as const;

/** Keeps nothing between requests, so that any process may answer the next. */
export function createMcpDoor(serving: McpServing): McpDoor {
  const { serve, log, allowedHosts, allowedOrigins = [], publicUrl } = serving;
  const names = [...localhostAllowedHostnames(), ...allowedHosts, ...(publicUrl ? [new URL(publicUrl).hostname] : [])];
  const isHostAllowed = hostHeaderValidation(names);
  const isOriginOwn = originValidation(names);
  const isOriginAllowed: typeof isOriginOwn = (request, response) =>
    allowedOrigins === '*' || allowedOrigins.includes(request.headers.origin ?? '') || isOriginOwn(request, response);
  const onerror = (err: Error) => log.debug({ err }, 'an MCP request was refused');
  const handler = createMcpHandler((context) => serve(askingOf(context)), {
    onerror,
    maxSubscriptions: serving.maxSubscriptions ?? 0,
  });
  const handle = toNodeHandler(handler, { onerror });
  return {
    answer: async (exchange) => {
      const { request, response, maxBytes } = exchange;
      // A page of another site, or a name that was made to point here (DNS rebinding).
      if (!isHostAllowed(request, response) || !isOriginAllowed(request, response)) return;
      response.setHeader('cache-control', 'no-store');
      const auth = await authenticate(serving, exchange);
      if (!auth) return;
      if (request.method !== 'POST') return handle(Object.assign(request, { auth }), response);
      const body = await readBody(request, maxBytes);
      if (!body) return;
      if ('problem' in body) return refuseBody(response, body);
      if (Array.isArray(body.value))
        return refuse(response, 400, {
          code: RPC.invalid,
          message: 'Send one message a request: batches are not taken',
        });
      return handle(Object.assign(request, { auth }), response, body.value);
    },
    describe: ({ request, response }) => {
      if (!isHostAllowed(request, response)) return;
      response.setHeader('access-control-allow-origin', '*');
      sendJson(response, 200, metadataOf(serving, request));
    },
    notify: handler.notify,
    close: () => handler.close(),
  };
}

/** What the SDK carries from here to the server that is made. */
interface Carried extends AuthInfo {
  readonly extra: { readonly asking: Asking };
}

function askingOf({ authInfo }: McpRequestContext): Asking {
  if (!authInfo) throw new TypeError('A request came past the door');
  return (authInfo as Carried).extra.asking;
}

/** Null where it was refused, and answered so. */
async function authenticate(serving: McpServing, exchange: McpExchange): Promise<Carried | null> {
  const { request, address, requestId } = exchange;
  const { authorization } = request.headers;
  try {
    const viewer = await serving.verify(authorization);
    if (viewer.kind === 'anonymous') throw new GatewayError('UNAUTHENTICATED', 'Send "Authorization: Bearer <JWT>"');
    await serving.charge({ viewer, address }, REQUEST_POINTS);
    const expiresAt = expiresAtMs(viewer);
    return {
      // The token itself stays with whom it is asked of again.
      token: '',
      clientId: viewer.client?.id ?? '',
      scopes: [...(viewer.scopes ?? [])],
      ...(expiresAt !== null && { expiresAt: Math.floor(expiresAt / 1_000) }),
      resourceMetadataUrl: metadataUrl(serving, request),
      extra: {
        asking: { viewer, address, authorization: async () => authorization, runId: readRunId(request), requestId },
      },
    };
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    refuseViewer(serving, exchange, error);
    return null;
  }
}

function refuseViewer(serving: McpServing, { request, response }: McpExchange, error: GatewayError): void {
  const { code, message, details } = error;
  const { retryAfterMs } = details;
  if (code === 'UNAUTHENTICATED') response.setHeader('www-authenticate', challengeOf(serving, request, message));
  if (typeof retryAfterMs === 'number') response.setHeader('retry-after', Math.max(1, Math.ceil(retryAfterMs / 1_000)));
  const status = code === 'UNAUTHENTICATED' ? 401 : code === 'RATE_LIMITED' ? 429 : 503;
  refuse(response, status, { code: RPC.refused, message, data: { code, ...details } });
}

/** RFC 6750: an error is told where a token was sent. */
function challengeOf(serving: McpServing, request: IncomingMessage, message: string): string {
  const description = message.replace(/[^\x20-\x7e]|["\\]/g, "'");
  return [
    `Bearer resource_metadata="${metadataUrl(serving, request)}"`,
    ...(request.headers.authorization === undefined
      ? []
      : ['error="invalid_token"', `error_description="${description}"`]),
    ...(serving.withScopes ? [`scope="${Object.values(SCOPES).join(' ')}"`] : []),
  ].join(', ');
}

function metadataOf(serving: McpServing, request: IncomingMessage) {
  const { issuer, withScopes } = serving;
  return {
    resource: `${originOf(serving, request)}${MCP_PATH}`,
    resource_name: 'Tripoint',
    ...(issuer !== null && { authorization_servers: [issuer] }),
    ...(withScopes && { scopes_supported: Object.values(SCOPES) }),
    bearer_methods_supported: ['header'],
  };
}

function metadataUrl(serving: McpServing, request: IncomingMessage): string {
  return `${originOf(serving, request)}/.well-known/oauth-protected-resource${MCP_PATH}`;
}

/** The host was found to be one of ours. */
function originOf({ publicUrl }: McpServing, { headers }: IncomingMessage): string {
  return publicUrl ?? `http://${headers.host}`;
}

function refuseBody(response: ServerResponse, { status, problem, details = {}, headers = {} }: Problem): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  refuse(response, status, { code: status === 400 ? RPC.parse : RPC.invalid, message: problem, data: details });
}

interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

function refuse(response: ServerResponse, status: number, error: RpcError): void {
  sendJson(response, status, { jsonrpc: '2.0', error, id: null });
}
