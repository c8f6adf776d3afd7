/**
 * `@odooRecord`: records of Odoo that rows of Postgres name, read live in one call for each model of a level. Where Odoo says
 * nothing of one, a status says why, and what was kept of it stays: one record fails no list.
 */
import DataLoader from 'dataloader';
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../context.ts';
import { GatewayError } from '../../errors.ts';
import { type Catalog, idField, type StoredType } from '../../plan/catalog.ts';
import { MAX_ODOO_ID } from '../../plan/id.ts';
import { encodeNodeId } from '../../plan/node-id.ts';
import type { ObjectPlan, Slot } from '../../plan/plan.ts';
import { waysOf } from '../../plan/ways.ts';
import { fetchByIds } from '../fetch.ts';
import { keysOf } from '../making.ts';
import { type OrdinaryRoot, rootOf } from '../ordinary.ts';
import { holdToLookups, type Nodes } from './node.ts';

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** As a row names one. */
interface Naming {
  readonly model: string;
  readonly id: number;
  readonly label?: string | null;
}

/** What Odoo says of it. */
interface Said {
  readonly status: 'LIVE' | 'NOT_SHOWN' | 'FORBIDDEN' | 'UNAVAILABLE' | 'UNKNOWN_MODEL';
  readonly displayName: string | null;
  readonly asOf: Date | null;
  readonly nodeId: string | null;
}

interface Asked {
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
  readonly root: OrdinaryRoot;
}

/** Records that are read at once, at most. */
const MAX_BATCH = 500;

/** Reads what the row names; null where it names none. */
export function createOdooRecordResolver(nodes: Nodes): Resolver {
  return async (source, _args, context, info) => {
    const naming = (source as Record<string, Naming | null>)[info.path.key];
    if (!naming) return null;
    const root = rootOf(info);
    try {
      const said = await loaderOf(nodes, { context, info, root }).load(`${naming.model},${naming.id}`);
      return { model: naming.model, id: String(naming.id), label: naming.label ?? null, ...said };
    } catch (error) {
      return root.making.fail(info, error);
    }
  };
}

/** One loader for all records of a level. */
function loaderOf(nodes: Nodes, asked: Asked): DataLoader<string, Said> {
  const { loaders } = asked.context;
  const { fieldNodes } = asked.info;
  const known = loaders.get(fieldNodes) as DataLoader<string, Said> | undefined;
  const loader = known ?? new DataLoader((keys) => readAll(nodes, asked, keys), { maxBatchSize: MAX_BATCH });
  if (!known) loaders.set(fieldNodes, loader);
  return loader;
}

async function readAll(nodes: Nodes, asked: Asked, keys: readonly string[]): Promise<(Said | Error)[]> {
  const named = keys.map((key) => {
    const [model = '', id = ''] = key.split(',');
    return { model, id };
  });
  const models = [...new Set(named.map(({ model }) => model))];
  const read = await Promise.all(
    models.map(async (model): Promise<[string, ReadonlyMap<string, Said> | Said | Error]> => {
      const ids = named.flatMap((one) => (one.model === model ? [one.id] : []));
      return [model, await readModel(nodes, asked, model, ids).catch(asError)];
    }),
  );
  const byModel = new Map(read);
  return named.map(({ model, id }) => {
    const found = byModel.get(model);
    if (found instanceof Map) return found.get(id) ?? silent('NOT_SHOWN');
    return (found as Said | Error | undefined) ?? silent('UNKNOWN_MODEL');
  });
}

/** What is known of each id, or of all of them. @throws what is the request's own fault, or nobody's. */
async function readModel(
  nodes: Nodes,
  { context, info, root }: Asked,
  model: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Said> | Said> {
  const type = typeOf(nodes.catalog, model);
  if (!type) return silent('UNKNOWN_MODEL');
  const asked = ids.filter((id) => Number(id) <= MAX_ODOO_ID);
  const object = planNames(type);
  let asOf = new Date();
  const onCached = (cached: Date) => {
    if (cached < asOf) asOf = cached;
  };
  try {
    const fetching = { ...root.fetching, field: keysOf(info).join('.'), onCached };
    await holdToLookups(nodes, root, context, { type, ids: asked });
    await nodes.enter({ ...fetching, coordinate: `${type.name}.nodeId`, plan: () => waysOf(object) });
    if (!fetching.sources.odoo) return silent('UNAVAILABLE');
    if (asked.length === 0) return new Map();
    // Whether one is gone or hidden is not asked: that is a call more, and tells of what is hidden.
    const found = await fetchByIds(fetching, object, asked, { tellsHidden: false });
    return new Map([...found].map(([id, record]) => [id, live(type, id, { record, asOf })]));
  } catch (error) {
    const said = statusOf(error);
    if (said === null) throw error;
    return silent(said);
  }
}

function live(type: StoredType, id: string, { record, asOf }: { readonly record: unknown; readonly asOf: Date }): Said {
  if (record instanceof Error) return silent('NOT_SHOWN');
  const { displayName } = record as { readonly displayName: unknown };
  if (displayName instanceof Error) return silent('NOT_SHOWN');
  const name = typeof displayName === 'string' ? displayName : null;
  return { status: 'LIVE', displayName: name, asOf, nodeId: encodeNodeId(type.name, id) };
}

function silent(status: Said['status']): Said {
  return { status, displayName: null, asOf: null, nodeId: null };
}

/** What an error of the upstream says of a record; null for one that is not about it. */
function statusOf(error: unknown): Said['status'] | null {
  if (!(error instanceof GatewayError)) return null;
  switch (error.code) {
    case 'FORBIDDEN':
    case 'BOUNDARY_VIOLATION':
    case 'ODOO_ACCOUNT_EXPIRED':
      return 'FORBIDDEN';
    case 'UPSTREAM_UNAVAILABLE':
    case 'UPSTREAM_TIMEOUT':
    case 'UPSTREAM_ERROR':
      return 'UNAVAILABLE';
    // An instance may lack a model of the schema.
    case 'NOT_CONFIGURED':
      return 'UNKNOWN_MODEL';
    default:
      return null;
  }
}

/** The type whose records are all those of the model. */
function typeOf(catalog: Catalog, model: string): StoredType | undefined {
  return [...catalog.values()].find(
    ({ surface, source, having, isNode }) => surface === 'odoo' && source === model && having === null && isNode,
  );
}

/** What a record is called. */
function planNames(type: StoredType): ObjectPlan {
  const name = type.fields.get('displayName');
  const slots: Slot[] = [{ kind: 'leaf', key: 'id', field: idField(type) }];
  return { type, slots: name?.kind === 'leaf' ? [...slots, { kind: 'leaf', key: 'displayName', field: name }] : slots };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new TypeError('a record of Odoo could not be read');
}
