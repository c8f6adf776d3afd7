/**
 * Cursors over Odoo's records. Odoo orders by what it stores and shows less: a null number as 0, a time without its
 * microseconds. A cursor carries what is stored, so Odoo is asked for what a record does not show.
 */
import type { ListPage } from '../plan/arguments.ts';
import type { LeafField, OrderTerm, StoredType } from '../plan/catalog.ts';
import { type CursorValue, writeCursor } from '../plan/cursor.ts';
import type { ListPlan } from '../plan/plan.ts';
import type { OdooRecord } from './call.ts';
import { withinIds } from './domain.ts';
import type { OdooReading, ReadCall } from './reading.ts';
import { closedPath, type PendingCursor, readPath } from './shape.ts';
import { padYear, toCursorValue } from './values.ts';

const NUMBERS = new Set(['Int', 'Decimal', 'Float']);

/** The page with its order keys as they are stored: nulls and microseconds count. */
export function storedPage(page: ListPage): ListPage {
  return { ...page, order: page.order.map(storedTerm) };
}

function storedTerm(term: OrderTerm): OrderTerm {
  const { field, via } = term;
  if (isTime(field)) return { ...term, field: { ...field, scalar: 'StoredTime' } };
  if (!isNumber(field)) return term;
  const stored: OrderTerm = { ...term, field: { ...field, scalar: 'StoredNumber', currency: null } };
  return via ? stored : { ...stored, nullsLeast: true };
}

function isNumber({ scalar }: LeafField): boolean {
  return NUMBERS.has(scalar);
}

function isTime({ scalar }: LeafField): boolean {
  return scalar === 'DateTime';
}

type Putting = Pick<OdooReading, 'call' | 'sealCursor'>;

/** Puts the cursors where they are answered: one call for the times of each list, one for each number that is 0 somewhere. */
export async function putCursors(reading: Putting, pending: readonly PendingCursor[]): Promise<void> {
  const byList = new Map<ListPlan, PendingCursor[]>();
  for (const cursor of pending) byList.set(cursor.list, [...(byList.get(cursor.list) ?? []), cursor]);
  await Promise.all([...byList.values()].map((cursors) => putCursorsOfList(reading, cursors)));
}

async function putCursorsOfList({ call, sealCursor }: Putting, cursors: readonly PendingCursor[]): Promise<void> {
  const [{ list, page }] = cursors as [PendingCursor];
  const { order } = page;
  // The last key is the id.
  const keys = order.slice(0, -1);
  const asking: Asking = {
    call,
    type: list.type,
    records: [...new Map(cursors.map(({ record }) => [record.id, record])).values()],
  };
  const columns = (wanted: (field: LeafField) => boolean) =>
    keys.filter(({ field }) => wanted(field)).map(({ field }) => field.column);
  const asked = await Promise.all([readUnset(asking, columns(isNumber)), readStoredTimes(asking, columns(isTime))]);
  const stored: Stored = new Map(asked.flat());
  for (const { record, put } of cursors) {
    const values = order.map(({ field }) => {
      const exact = stored.get(field.column)?.get(record.id);
      return exact === undefined ? toCursorValue(field, readPath(record, field.column)) : exact;
    });
    const closed = order.flatMap(({ field }) => closedPath(record, field.column) ?? [])[0];
    put(closed ?? sealCursor(writeCursor(page, values)));
  }
}

interface Asking {
  readonly call: ReadCall;
  readonly type: StoredType;
  readonly records: readonly OdooRecord[];
}

/** Column → id → what is stored there, where the record shows something else. */
type Stored = ReadonlyMap<string, ReadonlyMap<number, CursorValue>>;
type StoredColumn = readonly [column: string, values: ReadonlyMap<number, CursorValue>];

/** The records that show 0 and store null: one call for each column that shows a 0, which few do. */
function readUnset({ call, type, records }: Asking, columns: readonly string[]): Promise<StoredColumn[]> {
  return Promise.all(
    columns.map(async (column): Promise<StoredColumn> => {
      const zeros = records.filter((record) => readPath(record, column) === 0);
      if (zeros.length === 0) return [column, new Map()];
      const domain = ['&', ...withinIds(type, zeros.map(idOf)), '!', [column, '=like', '%']];
      const answer = await call(type.source, 'web_search_read', { domain, specification: {} });
      const unset = (answer as { records: readonly OdooRecord[] }).records;
      return [column, new Map(unset.map(({ id }) => [id, null]))];
    }),
  );
}

/** The times with their microseconds: Odoo tells them where it groups by the second. One call for all columns. */
async function readStoredTimes({ call, type, records }: Asking, columns: readonly string[]): Promise<StoredColumn[]> {
  const timed = records.filter((record) => columns.some((column) => readPath(record, column) !== false));
  if (timed.length === 0) return [];
  const groups = (await call(type.source, 'formatted_read_group', {
    domain: withinIds(type, timed.map(idOf)),
    groupby: columns.map((column) => `${column}:second_number`),
    aggregates: ['id:array_agg'],
  })) as readonly Readonly<Record<string, unknown>>[];
  const groupOf = new Map(groups.flatMap((group) => (group['id:array_agg'] as number[]).map((id) => [id, group])));
  return columns.map((column) => [
    column,
    new Map(
      timed.map((record) => {
        const second = groupOf.get(record.id)?.[`${column}:second_number`];
        return [record.id, withMicroseconds(readPath(record, column), second)];
      }),
    ),
  ]);
}

function idOf({ id }: OdooRecord): number {
  return id;
}

/**
 * `2026-03-01 12:29:44` and 44.026057 → `2026-03-01 12:29:44.026057`. There are no microseconds where the record is
 * gone or its second has changed: such a cursor stands at the edge of its second, so that nothing is skipped.
 */
function withMicroseconds(time: unknown, second: unknown): string | null {
  if (typeof time !== 'string') return null;
  const micros = typeof second === 'number' ? Math.round((second - Number(time.slice(-2))) * 1e6) : -1;
  const whole = padYear(time);
  return micros >= 0 && micros < 1e6 ? `${whole}.${String(micros).padStart(6, '0')}` : whole;
}
