/** Orders of rows by typed columns, and the keyset cursors that go with them. */
import { cursorScope } from '../auth/viewer.ts';
import { badInput } from '../errors.ts';
import { openCursor, requireScope } from '../plan/cursor.ts';
import { isUuid } from '../plan/id.ts';
import { holdsZero } from '../plan/json-text.ts';
import type { Asking } from '../postgres/reading.ts';
import { type CellSql, type CellUse, compileCell, lastOperand } from './cell-filter.ts';

/** A coerced `DatabaseCellOrder`. */
export interface CellOrder {
  readonly column: string;
  readonly direction: 'ASC' | 'DESC';
}

/** One key of an order: an expression over `row`. */
export interface OrderKey {
  readonly text: string;
  readonly descending: boolean;
  /** The type that a cursor's value of it is bound as. */
  readonly type: 'jsonb' | 'text' | 'uuid';
}

const MAX_KEYS = 10;

/** The keys in order, `id` last; rows stand as they were inserted where no column is asked for. */
export function compileOrder(sql: CellSql, order: readonly CellOrder[]): readonly OrderKey[] {
  if (order.length > MAX_KEYS) throw badInput('orderBy', `must have at most ${MAX_KEYS} keys`);
  const cells = order.map(({ column, direction }, index): OrderKey => {
    const use = { column, operator: 'order', value: null, argument: `orderBy.${index}.column` };
    const text = compileSortKey(sql, use).key;
    return { text, descending: direction === 'DESC', type: 'jsonb' };
  });
  const rank: OrderKey = { text: 'row.rank', descending: false, type: 'text' };
  return [...(cells.length > 0 ? cells : [rank]), { text: 'row.id', descending: false, type: 'uuid' }];
}

/** A cell and what it sorts by: a choice by its place in the column, whatever else holds one by itself. */
export function compileSortKey(sql: CellSql, use: CellUse): { readonly cell: string; readonly key: string } {
  const cell = compileCell(sql, use);
  // Only a column with choices has an object here.
  const places = lastOperand(sql);
  const key = `(case when jsonb_typeof(${places}) is distinct from 'object' then ${cell}
    when jsonb_typeof(${cell}) = 'array' then work.choices_key(${cell}, ${places}) else ${places} -> (${cell} #>> '{}') end)`;
  return { cell, key };
}

/** What a row's cursor is good for. */
export interface RowPlace {
  readonly databaseId: string;
  readonly order: readonly CellOrder[];
}

/** What the cursor of a row seals. @param keys The values of its keys, a list as JSON text. */
export function writeRowCursor({ databaseId, order }: RowPlace, keys: string): string {
  return JSON.stringify([databaseId, signatureOf(order), keys]);
}

/** Opens cursors, and the viewer that they are for. */
type Opening = Pick<Asking, 'seal' | 'viewer'>;

/**
 * Rows strictly after the cursor `text`; no value counts as greater than any.
 *
 * @throws GatewayError `BAD_USER_INPUT` where the text is no cursor of this database and order, or another viewer's.
 */
export function compileAfter(
  sql: CellSql,
  { keys, place, after, asking }: { keys: readonly OrderKey[]; place: RowPlace; after: string; asking: Opening },
): string {
  const { order } = place;
  const { scope, list } = openCursor(asking.seal, after, 'after');
  requireScope(scope, cursorScope(asking.viewer), 'after');
  const { text, values } = readRowCursor(list, place);
  // Whole, and as text up to here: a number that passed through JavaScript might be another one.
  const bound = sql.bind(text);
  const valueAt = (index: number) =>
    keys[index]?.type === 'jsonb'
      ? `(${bound}::jsonb -> ${index})`
      : `(${bound}::jsonb ->> ${index})::${keys[index]?.type}`;
  if (order.length === 0)
    return `(${keys.map((key) => key.text).join(', ')}) > (${keys.map((_, index) => valueAt(index)).join(', ')})`;
  const isNone = (index: number) => values[index] === null;
  const steps = keys.map((key, index) => {
    const same = keys
      .slice(0, index)
      .map((one, place) => (isNone(place) ? `${one.text} is null` : `${one.text} = ${valueAt(place)}`));
    return `(${[...same, compileBeyond(key, isNone(index) ? null : valueAt(index))].join(' and ')})`;
  });
  return `(${steps.join(' or ')})`;
}

/** @param value Null where the cursor's row has none. */
function compileBeyond({ text, descending, type }: OrderKey, value: string | null): string {
  if (value === null) return descending ? `${text} is not null` : 'false';
  if (descending) return `${text} < ${value}`;
  return type === 'jsonb' ? `(${text} > ${value} or ${text} is null)` : `${text} > ${value}`;
}

function readRowCursor(
  [of, signature, text]: readonly unknown[],
  { databaseId, order }: RowPlace,
): { text: string; values: readonly unknown[] } {
  if (of !== databaseId) throw badInput('after', 'is a cursor of another list: start again from the first page');
  if (signature !== signatureOf(order))
    throw badInput('after', 'is a cursor of another order: start again from the first page');
  const values = typeof text === 'string' ? readJsonList(text) : [];
  const length = Math.max(order.length, 1) + 1;
  const isRanked = order.length > 0 || typeof values[0] === 'string';
  const isClean = typeof text === 'string' && !holdsZero(text);
  if (!isClean || values.length !== length || !isUuid(String(values.at(-1))) || !isRanked)
    throw badInput('after', 'is a cursor of an earlier version: start again from the first page');
  return { text, values };
}

function signatureOf(order: readonly CellOrder[]): string {
  return JSON.stringify(order.map(({ column, direction }) => [column, direction]));
}

function readJsonList(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
