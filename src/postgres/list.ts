/** The rows of one page of a list, and their count: where, order by, keyset, limit. */

import type { ListPage } from '../plan/arguments.ts';
import type { OrderTerm, StoredType } from '../plan/catalog.ts';
import { searchOf } from '../plan/condition.ts';
import type { CursorValue } from '../plan/cursor.ts';
import { keysetCondition } from '../plan/keyset.ts';
import { quoteName } from '../quote.ts';
import type { Sql } from './sql.ts';
import { compileCondition } from './where.ts';

/** A list of a table's rows; `parent` ties it to the row above by the child's `foreign` column. */
export interface ListSource {
  readonly sql: Sql;
  readonly type: StoredType;
  readonly page: ListPage;
  /** What is read of the rows beside their order. With `*`, Postgres would carry each column that nobody asks for, row by row. */
  readonly columns: readonly string[];
  /** Whether every request asks for the same page: its limit is then part of the text. */
  readonly isStatic: boolean;
  readonly parent: { readonly foreign: string; readonly parent: string } | null;
}

/**
 * More than any page holds, as a constant beside a limit that is a parameter.
 *
 * Without it Postgres takes an unknown limit for a tenth of the table: it would never keep a plan for all values,
 * and plan the statement anew each time: a fifth more of its CPU for a work tree.
 */
const MAX_ROWS = 128;

/**
 * A parenthesised subquery of the page's rows in the order of the answer.
 *
 * @param looksAhead Fetches one row more than the page holds, and numbers all in fetch order as `row_`.
 */
export function selectRows(source: ListSource, looksAhead: boolean): string {
  const { sql, page } = source;
  const alias = sql.alias();
  const keyset = page.cursor ? compileKeyset(sql, page, page.cursor, alias) : null;
  const limit = page.limit + (looksAhead ? 1 : 0);
  const columns = columnsOf(source).map((column) => `${alias}.${quoteName(column)}`);
  const limited = (most: number) =>
    `(select ${columns.join(', ')} from ${readFrom(source)} ${alias}${where([...conditions(source, alias), keyset])} ${orderBy(page.order, alias, page.backward)} limit ${most})`;
  const rows = source.isStatic
    ? limited(limit)
    : `(select * from ${limited(MAX_ROWS)} ${sql.alias()} limit ${sql.bind(limit)})`;
  if (!looksAhead && !page.backward) return rows;
  const outer = sql.alias();
  // Numbered outside the limit: inside, the window would have to sort every row of the list.
  const numbered = `select ${outer}.*, row_number() over () as row_ from ${rows} ${outer}`;
  return page.backward ? `(${numbered} order by row_ desc)` : `(${numbered})`;
}

/** Its id and its order too: the rows above and the cursors ask for them. */
function columnsOf({ columns, page }: ListSource): string[] {
  return [...new Set(['id', ...columns, ...page.order.map(({ field }) => field.column)])];
}

/** A scalar subquery: how many rows the whole list has, whatever the page. */
export function countRows(source: ListSource): string {
  const alias = source.sql.alias();
  return `(select count(*) from ${readFrom(source)} ${alias}${where(conditions(source, alias))})`;
}

/** The table, or what the function answers that finds what is searched for. */
function readFrom({ sql, type, page }: ListSource): string {
  const search = searchOf(page.condition);
  if (!search) return type.source;
  if (search.by === null) throw new TypeError('a search by name is for Odoo, and for types with @ops(search:)');
  return `${search.by}(${sql.bind(search.text)})`;
}

function conditions({ sql, page, parent }: ListSource, alias: string): (string | null)[] {
  return [
    parent && `${alias}.${quoteName(parent.foreign)} = ${parent.parent}.id`,
    page.condition && compileCondition(sql, page.condition, alias),
  ];
}

function where(parts: readonly (string | null)[]): string {
  const given = parts.filter((part) => part !== null);
  return given.length > 0 ? ` where ${given.join(' and ')}` : '';
}

function orderBy(order: readonly OrderTerm[], alias: string, backward: boolean): string {
  const keys = order.map(
    ({ field, descending }) => `${alias}.${quoteName(field.column)}${descending !== backward ? ' desc' : ''}`,
  );
  return `order by ${keys.join(', ')}`;
}

/** Rows strictly after the cursor: one row comparison where an index can serve it, else the general condition. */
function compileKeyset(sql: Sql, page: ListPage, cursor: readonly CursorValue[], alias: string): string {
  const [first] = page.order;
  const uniform = page.order.every(({ field, descending }) => !field.nullable && descending === first?.descending);
  if (!uniform) return compileCondition(sql, keysetCondition(page, cursor), alias);
  const columns = page.order.map(({ field }) => `${alias}.${quoteName(field.column)}`).join(', ');
  const down = first?.descending !== page.backward;
  return `(${columns}) ${down ? '<' : '>'} (${cursor.map((value) => sql.bind(value)).join(', ')})`;
}
