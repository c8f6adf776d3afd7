/** What of the schema can be attacked, read from the SDL: whatever is added to the workspace turns up here. */
import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import type { StoredType } from '../../src/plan/catalog.ts';
import { readListArgument } from '../../src/sdl/directives.ts';
import { readOwnSdl } from './own-sdl.ts';

const { schema, catalog } = readOwnSdl();
const isWork = (table: string) => table.startsWith('work.');
const storedOf = (name: string): StoredType | undefined => catalog.get(name.replace(/Connection$/, ''));
const rootFields = (root: 'Query' | 'Mutation' | 'Subscription') =>
  Object.values(schema.getType(root) ? (schema.getType(root) as GraphQLObjectType).getFields() : {});

/** Whether a root field answers with rows of the workspace. */
function readsWork(field: GraphQLField<unknown, unknown>): boolean {
  if (readListArgument(field.astNode, 'reads', 'from')?.some(isWork)) return true;
  const named = getNamedType(field.type);
  return storedOf(named.name)?.surface === 'work' || isObjectTypeOfWork(named.name);
}

function isObjectTypeOfWork(name: string): boolean {
  const type = schema.getType(name);
  return (
    isObjectType(type) &&
    !storedOf(name) &&
    Object.values(type.getFields()).some((field) => storedOf(getNamedType(field.type).name)?.surface === 'work')
  );
}

/** Mutations of the workspace. */
export const MUTATIONS = rootFields('Mutation').filter((field) =>
  readListArgument(field.astNode, 'writes', 'to')?.some(isWork),
);

/** Whether an argument is an id. */
export const takesId = ({ type }: { type: unknown }) => String(type).startsWith('ID');

/** Whether a root field looks for a text, and names nothing by its id. */
const isSearch = ({ args }: GraphQLField<unknown, unknown>) =>
  !args.some(takesId) && args.some(({ type }) => String(type) === 'String!');

const subscriptions = rootFields('Subscription').filter(readsWork);
/** The subscriptions to the workspace, but for those that search it. */
export const SUBSCRIPTIONS = subscriptions.filter((field) => !isSearch(field));

const queries = rootFields('Query').filter(readsWork);
const isConnection = (field: GraphQLField<unknown, unknown>) => getNamedType(field.type).name.endsWith('Connection');

/** Root fields that take ids; the argument, e.g. `id` or `databaseId`. */
export const LOOK_UPS = queries.filter((field) => !isConnection(field) && !isSearch(field));

/** Queries that search the workspace. */
export const SEARCHES = queries.filter(isSearch);

/** Subscriptions that search the workspace. */
export const SEARCH_STREAMS = subscriptions.filter(isSearch);

/** All that a type holds, two levels down, as a selection: also the lists, with how many there are. */
export function selectionOf(typeName: string, depth = 2): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return '';
  return Object.values(type.getFields())
    .flatMap((field) => {
      const named = getNamedType(field.type);
      if (!isObjectType(named)) return field.args.some(isRequired) ? [] : [field.name];
      const stored = storedOf(named.name);
      // What lies in Odoo is no tenant's.
      if ((stored && stored.surface !== 'work') || depth === 0) return [];
      if (!named.name.endsWith('Connection')) return [`${field.name} { ${selectionOf(named.name, depth - 1)} }`];
      const inner = stored ? selectionOf(stored.name, depth - 1) : '';
      return [`${field.name}(first: 5) { totalCount nodes { ${inner} } }`];
    })
    .filter((part) => !part.includes('{  }') && part !== 'partnerAsOf' && !part.endsWith('AsOf'))
    .join(' ');
}

function isRequired({ type, defaultValue }: { type: GraphQLInputType; defaultValue?: unknown }): boolean {
  return String(type).endsWith('!') && defaultValue === undefined;
}

/** A list of the workspace and the way to it: a root field, or a field of a record that is named by its id. */
export interface List {
  readonly name: string;
  /** What it lists. */
  readonly type: StoredType;
  /** Root field of the record that it hangs on, and that record's type; null at the root. */
  readonly under: { readonly root: string; readonly type: StoredType } | null;
  /** How many connections lie inside `data`: e.g. `pages`, or `page.blocks`. */
  readonly path: string;
}

/** Every list of the workspace that a client can ask for. */
export function findLists(): readonly List[] {
  const roots: List[] = queries.filter(isConnection).map((field) => ({
    name: field.name,
    type: storedOf(getNamedType(field.type).name) as StoredType,
    under: null,
    path: field.name,
  }));
  const byId = new Map(
    rootFields('Query').flatMap((field): [string, string][] =>
      field.args.length === 1 && field.args[0]?.name === 'id' ? [[getNamedType(field.type).name, field.name]] : [],
    ),
  );
  const nested = [...catalog.values()].flatMap((type) =>
    [...type.fields.values()].flatMap((field): List[] => {
      const target = field.kind === 'leaf' ? undefined : catalog.get(field.target);
      const isList = field.kind === 'many' || (field.kind === 'link' && field.foreign !== null);
      const root = byId.get(type.name);
      if (!isList || target?.surface !== 'work' || root === undefined) return [];
      return [{ name: field.name, type: target, under: { root, type }, path: `${root}.${field.name}` }];
    }),
  );
  return [...roots, ...nested];
}

/** The types of the workspace that are reached by no list and no look-up. */
export function findUnreached(): readonly string[] {
  const reached = new Set([
    ...findLists().map(({ type }) => type.name),
    ...LOOK_UPS.map((field) => getNamedType(field.type).name),
  ]);
  return [...catalog.values()].filter((type) => type.surface === 'work' && !reached.has(type.name)).map((t) => t.name);
}

/** A way into a filter: the field names down to a comparison, and what that compares. */
export interface FilterPath {
  readonly path: readonly string[];
  /** Name of the type of filter at its end, e.g. `StringFilter`. */
  readonly comparison: string;
}

/** The ways into the filter of a type, through at most `depth` relations. */
export function findFilterPaths(typeName: string, depth = 1): readonly FilterPath[] {
  const filter = schema.getType(`${typeName}Filter`);
  if (!isInputObjectType(filter)) return [];
  return Object.values(filter.getFields()).flatMap((field): FilterPath[] => {
    if (['and', 'or', 'not'].includes(field.name)) return [];
    const named = getNamedType(field.type);
    if (!isInputObjectType(named)) return [];
    const some = named.getFields().some;
    const inner = some ? getNamedType(some.type).name : named.name;
    if (!catalog.has(inner.replace(/Filter$/, ''))) return [{ path: [field.name], comparison: named.name }];
    if (depth === 0) return [];
    const deeper = findFilterPaths(inner.replace(/Filter$/, ''), depth - 1);
    const steps = some
      ? [
          [field.name, 'some'],
          [field.name, 'none'],
        ]
      : [[field.name]];
    return steps.flatMap((step) => deeper.map((way) => ({ ...way, path: [...step, ...way.path] })));
  });
}

/** The fields that a list of a type can be ordered by. */
export function findOrders(typeName: string): readonly string[] {
  const type = schema.getType(`${typeName}OrderField`) as GraphQLEnumType | undefined;
  return type ? type.getValues().map(({ name }) => name) : [];
}

/** The ways to the ids that an input type takes, e.g. `operations.insert.parentId`. */
export function findIdPaths(type: GraphQLInputObjectType): readonly string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (isInputObjectType(named)) return findIdPaths(named).map((path) => `${field.name}.${path}`);
    return named.name === 'ID' ? [field.name] : [];
  });
}
