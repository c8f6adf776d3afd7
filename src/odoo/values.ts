/** Odoo's values ↔ ours: `false` is null, datetimes are naive UTC, money is a float, selections are lower case. */
import { GatewayError } from '../errors.ts';
import type { LeafField } from '../plan/catalog.ts';
import type { CursorValue } from '../plan/cursor.ts';

/**
 * The value of a leaf as GraphQL answers it.
 *
 * @param places Decimal places of an amount's currency; null prints a number as short as it is exact.
 * @returns A GatewayError, as a value, for a selection that the SDL's enum does not know: the field alone is null then.
 */
export function toAnswer(field: LeafField, value: unknown, places: number | null = null): unknown {
  if (field.scalar === 'Boolean') return value === true;
  if (value === false || value === null || value === undefined) return null;
  switch (field.scalar) {
    case 'ID':
      return String(value);
    case 'Decimal':
      return places === null ? toDecimal(Number(value)) : toMoney(Number(value), places);
    case 'DateTime':
      return `${String(value).replace(' ', 'T')}Z`;
    case 'Enum':
      return toEnumName(field, String(value));
    default:
      return value;
  }
}

/** The value of an order key as a cursor carries it. */
export function toCursorValue(field: LeafField, value: unknown): CursorValue {
  if (field.scalar === 'Boolean') return value === true;
  if (value === false || value === null || value === undefined) return null;
  // A many2one in a hidden order key comes as a record.
  if (typeof value === 'object') return (value as { id: number }).id;
  return value as CursorValue;
}

/** RFC 3339 → `YYYY-MM-DD HH:MM:SS` in UTC; Odoo keeps whole seconds. */
export function toOdooDateTime(text: string): string {
  return /[zZ]|[+-]\d\d:\d\d$/.test(text) ? new Date(text).toISOString().slice(0, 19).replace('T', ' ') : text;
}

/** An amount with so many places; what rounds to zero has no sign. */
function toMoney(value: number, places: number): string {
  const text = value.toFixed(places);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** A number as short as it is exact, never with an exponent. */
export function toDecimal(value: number): string {
  if (Math.abs(value) >= 1e21) return String(BigInt(value));
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** The name of a selection value; an error, as a value, for one that the SDL does not know. */
export function toEnumName(field: LeafField, stored: string): string | GatewayError {
  for (const [name, text] of field.stored ?? []) if (text === stored) return name;
  return new GatewayError('UPSTREAM_ERROR', `Odoo's ${field.column} is "${stored}", which the schema does not know`, {
    surface: 'odoo',
  });
}
