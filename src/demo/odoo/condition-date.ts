/** Conditions on dates and datetimes: whole days, whole seconds, relative terms, and the parts of a date. */
import { compareWith } from './condition-scalar.ts';
import { addInterval, fromLocal, parseDateTerm, readDatePart } from './dates.ts';
import { type Leaf, renderLeaf } from './domain.ts';
import { createValueError } from './faults.ts';
import type { Predicate } from './scope.ts';

/** Compiles `in` or an inequality on a date or datetime field. */
export function compileDateCondition(type: 'date' | 'datetime', leaf: Leaf, zone: string): Predicate {
  if (leaf.operator === 'in') return compileDates(type, leaf.field, leaf.value as readonly unknown[]);
  if (leaf.value === false) return () => false;
  const term = parseDateTerm(String(leaf.value));
  const limit = type === 'date' ? term.text.slice(0, 10) : pad(term.text);
  // For a datetime, `>` and `<=` mean the whole of the day or of the second.
  const isDay = type === 'datetime' && term.text.length === 10;
  const start = isDay ? fromLocal(limit, zone) : limit;
  // A day has 24 hours to Odoo, also one when clocks change.
  const end = type === 'datetime' && addInterval(start, 1, isDay ? 'day' : 'second');
  const isLast = end !== false && end.startsWith('+');
  return (record) => {
    const value = record[leaf.field];
    if (typeof value !== 'string') return false;
    if (isLast) return leaf.operator === '<=' || (leaf.operator !== '>' && compareWith(leaf.operator, value, start));
    if (end && leaf.operator === '>') return value >= end;
    if (end && leaf.operator === '<=') return value < end;
    return compareWith(leaf.operator, value, start);
  };
}

/** Compiles a condition on a part: `date.month_number = 3`. */
export function compileDatePart(field: string, part: string, leaf: Leaf): Predicate {
  const wanted = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
  const negative = leaf.operator === '!=' || leaf.operator === 'not in';
  return (record) => {
    const text = record[field];
    const value = typeof text === 'string' ? readDatePart(text, part) : false;
    if (value === undefined) throw createValueError(`Invalid field ${field}.${part} in condition ${renderLeaf(leaf)}`);
    if (['<', '>', '<=', '>='].includes(leaf.operator)) {
      return value !== false && compareWith(leaf.operator, value, Number(leaf.value));
    }
    return wanted.includes(value) !== negative;
  };
}

function compileDates(type: 'date' | 'datetime', field: string, values: readonly unknown[]): Predicate {
  const wanted = new Set(
    values.filter(Boolean).map((value) => {
      const { text } = parseDateTerm(String(value));
      return type === 'date' ? text.slice(0, 10) : pad(text);
    }),
  );
  const wantsEmpty = values.some((value) => value === false || value === null);
  return (record) => {
    const value = record[field];
    return typeof value === 'string' ? wanted.has(value.slice(0, 19)) : wantsEmpty;
  };
}

function pad(text: string): string {
  return text.length === 10 ? `${text} 00:00:00` : text;
}
