/** `_entities`: the records that a router's representations name, each under the rule of its type and of the lookup by its id. */
import { type GraphQLFieldResolver, type GraphQLResolveInfo, isUnionType } from 'graphql';
import type { Context } from '../../context.ts';
import { GatewayError, limitExceeded } from '../../errors.ts';
import type { Catalog, StoredType } from '../../plan/catalog.ts';
import { type Represented, readRepresentation } from '../../plan/representation.ts';
import { ENTITY } from '../../sdl/federation.ts';
import { rootOf } from '../ordinary.ts';
import { type Nodes, readNodes, typeOfNode } from './node.ts';

/** More are refused: a router sends those of a whole page of another subgraph at once. */
const MAX_REPRESENTATIONS = 1_000;

type Resolver = GraphQLFieldResolver<unknown, Context>;
type Found = ReadonlyMap<string, unknown>;

/** The resolver of the root field, by its name; none where the schema serves no router. */
export function createEntityResolvers(nodes: Nodes): Readonly<Record<string, Resolver>> {
  const union = nodes.schema.getType(ENTITY);
  if (!isUnionType(union)) return {};
  union.resolveType = typeOfNode;
  const names = new Set(union.getTypes().map(({ name }) => name));
  return { _entities: createResolver(nodes, new Map([...nodes.catalog].filter(([name]) => names.has(name)))) };
}

function createResolver(nodes: Nodes, entities: Catalog): Resolver {
  return async (_source, args, context, info) => {
    const given = args.representations as readonly unknown[];
    if (given.length > MAX_REPRESENTATIONS)
      throw limitExceeded('representations', `has ${given.length}; at most ${MAX_REPRESENTATIONS} are answered`);
    const asked = given.map((each, index) => orError(() => readRepresentation(entities, each, index)));
    const found = await readTypes(nodes, asked.filter(isRepresented), { context, info });
    const { making } = rootOf(info);
    return asked.map((each) => {
      const value = isRepresented(each) ? found(each) : each;
      return value instanceof Error ? making.stand(info, value) : value;
    });
  };
}

/** Reads each type once; gives the record that is represented, null where there is none, or why it cannot be read. */
async function readTypes(
  nodes: Nodes,
  asked: readonly Represented[],
  { context, info }: { readonly context: Context; readonly info: GraphQLResolveInfo },
): Promise<(each: Represented) => unknown> {
  // A viewer may name a thousand ids: to tell which of them Odoo hides could take as many calls.
  const reading = { context, info, root: rootOf(info), tellsHidden: false };
  const read = async (type: StoredType): Promise<readonly [StoredType, Found | Error]> => {
    const ids = new Set(asked.filter((each) => each.type === type).map(({ id }) => id));
    try {
      return [type, await readNodes(nodes, reading, type, [...ids])];
    } catch (error) {
      // It stands at the places of its records, not in the way of the others'.
      return [type, error instanceof Error ? error : new TypeError('a type gave no records')];
    }
  };
  const found = new Map(await Promise.all([...new Set(asked.map(({ type }) => type))].map(read)));
  return ({ type, id }) => {
    const records = found.get(type);
    return records instanceof Error ? records : (records?.get(id) ?? null);
  };
}

function orError(read: () => Represented): Represented | GatewayError {
  try {
    return read();
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
}

function isRepresented(asked: Represented | GatewayError): asked is Represented {
  return !(asked instanceof Error);
}
