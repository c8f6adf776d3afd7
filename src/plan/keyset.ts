/** A cursor → the condition that a record comes after it, in the words of the filter grammar. */
import type { ListPage } from './arguments.ts';
import type { LeafField } from './catalog.ts';
import type { Condition } from './condition.ts';
import type { CursorValue } from './cursor.ts';

const NOTHING: Condition = { kind: 'or', conditions: [] };

/**
 * Records strictly after the cursor in fetch order: `a > x or (a = x and (b > y or …))`.
 *
 * Nulls count as greater than any value, as Postgres and Odoo order them, or as less where the key says so;
 * comparisons never match null.
 */
export function keysetCondition(page: ListPage, cursor: readonly CursorValue[]): Condition {
  return page.order.reduceRight((rest, { field, descending, nullsLeast = false }, index): Condition => {
    const value = cursor[index] ?? null;
    const down = descending !== page.backward;
    const nullsFirst = down !== nullsLeast;
    const isNull = compare(field, 'isNull', true);
    if (value === null) {
      const tied: Condition = { kind: 'and', conditions: [isNull, rest] };
      return nullsFirst ? { kind: 'or', conditions: [compare(field, 'isNull', false), tied] } : tied;
    }
    const beyond = compare(field, down ? 'lt' : 'gt', value);
    const tied: Condition = { kind: 'and', conditions: [compare(field, 'eq', value), rest] };
    const nullsLast = field.nullable && !nullsFirst ? [isNull] : [];
    return { kind: 'or', conditions: [beyond, ...nullsLast, ...(rest === NOTHING ? [] : [tied])] };
  }, NOTHING);
}

function compare(field: LeafField, operator: 'eq' | 'lt' | 'gt' | 'isNull', value: unknown): Condition {
  return { kind: 'compare', field, operator, value };
}
