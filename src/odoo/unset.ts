/**
 * Numbers that Odoo stores as null and shows as 0. Its order tells the two apart and its records do not, so a cursor
 * on a 0 asks which of them it is.
 */
import type { Page } from '../plan/arguments.ts';
import type { LeafField, OrderTerm } from '../plan/catalog.ts';
import type { ListPlan } from '../plan/plan.ts';
import type { ReadCall } from './read.ts';
import { type Passes, readPath, type Unset } from './shape.ts';

const NUMBERS = new Set(['Int', 'Decimal', 'Float']);

/** The page with its order keys as they are stored: a null number is null, and less than any other where the order says so. */
export function storedPage(page: Page): Page {
  return { ...page, order: page.order.map(storedTerm) };
}

function storedTerm(term: OrderTerm): OrderTerm {
  const { field, via } = term;
  if (!isNumber(field)) return term;
  const stored = { ...term, field: { ...field, scalar: 'Stored', currency: null } };
  return via ? stored : { ...stored, nullsLeast: true };
}

function isNumber({ scalar }: LeafField): boolean {
  return NUMBERS.has(scalar);
}

/** Asks which 0 of the page's cursors is none: one call for each order key that has a 0 there, mostly none. */
export async function readUnset(
  call: ReadCall,
  list: ListPlan,
  page: Page,
  records: readonly Passes[],
): Promise<Unset> {
  const asked = cursorRecords(list, records).flatMap(([record]) => record ?? []);
  const keys = page.order.filter(({ field }) => isNumber(field)).map(({ field }) => field.column);
  const found = await Promise.all(
    keys.map(async (column): Promise<[string, ReadonlySet<number>]> => {
      const zeros = asked.filter((record) => readPath(record, column) === 0).map(({ id }) => id);
      if (zeros.length === 0) return [column, new Set()];
      const domain = ['&', ['id', 'in', zeros], '!', [column, '=like', '%']];
      const answer = await call(list.type.source, 'web_search_read', { domain, specification: {} });
      const unset = (answer as { records: readonly { id: number }[] }).records;
      return [column, new Set(unset.map(({ id }) => id))];
    }),
  );
  return new Map(found);
}

/** The records whose cursors are answered: all, or those at the page's ends. */
function cursorRecords(list: ListPlan, records: readonly Passes[]): readonly Passes[] {
  const kinds = list.slots.flatMap((slot) => ('slots' in slot ? slot.slots.map(({ kind }): string => kind) : []));
  if (kinds.includes('cursor')) return records;
  return kinds.includes('startCursor') || kinds.includes('endCursor')
    ? [...records.slice(0, 1), ...records.slice(1).slice(-1)]
    : [];
}
