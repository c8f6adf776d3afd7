/** Statements that a link's other end is read by: for many ids at once, records or lists of them. */
import type { Bound } from '../plan/bind.ts';
import type { ListPlan, ObjectPlan } from '../plan/plan.ts';
import { fromByIds } from './by-id.ts';
import { createSql } from './sql.ts';
import { concat, finish, renderList, renderObject, type Statement } from './statement.ts';

/** What the ids of another surface are: Odoo's integers, or uuids. */
export type IdType = 'int' | 'uuid';

/** Compiles the fetch of many records by id, for a link: a JSON object of id → record. */
export function compileBatch(
  object: ObjectPlan,
  { ids, type = 'uuid' }: { readonly ids: readonly string[]; readonly type?: IdType | undefined },
  bound: Bound,
): Statement {
  const sql = createSql();
  const alias = sql.alias();
  const record = renderObject({ sql, bound, lane: 'ordinary' }, object, alias);
  const entry = concat([`'"'`, `${alias}.id`, `'":'`, ...record]);
  const text = `select concat('{', string_agg(${entry}, ','), '}') ${fromByIds(object.type, alias, `${sql.bind(ids)}::${type}[]`)}`;
  return { text, ...finish(sql) };
}

/** Compiles the fetch of a list for each of many ids of another surface: a JSON object of id → connection. */
export function compileLists(
  list: ListPlan,
  { foreign, ids, type }: { foreign: string; ids: readonly string[]; type: IdType },
  bound: Bound,
): Statement {
  const sql = createSql();
  const alias = sql.alias();
  // A subquery each id, so that each has its own limit, by the index on `foreign`.
  const connection = renderList({ sql, bound, lane: 'ordinary' }, list, { foreign, parent: alias });
  const entry = concat([`'"'`, `${alias}.id`, `'":'`, ...connection]);
  const text = `select concat('{', string_agg(${entry}, ','), '}') from unnest(${sql.bind(ids)}::${type}[]) as ${alias} (id)`;
  return { text, ...finish(sql) };
}
