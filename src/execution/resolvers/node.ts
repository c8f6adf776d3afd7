/** `node` and `nodes`: the records that nodeIds name, each under the rule of its type and of the lookup by its own id. */
import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { getNamedType } from 'graphql';
import type { Context } from '../../context.ts';
import { GatewayError, limitExceeded } from '../../errors.ts';
import { readFieldContext } from '../../odoo/context.ts';
import type { Catalog, StoredType } from '../../plan/catalog.ts';
import { readStoredId } from '../../plan/id.ts';
import { decodeNodeId } from '../../plan/node-id.ts';
import { planObject } from '../../plan/plan.ts';
import { waysOf } from '../../plan/ways.ts';
import type { Enter } from '../admit.ts';
import { fetchByIds } from '../fetch.ts';
import { keysOf } from '../making.ts';
import { type OrdinaryRoot, rootOf } from '../ordinary.ts';
import { pruneObject } from '../prune.ts';

/** What nodes are found by. */
export interface Nodes {
  readonly schema: GraphQLSchema;
  readonly catalog: Catalog;
  readonly enter: Enter;
}

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** More are refused. */
const MAX_NODES = 100;

/** The type of each record that was answered as a node. */
const typeNames = new WeakMap<object, string>();

/** Tells the type of a record that `node` or `nodes` answered. */
export function typeOfNode(value: unknown): string | undefined {
  return typeNames.get(value as object);
}

/** Resolvers of the two root fields, by name. */
export function createNodeResolvers(nodes: Nodes): Readonly<Record<string, Resolver>> {
  return {
    node: async (_source, args, context, info) => {
      const asked = decode(nodes.catalog, String(args.id), 'id');
      const found = await readNodes(nodes, { context, info, root: rootOf(info) }, asked.type, [asked.id]);
      return found.get(asked.id) ?? null;
    },
    nodes: async (_source, args, context, info) => {
      const ids = args.ids as readonly string[];
      if (ids.length > MAX_NODES) throw limitExceeded('ids', `names ${ids.length}; at most ${MAX_NODES} are answered`);
      const asked = ids.map((id) => decode(nodes.catalog, id, 'ids'));
      const root = inContext(rootOf(info), args.inOdoo);
      const reads = new Map<StoredType, Promise<Map<string, object> | GatewayError>>();
      for (const type of new Set(asked.map((each) => each.type))) {
        const own = asked.filter((each) => each.type === type).map(({ id }) => id);
        const reading = readNodes(nodes, { context, info, root }, type, [...new Set(own)]);
        reads.set(type, reading.catch(asValue));
      }
      return Promise.all(
        asked.map(async ({ type, id }) => {
          const found = await reads.get(type);
          return found instanceof GatewayError ? found : (found?.get(id) ?? null);
        }),
      );
    },
  };
}

/** Where a type cannot be read, its error stands in the places of its records, and the others are answered. */
function asValue(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  throw error;
}

/** The id as its system writes it: a uuid in capitals is the same row. */
function decode(catalog: Catalog, nodeId: string, argument: string): { type: StoredType; id: string } {
  const { type, id } = decodeNodeId(catalog, nodeId, argument);
  return { type, id: String(readStoredId(type.surface, id, argument)) };
}

/** The field's own context of Odoo in place of the operation's, as of any other root field. */
function inContext(root: OrdinaryRoot, inOdoo: unknown): OrdinaryRoot {
  const odooContext = readFieldContext(inOdoo);
  return odooContext ? { ...root, fetching: { ...root.fetching, odooContext } } : root;
}

/** Which field asks. */
interface Asking {
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
  readonly root: OrdinaryRoot;
  /** False where what is hidden is absent. */
  readonly tellsHidden?: boolean;
}

/** Reads records of one type by their ids, a uuid in lower case, for who may look them up; an error is in the place of one that is hidden. */
export async function readNodes(
  nodes: Nodes,
  { context, info, root, tellsHidden }: Asking,
  type: StoredType,
  ids: readonly string[],
): Promise<Map<string, object>> {
  const { planning, refused } = root;
  const fetching = { ...root.fetching, field: keysOf(info).join('.') };
  await holdToLookups(nodes, root, context, { type, ids });
  const object = planObject(planning, type, info.fieldNodes, 1);
  const found = await nodes.enter({ ...fetching, coordinate: `${type.name}.nodeId`, plan: () => waysOf(object) });
  for (const [coordinate, error] of found) refused.set(coordinate, error);
  const answers = await fetchByIds(fetching, pruneObject(object, found), ids, { tellsHidden });
  for (const answer of answers.values()) typeNames.set(answer as object, type.name);
  return answers as Map<string, object>;
}

/** The constraint on an agent that looks a record of the type up by its own id. */
export async function holdToLookups(
  { schema, enter }: Pick<Nodes, 'schema' | 'enter'>,
  { fetching }: Pick<OrdinaryRoot, 'fetching'>,
  { viewer }: Context,
  { type, ids }: { readonly type: StoredType; readonly ids: readonly string[] },
): Promise<void> {
  const lookup = lookupOf(schema, type);
  if (viewer.agent === null || lookup === undefined) return;
  // All at once: what they are held to is looked up in one statement.
  await enter({ ...fetching, coordinate: `Query.${lookup}`, args: () => ({ id: ids }) });
}

/** The root field that answers one record of the type by its id. */
function lookupOf(schema: GraphQLSchema, type: StoredType): string | undefined {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields.find((field) => getNamedType(field.type).name === type.name && !String(field.type).startsWith('['))
    ?.name;
}
