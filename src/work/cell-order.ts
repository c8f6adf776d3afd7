/** Orders of rows by typed columns, and the keyset cursors that go with them. */
import { badInput } from '../errors.ts';
import { isUuid } from '../plan/id.ts';
import { holdsZero } from '../plan/json-text.ts';
import { type CellSql, compileCell } from './cell-filter.ts';

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
    const text = compileCell(sql, { column, operator: 'order', value: null, argument: `orderBy.${index}.column` });
    return { text, descending: direction === 'DESC', type: 'jsonb' };
  });
  const rank: OrderKey = { text: 'row.rank', descending: false, type: 'text' };
  return [...(cells.length > 0 ? cells : [rank]), { text: 'row.id', descending: false, type: 'uuid' }];
}

/** The cursor of a row, for the order that it was made in. @param keys The values of its keys, a list as JSON text. */
export function encodeRowCursor(order: readonly CellOrder[], keys: string): string {
  return Buffer.from(JSON.stringify([signatureOf(order), keys])).toString('base64url');
}

/**
 * Rows strictly after the cursor `text`; no value counts as greater than any.
 *
 * @throws GatewayError `BAD_USER_INPUT` where the text is no cursor of this order.
 */
export function compileAfter(
  sql: CellSql,
  { keys, order, after }: { keys: readonly OrderKey[]; order: readonly CellOrder[]; after: string },
): string {
  const { text, values } = decodeRowCursor(after, order);
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

function decodeRowCursor(after: string, order: readonly CellOrder[]): { text: string; values: readonly unknown[] } {
  const [signature, text] = readJsonList(Buffer.from(after, 'base64url').toString('utf8'));
  const values = typeof text === 'string' ? readJsonList(text) : [];
  const length = Math.max(order.length, 1) + 1;
  const isRanked = order.length > 0 || typeof values[0] === 'string';
  const isClean = typeof text === 'string' && !holdsZero(text);
  if (!isClean || values.length !== length || !isUuid(String(values.at(-1))) || !isRanked)
    throw badInput('after', 'is not a cursor: use one that this field gave');
  if (signature !== signatureOf(order))
    throw badInput('after', 'is a cursor of another order: start again from the first page');
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
