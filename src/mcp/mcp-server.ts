/** One MCP server for one viewer, of the tools that it may call. The protocol itself, in both its eras, is the SDK's. */
import { randomUUID } from 'node:crypto';
import {
  fromJsonSchema,
  type JsonSchemaType,
  McpServer,
  type ScopeChallengeHandler,
} from '@modelcontextprotocol/server';
import type { Scope } from '../auth/scopes.ts';
import { GatewayError } from '../errors.ts';
import type { Log } from '../log.ts';
import { failed } from './result.ts';
import type { Asking, JsonSchema, Tool, ToolResult } from './tool.ts';

/** What clients are told of the server. */
const INSTRUCTIONS = `Tripoint is one gateway to three systems: odoo (the System of Record, read only), ops (the Single Source of Truth: a ledger) and work (the System of Work). Each tool is one operation that you may do. search_schema and describe tell what there is besides, and what you may do with it. An error says in "next" what to do. A result with a "cursor" is not all: give it to read_on. Give a write an idempotencyKey, and the same one where you repeat it.`;

/** Milliseconds for which a client may keep what it was told of the tools: they change with the viewer's rights. */
const LISTS_TTL_MS = 60_000;

/** What a server is made of. */
export interface Serving {
  readonly tools: readonly Tool[];
  readonly asking: Asking;
  /** The gateway's own version. */
  readonly version: string;
  readonly log: Log;
}

/** Connects to nothing by itself. */
export function createMcpServer({ tools, asking, version, log }: Serving): McpServer {
  const hint = { ttlMs: LISTS_TTL_MS, cacheScope: 'private' as const };
  const server = new McpServer(
    { name: 'tripoint', title: 'Tripoint', version },
    {
      capabilities: { tools: { listChanged: false } },
      instructions: INSTRUCTIONS,
      cacheHints: { 'tools/list': hint, 'server/discover': hint },
    },
  );
  for (const tool of tools)
    server.registerTool(
      tool.name,
      {
        description: tool.description,
        inputSchema: schemaOf(tool.input),
        ...(tool.output && { outputSchema: schemaOf(tool.output) }),
        annotations: annotationsOf(tool),
        scopeChallenge: challengeOf(tool.scopes, asking),
      },
      async (args, { mcpReq: { signal } }) =>
        toMcp(await call(tool, (args ?? {}) as Readonly<Record<string, unknown>>, { asking, signal, log })),
    );
  return server;
}

interface Calling {
  readonly asking: Asking;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** Never throws: the SDK would tell a client whatever message an error has. */
async function call(tool: Tool, args: Readonly<Record<string, unknown>>, calling: Calling): Promise<ToolResult> {
  const { asking, signal, log } = calling;
  try {
    return await tool.call(args, { asking, signal, position: null });
  } catch (error) {
    if (error instanceof GatewayError) return failed(error);
    const errorId = randomUUID();
    log.error({ errorId, tool: tool.name, err: error }, 'a tool failed');
    return failed(new GatewayError('INTERNAL_SERVER_ERROR', `Internal error ${errorId}`, { details: { errorId } }));
  }
}

function toMcp({ structured, text, isError }: ToolResult) {
  return {
    content: [{ type: 'text' as const, text }],
    ...(structured && { structuredContent: { ...structured } }),
    ...(isError && { isError }),
  };
}

/** Checks nothing: GraphQL says better what is wrong with a variable, and has made the answer by its own schema. */
function schemaOf(schema: JsonSchema) {
  return fromJsonSchema<Record<string, unknown>>(schema as JsonSchemaType, {
    getValidator: () => (input) => ({ valid: true, data: input as never, errorMessage: undefined }),
  });
}

/** What only reads has no more to say. */
function annotationsOf({ risk, isIdempotent }: Tool) {
  if (risk === 'read') return { readOnlyHint: true };
  return { readOnlyHint: false, destructiveHint: risk === 'destructive', idempotentHint: isIdempotent };
}

/** A token that is held to scopes may be given more of them by its user: the challenge names all that it then has to have. */
function challengeOf(needed: readonly Scope[], { viewer: { scopes } }: Asking): ScopeChallengeHandler {
  return () => {
    if (scopes === null || needed.every((scope) => scopes.includes(scope))) return undefined;
    const [first = '', ...more] = new Set([...scopes, ...needed]);
    return { scopes: [first, ...more], errorDescription: `It needs ${needed.join(' and ')}` };
  };
}
