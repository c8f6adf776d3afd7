/** One MCP server for one viewer, of the tools that it may call. The protocol itself, in both its eras, is the SDK's. */
import { randomUUID } from 'node:crypto';
import {
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  fromJsonSchema,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type JsonSchemaType,
  McpServer,
  type ScopeChallengeHandler,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { Scope } from '../auth/scopes.ts';
import { badInput, GatewayError } from '../errors.ts';
import type { Log } from '../log.ts';
import { failed } from './result.ts';
import type { Asking, JsonSchema, Person, Question, Tool, ToolResult } from './tool.ts';

/** What clients are told of the server. */
const INSTRUCTIONS = `Tripoint is one gateway to three systems: odoo (the System of Record, read only), ops (the Single Source of Truth: a ledger) and work (the System of Work). Each tool is one operation that you may do. search_schema and describe tell what there is besides, and what you may do with it. An error says in "next" what to do. A result with a "cursor" is not all: give it to read_on. Give a write an idempotencyKey, and the same one where you repeat it.`;

/** Milliseconds for which a client may keep what it was told of the tools: they change with the viewer's rights. */
const LISTS_TTL_MS = 60_000;

/** In `_meta` of a call: the run that what it uses is counted to. */
const RUN_META_KEY = 'tripoint/runId';

/** The question, and the field of its form. */
const CONFIRM = 'confirm';

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
      async (args, { mcpReq }) =>
        toMcp(await call(tool, (args ?? {}) as Readonly<Record<string, unknown>>, { asking, server, mcpReq, log })),
    );
  return server;
}

interface Calling {
  readonly asking: Asking;
  readonly server: McpServer;
  readonly mcpReq: ServerContext['mcpReq'];
  readonly log: Log;
}

/** Never throws: the SDK would tell a client whatever message an error has. */
async function call(
  tool: Tool,
  args: Readonly<Record<string, unknown>>,
  calling: Calling,
): Promise<ToolResult | Question> {
  const { asking, mcpReq, log } = calling;
  try {
    const asked = { ...asking, runId: readRunId(mcpReq) ?? asking.runId };
    return await tool.call(args, { asking: asked, signal: mcpReq.signal, position: null, person: personOf(calling) });
  } catch (error) {
    if (error instanceof GatewayError) return failed(error);
    const errorId = randomUUID();
    log.error({ errorId, tool: tool.name, err: error }, 'a tool failed');
    return failed(new GatewayError('INTERNAL_SERVER_ERROR', `Internal error ${errorId}`, { details: { errorId } }));
  }
}

/** @throws GatewayError `BAD_USER_INPUT`. */
function readRunId({ _meta: meta }: Calling['mcpReq']): string | null {
  const given = meta?.[RUN_META_KEY];
  if (given === undefined || typeof given === 'string') return given ?? null;
  throw badInput(`_meta.${RUN_META_KEY}`, 'must be the uuid of a run');
}

/** A client says with each request, or by a handshake that is kept, whether it can ask; over HTTP one of 2025 keeps none. */
function personOf({ server, mcpReq }: Calling): Person | null {
  const said = mcpReq.envelope as { readonly [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities } | undefined;
  const capabilities = said?.[CLIENT_CAPABILITIES_META_KEY] ?? server.server.getClientCapabilities();
  const elicitation = capabilities?.elicitation;
  // Without a word of the kind, forms are meant.
  if (!elicitation || (elicitation.url && !elicitation.form)) return null;
  const state = mcpReq.requestState<unknown>();
  const answer = inputResponse(mcpReq.inputResponses, CONFIRM);
  if (typeof state !== 'string' || answer.kind !== 'elicit') return { answer: null };
  return { answer: { isAccepted: answer.action === 'accept' && answer.content?.[CONFIRM] === true, state } };
}

function toMcp(result: ToolResult | Question): CallToolResult | InputRequiredResult {
  return 'question' in result ? toInputRequired(result) : toResult(result);
}

/** Its state needs no seal of the protocol: a confirmation is sealed, and good for whoever got it, once. */
function toInputRequired({ question, state }: Question): InputRequiredResult {
  const requestedSchema = {
    type: 'object' as const,
    properties: { [CONFIRM]: { type: 'boolean' as const, title: 'Write it' } },
    required: [CONFIRM],
  };
  const asked = inputRequired.elicit({ message: question, requestedSchema });
  return inputRequired({ inputRequests: { [CONFIRM]: asked }, requestState: state });
}

function toResult({ structured, text, isError }: ToolResult): CallToolResult {
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
