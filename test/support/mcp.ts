/** The gateway's door for agents, entered by the official client in both eras of the protocol. */
import { Client, type ElicitResult, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { openServing } from '../../src/cli/mcp-serving.ts';
import { createHealth } from '../../src/http/health.ts';
import { type HttpServing, listen } from '../../src/http/listen.ts';
import { createMcpDoor, type McpServing } from '../../src/http/mcp.ts';
import { createMcpGateway } from '../../src/http/mcp-gateway.ts';
import { LIVE_LIMITS } from '../../src/live/limits.ts';
import { createLog } from '../../src/log.ts';
import { createServe } from '../../src/mcp/serve.ts';
import type { Offered } from '../../src/mcp/viewer-tools.ts';
import { packagePaths } from '../../src/paths.ts';
import type { Embedder } from '../../src/work/search/embedder.ts';
import { type TestGateway, testToken } from './gateway.ts';

/** The revisions that a client may speak: the newest by asking which there are, the one before by the handshake of old. */
export const ERAS = ['2026-07-28', '2025-11-25'] as const;

/** One of them. */
export type Era = (typeof ERAS)[number];

/** What a test may replace. */
export interface TestMcpOptions
  extends Partial<Pick<McpServing, 'allowedHosts' | 'allowedOrigins' | 'publicUrl' | 'issuer' | 'withScopes'>> {
  readonly stage?: 'development' | 'production';
  /** Operations in place of the manifest's. */
  readonly offered?: readonly Offered[];
  readonly embedder?: Embedder;
  /** Of the server that listens. */
  readonly serving?: Partial<HttpServing>;
}

/** A gateway that listens. */
export interface TestMcp extends AsyncDisposable {
  /** Its origin. */
  readonly url: string;
  /** A client of somebody, with a token: closed with the rest. */
  connect(as: string, options?: ConnectOptions): Promise<Client>;
}

/** How a client is, which is of the newest revision, and can ask nobody, where nothing is said. */
export interface ConnectOptions {
  readonly era?: Era;
  readonly token?: string;
  /** Of each request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers what the client's person is asked. */
  readonly person?: (message: string) => ElicitResult | Promise<ElicitResult>;
}

/** What a tool answered. */
export interface Called {
  readonly isError: boolean;
  readonly text: string;
  /** Whatever was selected. */
  readonly structured: ReturnType<typeof JSON.parse>;
}

/** Listens on a free port, with all that `tripoint start` has behind `/mcp`. */
export async function openTestMcp(gateway: TestGateway, options: TestMcpOptions = {}): Promise<TestMcp> {
  const { stage = 'production', offered, embedder = null, serving = {}, ...door } = options;
  const log = createLog('silent');
  const { server } = gateway;
  const given = { config: { stage, live: LIVE_LIMITS }, server, paths: packagePaths(), embedder, log };
  const mcp = createMcpDoor({
    serve: offered
      ? createServe({
          gateway: createMcpGateway(server),
          stored: new Set(server.made.catalog.keys()),
          ...{ offered, embed: null, version: 'test', isDevelopment: stage === 'development', log },
        })
      : openServing(given),
    ...{ verify: server.verify, charge: server.charge, log },
    ...{ allowedHosts: [], publicUrl: null, issuer: null, withScopes: false, ...door },
  });
  const health = createHealth(gateway.sources);
  const http = await listen({ server, health, pages: null, log, mcp, ...serving }, { host: '127.0.0.1', port: 0 });
  const clients: Client[] = [];
  return {
    url: http.url,
    connect: async (as, { era = '2026-07-28', token, headers = {}, person } = {}) => {
      const newest = era === '2026-07-28';
      const client = new Client(
        { name: 'test', version: '1' },
        {
          ...(newest && { versionNegotiation: { mode: 'auto' as const } }),
          ...(person && { capabilities: { elicitation: { form: {} } } }),
        },
      );
      if (person) client.setRequestHandler('elicitation/create', ({ params }) => person(params.message));
      const authorization = `Bearer ${token ?? (await testToken(as))}`;
      const url = new URL('/mcp', http.url);
      await client.connect(
        new StreamableHTTPClientTransport(url, { requestInit: { headers: { ...headers, authorization } } }),
      );
      clients.push(client);
      return client;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(clients.map((client) => client.close()));
      await http.close();
    },
  };
}

/** Calls a tool. The client itself has found `structuredContent` valid by the tool's output schema. */
export async function callTool(
  client: Client,
  name: string,
  args: Record<string, unknown> = {},
  meta?: Record<string, unknown>,
): Promise<Called> {
  const call = { name, arguments: args, ...(meta && { _meta: meta }) };
  const { isError = false, content, structuredContent } = await client.callTool(call);
  const [first] = content as readonly { readonly type: string; readonly text?: string }[];
  return { isError: Boolean(isError), text: first?.text ?? '', structured: structuredContent };
}

/** One message by hand, as a client of 2025 sends it. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** A message that lists the tools. */
export const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' } as const;
