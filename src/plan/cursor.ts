/** Keyset cursors: the values of a record's order keys, opaque to the client, good for the order they were made in. */
import { badInput } from '../errors.ts';
import type { OrderTerm } from './catalog.ts';
import { isUuid } from './id.ts';

/** A value of an order key: text, number, boolean or null, as JSON carries it. */
export type CursorValue = string | number | boolean | null;

/** Names the order that a cursor belongs to, e.g. `invoice_date-,id`. */
export function orderSignature(order: readonly OrderTerm[]): string {
  return order.map(({ field, descending }) => field.column + (descending ? '-' : '')).join(',');
}

/** Cursor = base64url of the JSON list `[signature, value, …]`; a statement of Postgres writes the same form. */
export function encodeCursor(order: readonly OrderTerm[], values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([orderSignature(order), ...values])).toString('base64url');
}

/** @throws GatewayError `BAD_USER_INPUT` naming `argument` where the text is no cursor of this order. */
export function decodeCursor(text: string, order: readonly OrderTerm[], argument: string): readonly CursorValue[] {
  const parsed = parseList(text);
  if (!parsed) throw badInput(argument, 'is not a cursor: use one that pageInfo or an edge gave');
  const [signature, ...values] = parsed;
  if (signature !== orderSignature(order))
    throw badInput(argument, 'is a cursor of another order: start again from the first page');
  const fits = values.length === order.length && values.every((value, index) => isValueOf(order[index], value));
  if (!fits) throw badInput(argument, 'is not a cursor: use one that pageInfo or an edge gave');
  return values as CursorValue[];
}

function parseList(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
/** As Postgres writes what no Date or DateTime can say. */
const BEYOND = /^(-?infinity|\d{5,6}-[\d:.T+-]+|\d{4}-[\d:.T+-]+ BC)$/;
/** As both databases write it; `NaN` is greater than every number. */
const NUMBER = /^(-?\d+(\.\d+)?|NaN|-?Infinity)$/;

/** A forged value must not become an error of the database. */
function isValueOf(term: OrderTerm | undefined, value: unknown): boolean {
  if (value === null) return term?.field.column !== 'id';
  switch (term?.field.scalar) {
    case 'ID':
      return Number.isSafeInteger(value) || (typeof value === 'string' && isUuid(value));
    case 'Int':
      return Number.isSafeInteger(value);
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Decimal':
      return typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value));
    case 'DateTime':
      return isMoment(value, TIME);
    case 'Date':
      return isMoment(value, DAY);
    default:
      return ['string', 'number', 'boolean'].includes(typeof value) && !String(value).includes('\0');
  }
}

function isMoment(value: unknown, form: RegExp): boolean {
  if (typeof value !== 'string') return false;
  return BEYOND.test(value) || (form.test(value) && !Number.isNaN(Date.parse(value)));
}
