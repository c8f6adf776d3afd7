/** Odoo's values ↔ ours: `false` is null, datetimes are naive UTC, money is a float, selections are lower case. */
import { GatewayError } from '../errors.ts';
import type { LeafField } from '../plan/catalog.ts';
import type { CursorValue } from '../plan/cursor.ts';
import { encodeNodeId } from '../plan/node-id.ts';

/** Where a value stands, for the error about it. */
export interface Place {
  /** Decimal places of an amount's currency; absent or null: a number is printed as short as it is exact. */
  readonly places?: number | null;
  /** E.g. `project.task 42`. */
  readonly of: string;
}

/**
 * The value of a leaf as GraphQL answers it.
 *
 * @returns A GatewayError, as a value, for what the schema cannot say, such as a number that is none: the field alone
 * is null then.
 */
export function toAnswer(field: LeafField, value: unknown, { places = null, of }: Place): unknown {
  if (field.scalar === 'Boolean') return value === true;
  if (value === false || value === null || value === undefined) return null;
  switch (field.scalar) {
    case 'ID':
      return String(value);
    case 'NodeId':
      return encodeNodeId(field.nodeType as string, value as number);
    case 'Decimal':
    case 'Int':
    case 'Float':
      return toNumber(field, Number(value), { places, of: `${field.column} of ${of} is ${value}` });
    case 'Date':
      return padYear(String(value));
    case 'DateTime':
      return `${padYear(String(value)).replace(' ', 'T')}Z`;
    case 'Enum':
      return toEnumName(field, String(value));
    default:
      return value;
  }
}

function toNumber({ scalar }: LeafField, value: number, { places = null, of }: Place): unknown {
  if (!Number.isFinite(value))
    return new GatewayError('UPSTREAM_ERROR', `Odoo's ${of}, no number`, { surface: 'odoo' });
  if (scalar !== 'Decimal') return withoutNoise(value);
  return places === null ? toDecimal(withoutNoise(value)) : toMoney(value, places);
}

/** A double that is very near to a number with at most so many decimal places is shown as that number. */
const SHORT_PLACES = 8;

/** The number that was meant by a double which a sum has blurred: 0.30000000000000004 is 0.3. */
export function withoutNoise(value: number): number {
  if (String(value).length <= SHORT_PLACES) return value;
  for (let places = 0; places <= SHORT_PLACES; places += 1) {
    const near = Number(value.toFixed(places));
    if (Math.abs(value - near) <= noiseOf(value)) return near;
  }
  return value;
}

/** How far a double may be from the number that it is shown as: some bits of its own, and little in absolute terms. */
function noiseOf(value: number): number {
  return Math.min(Math.max(Math.abs(value) * 2 ** -46, 1e-12), 1e-9);
}

/** The doubles that are shown as this number: what a filter by it has to find. */
export function shownAs(value: number): { readonly least: number; readonly most: number } {
  if (Number(value.toFixed(SHORT_PLACES)) !== value) return { least: value, most: value };
  const noise = noiseOf(value);
  return { least: value - noise, most: value + noise };
}

/** Odoo writes a year before 1000 without its zeros: `999-03-04`. */
export function padYear(text: string): string {
  return text.replace(/^\d{1,3}(?=-)/, (year) => year.padStart(4, '0'));
}

/** The value of an order key as a cursor carries it. */
export function toCursorValue(field: LeafField, value: unknown): CursorValue {
  if (field.scalar === 'Boolean') return value === true;
  if (value === false || value === null || value === undefined) return null;
  // A many2one in a hidden order key comes as a record.
  if (typeof value === 'object') return (value as { id: number }).id;
  const isTime = field.scalar === 'Date' || field.scalar === 'DateTime';
  return isTime ? padYear(String(value)) : (value as CursorValue);
}

/** RFC 3339 → `YYYY-MM-DD HH:MM:SS` in UTC; Odoo keeps whole seconds. */
export function toOdooDateTime(text: string): string {
  if (/[zZ]|[+-]\d\d:\d\d$/.test(text)) return new Date(text).toISOString().slice(0, 19).replace('T', ' ');
  return padYear(text);
}

/** The moment that Odoo's `YYYY-MM-DD HH:MM:SS` is: it is UTC, without saying so. */
export function fromOdooDateTime(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}Z`);
}

/** An amount with so many places; what rounds to zero has no sign. */
function toMoney(value: number, places: number): string {
  if (Math.abs(value) >= 1e21) return padPlaces(toDecimal(value), places);
  const text = value.toFixed(places);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** The number with so many places at least. */
export function padPlaces(text: string, places: number): string {
  if (places === 0) return text;
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(places, '0')}`;
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
