/** Gives the fields of the schema their resolvers, once, when it is built. */
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Context } from '../../context.ts';
import type { Doctrine } from '../../doctrine/load.ts';
import { GatewayError, type Surface } from '../../errors.ts';
import type { Catalog } from '../../plan/catalog.ts';
import type { Follows } from '../../plan/follows.ts';
import type { Mutations } from '../../postgres/mutation.ts';
import type { Readings, Streams } from '../../postgres/reading.ts';
import { readDirective, readListArgument, readSurface } from '../../sdl/directives.ts';
import { locateProblems, SdlError } from '../../sdl/problem.ts';
import type { FileStore } from '../../storage/files.ts';
import type { AdmittedRoot, Enter } from '../admit.ts';
import { fetchAnswer } from '../fetch.ts';
import { keysOf } from '../making.ts';
import { rootOf } from '../ordinary.ts';
import { prune } from '../prune.ts';
import type { Receipts } from '../writes/receipt.ts';
import { createEntityResolvers } from './entities.ts';
import { createAsOfResolver, createLinkResolver, createStoredResolver } from './link.ts';
import { createMutationResolver } from './mutate.ts';
import { createNodeResolvers, typeOfNode } from './node.ts';
import { createOdooRecordResolver } from './odoo-record.ts';
import { createReadingResolver } from './read.ts';
import { attachSubscriptionResolvers } from './subscription.ts';

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** What the fields of a schema resolve by. */
interface Resolving {
  readonly catalog: Catalog;
  readonly enter: Enter;
  readonly doctrine: Doctrine;
  readonly receipts: Receipts;
  readonly mutations: Mutations;
  /** Those of them that do something else in a dry run. */
  readonly rehearsals: Mutations;
  readonly readings: Readings;
  readonly streams: Streams;
  readonly follows: Follows;
  /** Where files are; null where no storage is configured. */
  readonly files: FileStore | null;
}

/**
 * Lets each root field's resolver run only where it was admitted, and gives the stored ones, the mutations and the links
 * theirs.
 *
 * @throws SdlError for a mutation of the SDL that has no code; TypeError for one of the code that the SDL lacks.
 */
export function attachResolvers(
  schema: GraphQLSchema,
  { catalog, enter, doctrine, receipts, mutations, rehearsals, readings, streams, follows, files }: Resolving,
): void {
  const given = { schema, catalog, enter };
  const nodes = { ...createNodeResolvers(given), ...createEntityResolvers(given) };
  const node = schema.getType('Node');
  if (isInterfaceType(node)) node.resolveType = typeOfNode;
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const own = (field.resolve as Resolver | undefined) ?? nodes[field.name] ?? readingResolver(field, readings);
    field.resolve = admitted(own ?? resolveRoot);
  }
  const written = schema.getMutationType()?.getFields() ?? {};
  const strangers = Object.keys(mutations).filter((name) => !written[name]);
  if (strangers.length > 0) throw new TypeError(`The SDL has no mutation ${strangers.join(', ')}`);
  for (const field of Object.values(written)) {
    const mutation = mutations[field.name];
    if (!mutation)
      throw new SdlError(
        'The SDL has what no code answers:',
        locateProblems(schema, [`Mutation.${field.name} has no code`]),
      );
    const writes = readDirective(field.astNode, 'writes');
    const surface = readSurface(field.astNode, 'writes', 'to') as Surface;
    const what = writes?.by ?? field.name;
    const resolve = createMutationResolver({
      ...{ catalog, enter, doctrine, receipts, mutation, surface, what },
      rehearsal: rehearsals[field.name] ?? mutation,
      tables: readListArgument(field.astNode, 'writes', 'to') ?? [],
      isByRows: surface === 'work' && !writes?.by,
    });
    field.resolve = admitted(resolve as Resolver);
  }
  attachSubscriptionResolvers(schema, catalog, { follows, streams });
  for (const type of findPlainTypes(schema, catalog)) attachPlainResolvers(type, { catalog, enter });
  for (const type of catalog.values()) {
    const object = schema.getType(type.name) as GraphQLObjectType;
    for (const field of type.fields.values()) {
      const definition = object.getFields()[field.name];
      const target = field.kind === 'link' ? catalog.get(field.target) : undefined;
      if (field.kind === 'link' && definition && target)
        definition.resolve = createLinkResolver({ catalog, enter, link: field, type, target });
    }
    for (const name of type.signed.keys()) {
      const definition = object.getFields()[name];
      if (definition) definition.resolve = createSignedResolver(files);
    }
    for (const name of type.odooRecords.keys()) {
      const definition = object.getFields()[name];
      if (definition) definition.resolve = createOdooRecordResolver(given);
    }
    for (const [name, link] of type.asOf) {
      const definition = object.getFields()[name];
      if (definition) definition.resolve = createAsOfResolver(link);
    }
  }
}

