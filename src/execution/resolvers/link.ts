/** Fields that lead to stored types by a call of their own, links above all: one for all records of a level; the rule runs before it. */
import DataLoader from 'dataloader';
import type { GraphQLFieldResolver, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../context.ts';
import { type OdooContext, readFieldContext } from '../../odoo/context.ts';
import { askArguments } from '../../plan/arguments.ts';
import type { Bound } from '../../plan/bind.ts';
import type { Catalog, LinkField, StoredType } from '../../plan/catalog.ts';
import { askInOdoo, type ListPlan, type ObjectPlan, type Planning, planList, planObject } from '../../plan/plan.ts';
import { waysOf } from '../../plan/ways.ts';
import type { Enter, Refused } from '../admit.ts';
import { type Fetching, fetchByIds, fetchLists } from '../fetch.ts';
import { keysOf } from '../making.ts';
import { type OrdinaryRoot, rootOf } from '../ordinary.ts';
import { pruneList, pruneObject } from '../prune.ts';

/** A link and what its ends are. */
export interface Link {
  readonly catalog: Catalog;
  readonly enter: Enter;
  readonly link: Pick<LinkField, 'name' | 'foreign'>;
  readonly type: Pick<StoredType, 'name' | 'surface'>;
  readonly target: StoredType;
}

/** What a link led to, and when its surface was asked for that. */
interface LinkRead {
  readonly value: unknown;
  readonly asOf: Date;
}

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** Records that lead over one link at once, at most. */
const MAX_LINK_BATCH = 500;

/** For each record of an answer the reads of its links, by the link's name. A link that is selected twice has its last read here. */
const reads = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Leads from a record to those at the link's other end. */
export function createLinkResolver(given: Link): Resolver {
  return async (source, _args, context, info) => {
    const record = source as Record<string, unknown>;
    const id = record[info.path.key];
    const { making } = rootOf(info);
    // Where Odoo hides the id from its reader, the error stands in its place.
    if (id instanceof Error) return making.fail(info, id);
    if (id === null || id === undefined || !making.note(info, id)) return null;
    const read = loaderOf(given, context, { ...rootOf(info), info }).load(String(id));
    const noted = reads.get(record) ?? new Map<string, Promise<unknown>>();
    reads.set(record, noted.set(given.link.name, read));
    try {
      return (await read).value;
    } catch (error) {
      return making.fail(info, error);
    }
  };
}

/** A field of an object that is stored nowhere, e.g. `Passage.page`: its value is the id of a stored one, or a list of ids. */
export function createStoredResolver(given: Omit<Link, 'link'>): Resolver {
  return async (source, _args, context, info) => {
    const value = (source as Record<string, unknown>)[info.fieldName] ?? null;
    if (value === null) return null;
    const link = { name: info.fieldName, foreign: null };
    const loader = loaderOf({ ...given, link }, context, { ...rootOf(info), info });
    try {
      const read = await Promise.all([value].flat().map((id) => loader.load(String(id))));
      const objects = read.map((found) => found.value);
      return Array.isArray(value) ? objects : objects[0];
    } catch (error) {
      return rootOf(info).making.fail(info, error);
    }
  };
}

/** When the link beside it was read; null where it leads to nothing, could not be read, or is not selected. */
export function createAsOfResolver(link: string): Resolver {
  return async (source) => {
    // graphql-js calls the resolvers of all fields of a record in turn: by then the link's own has run.
    await null;
    const read = await reads
      .get(source as object)
      ?.get(link)
      ?.catch(() => null);
    const { value, asOf } = (read ?? { value: null }) as Partial<LinkRead>;
    return value ? (asOf ?? null) : null;
  };
}

interface Operation extends OrdinaryRoot {
  readonly info: GraphQLResolveInfo;
}

/** One loader for all records of a level. */
function loaderOf(given: Link, context: Context, operation: Operation): DataLoader<string, LinkRead> {
  const { fieldNodes } = operation.info;
  const known = context.loaders.get(fieldNodes) as DataLoader<string, LinkRead> | undefined;
  const loader = known ?? createLinkLoader(given, operation);
  if (!known) context.loaders.set(fieldNodes, loader);
  return loader;
}

function createLinkLoader({ enter, ...given }: Link, { planning, fetching, refused, info }: Operation) {
  const { type, link } = given;
  const field = keysOf(info).join('.');
  const far = planFarEnd(planning, given, info);
  const entry = { ...fetching, coordinate: `${type.name}.${link.name}`, plan: () => waysOf(far.plan) };
  return new DataLoader<string, LinkRead>(
    async (ids) => {
      let asOf = new Date();
      const onCached = (cached: Date) => {
        if (cached < asOf) asOf = cached;
      };
      try {
        const found = await enter(entry);
        for (const [coordinate, error] of found) refused.set(coordinate, error);
        const odooContext = far.readContext(fetching.bound) ?? fetching.odooContext;
        const read = await far.readAll({ ...fetching, odooContext, field, onCached }, ids, found);
        return ids.map((id): LinkRead | Error => {
          const value: unknown = read.get(id) ?? null;
          return value instanceof Error ? value : { value, asOf };
        });
      } catch (error) {
        return ids.map(() => (error instanceof Error ? error : new TypeError('a link gave no records')));
      }
    },
    { maxBatchSize: MAX_LINK_BATCH },
  );
}

/** What is fetched at the link's other end. */
interface FarEnd {
  readonly plan: ObjectPlan | ListPlan;
  /** What the link's own argument says of the context in which Odoo is read; null where it does not. */
  readonly readContext: (bound: Bound) => OdooContext | null;
  readonly readAll: (fetching: Fetching, ids: readonly string[], refused: Refused) => Promise<Map<string, unknown>>;
}

function planFarEnd(
  planning: Planning,
  { link, type, target, catalog }: Omit<Link, 'enter'>,
  info: GraphQLResolveInfo,
): FarEnd {
  const depth = depthOf(info, catalog);
  const { foreign } = link;
  const field = (info.parentType as GraphQLObjectType).getFields()[info.fieldName];
  const [node] = info.fieldNodes;
  if (!field || !node) throw new TypeError(`${type.name}.${link.name} is not in the schema`);
  const args = askArguments(field, node);
  const inOdoo = askInOdoo(field, args);
  const keys = type.surface === 'odoo' ? 'int' : 'uuid';
  const readContext = (bound: Bound) => readFieldContext(bound.read(inOdoo));
  if (foreign === null) {
    const object = planObject(planning, target, info.fieldNodes, depth);
    return {
      plan: object,
      readContext,
      readAll: (fetching, ids, refused) => fetchByIds(fetching, pruneObject(object, refused), ids, { type: keys }),
    };
  }
  const list = planList(planning, target, { field, nodes: info.fieldNodes, depth, args });
  return {
    plan: list,
    readContext,
    readAll: (fetching, ids, refused) => fetchLists(fetching, pruneList(list, refused), { foreign, ids, type: keys }),
  };
}

/** How deep the link's other end is: a link leads there and another one may lead back, so both levels count. */
function depthOf({ path }: GraphQLResolveInfo, catalog: Catalog): number {
  let depth = 1;
  for (let at: typeof path | undefined = path; at; at = at.prev)
    if (at.typename !== undefined && catalog.has(at.typename)) depth += 1;
  return depth;
}
