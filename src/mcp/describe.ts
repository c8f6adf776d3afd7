/** The tool `describe`: a slice of the schema, and what the viewer may do there. */
import { type GraphQLNamedType, isInputObjectType, isScalarType } from 'graphql';
import { z } from 'zod';
import { badInput, GatewayError } from '../errors.ts';
import { POINTS } from '../sdl/costs.ts';
import { cut } from './cut.ts';
import type { McpGateway } from './gateway.ts';
import { type Described, describeCoordinate, printType } from './minified-sdl.ts';
import { printCursor } from './read-on.ts';
import { MOST_TOKENS, resultOf } from './result.ts';
import type { Caller, Tool, ToolResult } from './tool.ts';

const MOST_COORDINATES = 20;
const RESERVED_TOKENS = 1_000;
const NAME = 'describe';

const argumentsSchema = z.strictObject({
  coordinates: z.array(z.string().min(1).max(200)).min(1).max(MOST_COORDINATES),
});

/** @returns The tool. */
export function createDescribe(gateway: McpGateway): Tool {
  return {
    name: NAME,
    description:
      'Describes parts of the GraphQL schema in short SDL, and what you may do there. Coordinates: Type, Type.field, Query.field, Mutation.field, Input.field, a model or table, an SQL function.',
    input: {
      type: 'object',
      properties: { coordinates: { type: 'array', items: { type: 'string' }, maxItems: MOST_COORDINATES } },
      required: ['coordinates'],
    },
    output: { type: 'object', properties: { sdl: {}, may: { items: {} }, types: {} } },
    ...{ risk: 'read', isIdempotent: true, scopes: [] },
    call: async (args, caller) => {
      const parsed = argumentsSchema.safeParse(args);
      if (!parsed.success) throw badInput('coordinates', `must be a list of 1 to ${MOST_COORDINATES} coordinates`);
      await gateway.charge(caller.asking, POINTS.field * parsed.data.coordinates.length);
      return describe(gateway, [...new Set(parsed.data.coordinates)], caller);
    },
  };
}

async function describe(gateway: McpGateway, coordinates: readonly string[], caller: Caller): Promise<ToolResult> {
  const { schema } = gateway;
  const found = coordinates.map((coordinate) => describeCoordinate(schema, coordinate));
  const may = await Promise.all(
    coordinates.map((coordinate, index) => explain(gateway, { coordinate, described: found[index] ?? null }, caller)),
  );
  const shown = new Set(found.flatMap((one) => one?.sdl ?? []));
  const named = found.flatMap((one) => one?.types ?? []);
  // Without its input a mutation is no use to anybody.
  for (const type of named) if (isInputObjectType(type) && isOfMutation(coordinates)) shown.add(printType(type));
  const names = namesOf(named, shown);
  const told = { sdl: [...shown], may, ...(names.length > 0 && { types: names }) };
  const from = caller.position && 'from' in caller.position ? caller.position.from : null;
  const { value, place } = cut(told, MOST_TOKENS - RESERVED_TOKENS, from);
  const cursor = place && { cursor: printCursor({ tool: NAME, args: { coordinates }, position: { from: place } }) };
  return resultOf(
    { ...(value as object), ...cursor },
    may.every((one) => 'problem' in one),
  );
}

function isOfMutation(coordinates: readonly string[]): boolean {
  return coordinates.some((coordinate) => coordinate.startsWith('Mutation.'));
}

/** What could be asked for next. */
function namesOf(types: readonly GraphQLNamedType[], shown: ReadonlySet<string>): readonly string[] {
  const names = types.filter((type) => !isScalarType(type) && !shown.has(printType(type))).map(({ name }) => name);
  return [...new Set(names)].sort();
}

/** What only the schema knows, such as an input, is nobody's to allow; what names nothing is told so, with the nearest name. */
async function explain(
  { permissions }: McpGateway,
  { coordinate, described }: { readonly coordinate: string; readonly described: Described | null },
  { asking }: Caller,
) {
  const description = described?.description ? { description: described.description.replace(/\s+/g, ' ') } : {};
  try {
    const { action, allowed, reason, code, line } = await permissions.explain(asking.viewer, coordinate);
    return { coordinate, ...description, action, allowed, reason, ...(code !== null && { code }), line };
  } catch (error) {
    if (!(error instanceof GatewayError) || error.code !== 'BAD_USER_INPUT') throw error;
    if (described) return { coordinate, ...description };
    return { coordinate, code: error.code, problem: error.message.replace('Argument "coordinate"', `"${coordinate}"`) };
  }
}
