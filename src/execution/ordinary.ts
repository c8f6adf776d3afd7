/** The ordinary lane: graphql-js over the same plans. Root fields and links fetch; everything below reads a property. */
import DataLoader from 'dataloader';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from '../context.ts';
import type { Guard } from '../doctrine/permissions.ts';
import type { GatewayError } from '../errors.ts';
import type { Catalog, LinkField, StoredType } from '../plan/catalog.ts';
import { planObject } from '../plan/plan.ts';
import { type Fetching, fetchAnswer, fetchByIds } from './fetch.ts';
import { enteredFields, type OperationPlan } from './operation.ts';
import { findRefused, prune, pruneObject, refuseFilters } from './refuse.ts';

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** The root value of an execution: its plan, and what was refused below the root so far. */
interface OrdinaryRoot {
  readonly plan: OperationPlan;
  readonly fetching: Fetching;
  readonly refused: Map<string, GatewayError>;
}

/** Records of one link fetched at once, at most. */
const MAX_LINK_BATCH = 500;

/** Executes an operation with graphql-js. */
export async function executeOrdinary(
  schema: GraphQLSchema,
  request: {
    document: DocumentNode;
    operationName: string | undefined;
    variables: Record<string, unknown> | undefined;
  },
  fetching: Fetching,
  plan: OperationPlan,
): Promise<ExecutionResult> {
  const rootValue: OrdinaryRoot = { plan, fetching, refused: new Map() };
  const result = await execute({
    schema,
    document: request.document,
    operationName: request.operationName,
    variableValues: request.variables,
    contextValue: fetching.context,
    rootValue,
    fieldResolver: readProperty,
  });
  return result.errors ? { ...result, errors: inOrderOfRoots(result.errors, plan) } : result;
}

/** graphql-js lists errors as they happen; the answer must not depend on which upstream was faster. */
function inOrderOfRoots(errors: readonly GraphQLError[], { roots }: OperationPlan): readonly GraphQLError[] {
  const keys = [...roots.keys()];
  const place = ({ path }: GraphQLError) => keys.indexOf(String(path?.[0]));
  return [...errors].sort((a, b) => place(a) - place(b));
}

/** Puts the guard before each root field's resolver, and gives the stored ones and the links theirs. */
export function attachResolvers(schema: GraphQLSchema, catalog: Catalog, guard: Guard): void {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const own = field.resolve as Resolver | undefined;
      field.resolve = guardRoot(guard, `${root?.name}.${field.name}`, own ?? createRootResolver(guard));
    }
  }
  for (const type of catalog.values()) {
    const object = schema.getType(type.name) as GraphQLObjectType;
    for (const field of type.fields.values()) {
      const definition = object.getFields()[field.name];
      const target = field.kind === 'link' ? catalog.get(field.target) : undefined;
      if (field.kind === 'link' && definition && target)
        definition.resolve = createLinkResolver({ catalog, guard, link: field, type, target });
    }
  }
}

/** The answers of a surface are keyed by response key, so that an alias is the same property read. */
const readProperty: Resolver = (source, _args, _context, info) => {
  const value = (source as Record<string, unknown>)[info.path.key];
  if (value !== null && value !== undefined) return value;
  return rootOf(info).refused.get(`${info.parentType.name}.${info.fieldName}`) ?? null;
};

function rootOf(info: GraphQLResolveInfo): OrdinaryRoot {
  return info.rootValue as OrdinaryRoot;
}

function guardRoot(guard: Guard, coordinate: string, resolve: Resolver): Resolver {
  return (source, args, context, info) => guard(coordinate, context, () => resolve(source, args, context, info));
}

function createRootResolver(guard: Guard): Resolver {
  return async (_source, _args, context, info) => {
    const { plan, fetching, refused } = rootOf(info);
    const root = plan.roots.get(String(info.path.key));
    if (!root?.plan)
      throw new TypeError(`${info.parentType.name}.${info.fieldName} has neither a resolver nor a stored type`);
    const found = await findRefused(guard, context, root.entered);
    for (const [coordinate, error] of found) refused.set(coordinate, error);
    await refuseFilters(guard, context, root.plan, fetching.variables);
    return fetchAnswer(fetching, prune(root.plan, found));
  };
}

interface Link {
  readonly catalog: Catalog;
  readonly guard: Guard;
  readonly link: LinkField;
  readonly type: StoredType;
  readonly target: StoredType;
}

function createLinkResolver(given: Link): Resolver {
  return (source, _args, context, info) => {
    const id = (source as Record<string, unknown>)[info.path.key];
    if (id === null || id === undefined) return null;
    let loader = context.loaders.get(info.fieldNodes);
    if (!loader) {
      loader = createLinkLoader(given, context, info);
      context.loaders.set(info.fieldNodes, loader);
    }
    return loader.load(String(id));
  };
}

/** One call for all records of the level; its rule runs once, before the call. */
function createLinkLoader({ catalog, guard, link, type, target }: Link, context: Context, info: GraphQLResolveInfo) {
  const { plan, fetching, refused } = rootOf(info);
  const object = planObject({ ...plan.selecting, catalog }, target, info.fieldNodes, 1);
  return new DataLoader<string, unknown>(
    async (ids) => {
      const outcome = await guard(`${type.name}.${link.name}`, context, async () => {
        const found = await findRefused(guard, context, enteredFields([object]));
        for (const [coordinate, error] of found) refused.set(coordinate, error);
        return fetchByIds(fetching, pruneObject(object, found), ids);
      });
      if (outcome instanceof Map) return ids.map((id) => outcome.get(id) ?? null);
      const error = outcome instanceof Error ? outcome : new TypeError('a link gave no records');
      return ids.map(() => error);
    },
    { maxBatchSize: MAX_LINK_BATCH },
  );
}