/** An object that is stored nowhere holds the ids of stored ones; these resolvers lead from the ids to the objects. */
function attachPlainResolvers(type: GraphQLObjectType, { catalog, enter }: Pick<Resolving, 'catalog' | 'enter'>): void {
  for (const field of Object.values(type.getFields())) {
    const target = catalog.get(getNamedType(field.type).name);
    const owner = target && { name: type.name, surface: target.surface };
    const stored = owner && createStoredResolver({ catalog, enter, type: owner, target });
    field.resolve ??= stored ?? readField;
  }
}

/** Signs the way to a file of a row that the viewer was given: row-level security has said yes. */
function createSignedResolver(files: FileStore | null): Resolver {
  return (source, _args, context, info) => {
    const file = (source as Record<string, { path: string; name: string } | null>)[info.path.key];
    if (!file) return null;
    const { making } = rootOf(info);
    if (!files)
      return making.fail(info, new GatewayError('NOT_CONFIGURED', 'No storage for attachments is configured'));
    if (isRehearsed(info)) return null;
    if (!making.note(info, file.path)) return null;
    context.telling.secret = true;
    return files.signDownload(file.path, file.name);
  };
}

/** Whether a dry run asks: it shows what there would be, and gives nothing away that lasts. */
function isRehearsed(info: GraphQLResolveInfo): boolean {
  if (info.operation.operation !== 'mutation') return false;
  const { admitted, fetching } = rootOf(info);
  const [key] = keysOf(info);
  const asks = admitted.find(({ root }) => root.key === key)?.root.asks;
  return asks ? fetching.bound.read(asks.args).dryRun === true : false;
}

function readingResolver(field: GraphQLField<unknown, unknown>, readings: Readings): Resolver | undefined {
  const reading = readings[field.name];
  const surface = readSurface(field.astNode, 'reads', 'from');
  if (!reading || !surface) return undefined;
  return createReadingResolver({ surface, what: `read ${field.name}`, reading }) as Resolver;
}

/** Types that are stored nowhere and derived from nothing stored: their values are keyed by field name. */
function findPlainTypes(schema: GraphQLSchema, catalog: Catalog): GraphQLObjectType[] {
  const payloads = Object.values(schema.getMutationType()?.getFields() ?? {}).map(
    ({ type }) => getNamedType(type).name,
  );
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map(
    (type) => type?.name,
  );
  const keyed = new Set([...payloads, ...roots, 'PageInfo']);
  // A stored type may be a group itself: `CountryGroupConnection` is derived from `CountryGroup`.
  const isDerived = (name: string) =>
    [...name.matchAll(/$|Connection$|Edge$|Group/g)].some(({ index }) => catalog.has(name.slice(0, index)));
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !keyed.has(name) && !name.startsWith('__') && !isDerived(name));
}

/** The value of an object that is stored nowhere is keyed by the names of its fields. */
const readField: Resolver = (source, args, context, info) => {
  const { making } = rootOf(info);
  const noted = (value: unknown) => (making.note(info, value) ? value : null);
  const value: unknown = defaultFieldResolver(source, args, context, info);
  return value instanceof Promise ? value.then(noted) : noted(value);
};

/** The root field as `admit` let it in. An operation that did not pass `admit` has none, and gets nothing. */
function admitted(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const { planned, refusal } = admittedRoot(info) ?? { planned: null, refusal: null };
    if (planned) return resolve(source, args, context, info);
    throw refusal ?? new TypeError(`${info.parentType.name}.${info.fieldName} was not admitted`);
  };
}

function admittedRoot(info: GraphQLResolveInfo): AdmittedRoot | undefined {
  return rootOf(info).admitted.find(({ root }) => root.key === info.path.key);
}

const resolveRoot: Resolver = async (_source, _args, _context, info) => {
  const { fetching, refused } = rootOf(info);
  const root = admittedRoot(info);
  const plan = root?.planned?.plan;
  if (!root || !plan)
    throw new TypeError(`${info.parentType.name}.${info.fieldName} has neither a resolver nor a stored type`);
  for (const [coordinate, error] of root.refused) refused.set(coordinate, error);
  return fetchAnswer({ ...fetching, field: String(info.path.key) }, prune(plan, root.refused));
};
