/** Trusted operations as tools: a query or mutation is asked, a subscription is followed for a while. */

import { getOperationAST, Kind, parse } from 'graphql';
import { SCOPES } from '../auth/scopes.ts';
import { badInput } from '../errors.ts';
import type { TrustedOperation } from '../operations/manifest.ts';
import { cut, type Place } from './cut.ts';
import { follow } from './follow.ts';
import { ask, type McpGateway } from './gateway.ts';
import { leanInput, shapeOf } from './lean-schema.ts';
import { printCursor } from './read-on.ts';
import { type Answer, adviseData, isFailure, MOST_TOKENS, resultOf, tellErrors } from './result.ts';
import type { Caller, JsonSchema, Tool, ToolResult } from './tool.ts';

/** What is left of a result's tokens for its errors, its cursor and its form. */
const RESERVED_TOKENS = 2_000;

const FOLLOWED = ' Waits up to 15 s for what comes; `read_on` waits for more.';

/** @param name What the tool is called. */
export function createOperationTool(gateway: McpGateway, operation: TrustedOperation, name: string): Tool {
  const { kind, risk, description, variables, result } = operation;
  const isFollowed = kind === 'subscription';
  const input = { ...leanInput(variables), type: 'object' as const };
  const placeVariable = isFollowed ? findPlaceVariable(operation.document) : null;
  return {
    name,
    description: `${description ?? name}${isFollowed ? FOLLOWED : ''}`,
    input,
    output: isFollowed ? followedOutput(result) : answeredOutput(result),
    risk,
    isIdempotent: risk === 'read' || isRepeatable(variables),
    scopes: kind === 'mutation' ? [SCOPES.read, SCOPES.write] : [SCOPES.read],
    call: async (args, caller) => {
      refuseUnknown(variables, args);
      const asked = { query: operation.document, variables: args };
      if (isFollowed) return follow(gateway, { name, placeVariable, ...asked }, caller);
      return answer(gateway, { name, isRead: risk === 'read', ...asked }, caller);
    },
  };
}

/** What is asked, and under which name. */
interface Asked {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether it may be asked again for the rest of what it answers. */
  readonly isRead: boolean;
}

/** Asks the gateway, and cuts what is too long. */
export async function answer(
  gateway: McpGateway,
  asked: Asked,
  { asking, signal, position }: Caller,
): Promise<ToolResult> {
  const { query, variables } = asked;
  const answered = await ask(gateway, { query, variables }, asking, signal);
  return tellAnswer(answered, asked, position && 'from' in position ? position.from : null);
}

/** An answer as a result, cut where it is too long. @param from Where it goes on. */
export function tellAnswer(
  answered: Answer,
  { name, variables, isRead }: Omit<Asked, 'query'>,
  from: Place | null,
): ToolResult {
  const errors = tellErrors(answered.errors);
  const told = errors.length > 0 ? { errors } : {};
  if (!answered.data) return resultOf(told, true);
  const isError = isFailure(answered);
  const { value: data, place } = cut(
    isError ? adviseData(answered.data) : answered.data,
    MOST_TOKENS - RESERVED_TOKENS,
    from,
  );
  if (!place) return resultOf({ data, ...told }, isError);
  const cursor = isRead ? { cursor: printCursor({ tool: name, args: variables, position: { from: place } }) } : {};
  return resultOf({ data, ...told, isCut: true, ...cursor }, isError);
}

/**
 * Unlike arguments of a field, a variable too many is none of GraphQL's mistakes: it would be passed over in silence.
 *
 * @throws GatewayError `BAD_USER_INPUT`.
 */
export function refuseUnknown({ properties = {} }: JsonSchema, args: Readonly<Record<string, unknown>>): void {
  const known = Object.keys(properties as object);
  const unknown = Object.keys(args).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw badInput(unknown, `is none of this tool's: it takes ${known.length > 0 ? known.join(', ') : 'none'}`);
}

/** Whether a mutation has to be told which state it is for, or which intent: then the same call again changes nothing. */
function isRepeatable({ properties = {} }: JsonSchema): boolean {
  return Object.values(properties as Readonly<Record<string, JsonSchema>>).some(({ required = [] }) =>
    (required as readonly string[]).some((name) => name === 'idempotencyKey' || name === 'expectedVersion'),
  );
}

/** The variable that says where a subscription begins: who goes on has another place. Null where it takes none. */
function findPlaceVariable(document: string): string | null {
  const [field] = getOperationAST(parse(document))?.selectionSet.selections ?? [];
  const args = field?.kind === Kind.FIELD ? (field.arguments ?? []) : [];
  const value = args.find(({ name }) => name.value === 'after')?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : null;
}

function answeredOutput(result: JsonSchema): JsonSchema {
  return { type: 'object', properties: { data: shapeOf(result) } };
}

function followedOutput(result: JsonSchema): JsonSchema {
  return { type: 'object', properties: { events: { items: shapeOf(result) } } };
}
