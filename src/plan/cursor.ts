/**
 * Cursors: places in a list, sealed, so that clients can neither read nor change the values that they hold.
 *
 * Inside each are the kind of viewer, the type and the order that it was made for. It is good for these alone.
 */
import { badInput } from '../errors.ts';
import type { OrderTerm } from './catalog.ts';
import { isUuid } from './id.ts';
import type { Seal } from './seal.ts';

/** A value of an order key: text, number, boolean or null, as JSON carries it. */
export type CursorValue = string | number | boolean | null;

/** Makes the cursors of one viewer kind. @param list JSON of `[type, order, …values]`. */
export type SealCursor = (list: string) => string;

/** The lists that a cursor is good for. */
export interface CursorPlace {
  /** Name of the type of the records. */
  readonly type: string;
  readonly order: readonly OrderTerm[];
}

/** A cursor that was opened. */
export interface OpenedCursor {
  /** The kind of viewer that it was given to. */
  readonly scope: string;
  /** `[type, order, …values]` */
  readonly list: readonly unknown[];
}

/** @param scope The kind of viewer that the cursors are given to, e.g. `user` or `agent:sync-odoo-agent`. */
export function createSealCursor(seal: Seal, scope: string): SealCursor {
  return (list) => seal.seal(`${scope}\n${list}`);
}

/** @throws GatewayError `BAD_USER_INPUT` naming `argument` where the text is no cursor of this gateway. */
export function openCursor(seal: Seal, text: string, argument: string): OpenedCursor {
  const opened = seal.open(text);
  if (opened === null) {
    const problem = isOldCursor(text) ? 'is a cursor of an earlier version' : 'is not a cursor of this gateway';
    throw badInput(argument, `${problem}: start again from the first page`);
  }
  const end = opened.indexOf('\n');
  return { scope: opened.slice(0, end), list: JSON.parse(opened.slice(end + 1)) as unknown[] };
}

/** @throws GatewayError `BAD_USER_INPUT` where the cursor was given to another kind of viewer. */
export function requireScope(given: string, scope: string, argument: string): void {
  if (given !== scope)
    throw badInput(argument, 'is a cursor that was given to another kind of viewer: start again from the first page');
}

/** Names the order that a cursor belongs to, e.g. `invoice_date-,id`. */
export function orderSignature(order: readonly OrderTerm[]): string {
  return order.map(({ field, descending }) => field.column + (descending ? '-' : '')).join(',');
}

/** The list that a cursor seals; a statement of Postgres writes the same. */
export function writeCursor({ type, order }: CursorPlace, values: readonly CursorValue[]): string {
  return JSON.stringify([type, orderSignature(order), ...values]);
}

/** @throws GatewayError `BAD_USER_INPUT` naming `argument` where the cursor is of another type or order. */
export function readCursor(
  { list: [type, signature, ...values] }: OpenedCursor,
  place: CursorPlace,
  argument: string,
): readonly CursorValue[] {
  if (type !== place.type)
    throw badInput(argument, `is a cursor of another list than one of ${place.type}: start again from the first page`);
  if (signature !== orderSignature(place.order))
    throw badInput(argument, 'is a cursor of another order: start again from the first page');
  const { order } = place;
  const fits = values.length === order.length && values.every((value, index) => isValueOf(order[index], value));
  if (!fits) throw badInput(argument, 'is a cursor of an earlier version: start again from the first page');
  return values as CursorValue[];
}

/** Cursors were base64url of a JSON list once. */
function isOldCursor(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    return false;
  }
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
/** As Postgres writes what no Date or DateTime can say. */
const BEYOND = /^(-?infinity|\d{5,6}-[\d:.T+-]+|\d{4}-[\d:.T+-]+ BC)$/;
/** As both databases write it; `NaN` is greater than every number. */
const NUMBER = /^(-?\d+(\.\d+)?|NaN|-?Infinity)$/;

/** What an earlier version sealed must not become an error of the database. */
function isValueOf(term: OrderTerm | undefined, value: unknown): boolean {
  if (value === null) return term?.field.column !== 'id';
  switch (term?.field.scalar) {
    case 'ID':
      return Number.isSafeInteger(value) || (typeof value === 'string' && isUuid(value));
    case 'Int':
    case 'ByteCount':
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
