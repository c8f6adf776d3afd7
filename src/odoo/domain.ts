/** A condition → an Odoo domain, in prefix notation. */
import type { LeafField, StoredType } from '../plan/catalog.ts';
import type { Condition, Operator } from '../plan/condition.ts';
import { escapePattern } from '../plan/pattern.ts';
import { fromOdooDateTime, shownAs, toOdooDateTime } from './values.ts';

/** `['&', ['name', 'ilike', 'x'], ['active', '=', true]]` */
export type Domain = readonly unknown[];

const COMPARISONS: Readonly<Partial<Record<Operator, string>>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  in: 'in',
  notIn: 'not in',
};
const TRUE: Domain = [[1, '=', 1]];
const FALSE: Domain = [[0, '=', 1]];

/** The domain of the records that satisfy all of the conditions; empty where there are none. */
export function compileDomain(conditions: readonly (Condition | null)[]): Domain {
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? [] : compileList({ kind: 'and', conditions: given });
}

/** Whether the condition names `active` of the records themselves: then archived ones are searched too. */
export function comparesActive(condition: Condition | null): boolean {
  if (condition === null) return false;
  if (condition.kind === 'compare') return condition.field.column === 'active';
  if (condition.kind === 'not') return comparesActive(condition.condition);
  return (condition.kind === 'and' || condition.kind === 'or') && condition.conditions.some(comparesActive);
}

/**
 * A condition that holds of every record, archived or not. Odoo leaves archived records out of a search whose domain does not name `active`,
 * and looks for the name only after it has folded what is constant: this is never folded.
 */
const NAMES_ACTIVE: Domain = ['|', ['active', '=', true], ['id', '!=', 0]];

/** A condition on the records of a list. Odoo may show the list's archived records by itself or not. */
function compileList(condition: Condition): Domain {
  const domain = compile(condition);
  return comparesActive(condition) ? ['&', ...NAMES_ACTIVE, ...domain] : domain;
}

/** The records of these ids, archived ones too: Odoo leaves them out of a search that does not name `active`. */
export function withinIds({ fields }: StoredType, ids: readonly number[]): Domain {
  const within = ['id', 'in', ids];
  return fields.get('active')?.column === 'active' ? ['&', within, ['active', 'in', [true, false]]] : [within];
}

/** The domain, and what makes a record of the model one of the type. */
export function withHaving({ having }: StoredType, domain: Domain): Domain {
  if (having === null) return domain;
  return domain.length === 0 ? [[having, '!=', false]] : ['&', [having, '!=', false], ...domain];
}

function compile(condition: Condition): Domain {
  switch (condition.kind) {
    case 'and':
      return combine('&', condition.conditions.map(compile), TRUE);
    case 'or':
      return combine('|', condition.conditions.map(compile), FALSE);
    case 'not':
      return ['!', ...compile(condition.condition)];
    case 'one': {
      const { column } = condition.field;
      const found: Domain = [[column, 'any', compile(condition.condition)]];
      return condition.orNone ? ['|', [column, '=', false], ...found] : found;
    }
    case 'some':
      return [[condition.field.column, 'any', compileList(condition.condition)]];
    case 'none':
      return [[condition.field.column, 'not any', compileList(condition.condition)]];
    case 'search':
      return compileSearch(condition.text);
    case 'compare':
      return compileComparison(condition.field, condition.operator, condition.value);
  }
}

/**
 * Searches as `name_search` does, by the names that Odoo gives a record. It looks for a part of the name, and for the whole
 * by `=`: only so does `[COMM] Communication` find the product with the code in brackets. `INV/2026/00001 (PO 7000)` finds
 * the invoice or order with that number and that reference.
 */
function compileSearch(text: string): Domain {
  const found = (part: string): Domain => [['display_name', 'ilike', escapePattern(part)]];
  const [, name, reference] = /^(.*\S)\s*\((.+)\)$/s.exec(text) ?? [];
  const parts = name && reference ? [combine('&', [found(name), found(reference)], TRUE)] : [];
  return combine('|', [found(text), [['display_name', '=', text]], ...parts], TRUE);
}

function combine(operator: '&' | '|', domains: readonly Domain[], empty: Domain): Domain {
  if (domains.length === 0) return empty;
  return [...Array<string>(domains.length - 1).fill(operator), ...domains.flat()];
}

const NUMBERS = new Set(['Int', 'Decimal', 'Float']);
/** Here null is another value than the empty one; a number can be null only as it is stored. */
const EMPTY_IS_VALUE = new Set<LeafField['scalar']>(['String', 'StoredNumber']);

/** Odoo reads a null number as 0 and a null boolean as false: such a field is never null to a client. */
function isNeverNull({ scalar, column }: LeafField): boolean {
  return NUMBERS.has(scalar) || scalar === 'Boolean' || column === 'id' || column.endsWith('.id');
}

function compileComparison(field: LeafField, operator: Operator, value: unknown): Domain {
  const { column } = field;
  if (operator === 'isNull') return compileIsNull(field, value === true);
  // Odoo takes `ilike ''` for true, also of null.
  if (operator === 'contains')
    return value === '' ? [isPresent(field)] : [[column, 'ilike', escapePattern(String(value))]];
  if (operator === 'startsWith') return [[column, '=ilike', `${escapePattern(String(value))}%`]];
  if (field.scalar === 'DateTime') return compileTime(column, operator, value);
  if (field.scalar === 'StoredTime') return compileStoredTime(column, operator, String(value));
  if (field.scalar === 'Boolean' && (operator === 'lt' || operator === 'gt')) {
    const wanted = operator === 'gt';
    return value === wanted ? FALSE : compileBoolean(column, wanted);
  }
  if (field.scalar === 'Boolean' && operator === 'eq') return compileBoolean(column, value === true);
  if (field.scalar === 'Decimal' && field.currency === null) return compileFloat(column, operator, value);
  const leaf = [column, COMPARISONS[operator], toOdooValue(field, value)];
  if (field.currency !== null && isEquality(operator) && [value].flat().some(isZero))
    return compileMoney(field, operator, [value].flat());
  // Odoo's comparisons take null for '' and its negations match null; ours match no null.
  const isExact =
    operator === 'eq' ? value !== '' && value !== 0 : operator === 'in' && !(value as unknown[]).includes('');
  return isExact || isNeverNull(field) ? [leaf] : ['&', leaf, isPresent(field)];
}

/** A float is compared as it is shown: 0.30000000000000004 is 0.3. A null number is 0. */
function compileFloat(column: string, operator: Operator, value: unknown): Domain {
  if (Array.isArray(value)) {
    const each = value.map((item) => compileFloat(column, operator === 'in' ? 'eq' : 'ne', item));
    return operator === 'in' ? combine('|', each, FALSE) : combine('&', each, TRUE);
  }
  const { least, most } = shownAs(Number(value));
  switch (operator) {
    case 'lt':
      return [[column, '<', least]];
    case 'lte':
      return [[column, '<=', most]];
    case 'gt':
      return [[column, '>', most]];
    case 'gte':
      return [[column, '>=', least]];
    case 'ne':
      return ['|', [column, '<', least], [column, '>', most]];
    default:
      return ['&', [column, '>=', least], [column, '<=', most]];
  }
}

/** A null amount shows as 0. Odoo takes it for 0 in `<` and `>`, and finds it by no `=`. */
function compileMoney(field: LeafField, operator: Operator, values: readonly unknown[]): Domain {
  const { column } = field;
  const others = values.filter((value) => !isZero(value)).map((value) => toOdooValue(field, value));
  if (operator === 'eq' || operator === 'in') {
    const zero: Domain = ['&', [column, '>=', 0], [column, '<=', 0]];
    return others.length === 0 ? zero : ['|', ...zero, [column, 'in', others]];
  }
  const notZero: Domain = ['|', [column, '>', 0], [column, '<', 0]];
  return others.length === 0 ? notZero : ['&', ...notZero, [column, 'not in', others]];
}

function isEquality(operator: Operator): boolean {
  return operator === 'eq' || operator === 'ne' || operator === 'in' || operator === 'notIn';
}

function isZero(value: unknown): boolean {
  return Number(value) === 0;
}

/** Whether there is a value. Odoo's `!= false` takes '' and 0 for none; a pattern matches both, and does not match null. */
function isPresent({ scalar, column }: LeafField): readonly unknown[] {
  return EMPTY_IS_VALUE.has(scalar) ? [column, '=like', '%'] : [column, '!=', false];
}

/** A boolean is false where Odoo stores none, and behind an empty relation. */
function compileBoolean(column: string, wanted: boolean): Domain {
  const empty = wanted ? [] : relationsOf(column).map((relation): Domain => [[relation, '=', false]]);
  return combine('|', [...empty, [[column, '=', wanted]]], FALSE);
}

/** A path such as `partner_id.name`, which an order by a relation compares, is null where a relation of it is. */
function compileIsNull(field: LeafField, wanted: boolean): Domain {
  const { column, scalar } = field;
  if (EMPTY_IS_VALUE.has(scalar)) return wanted ? ['!', isPresent(field)] : [isPresent(field)];
  const nullable = [...relationsOf(column), ...(isNeverNull(field) ? [] : [column])];
  // Odoo orders by a boolean behind an empty relation as by false.
  if (nullable.length === 0 || scalar === 'Boolean') return wanted ? FALSE : TRUE;
  if (!wanted) return [[nullable.at(-1), '!=', false]];
  return combine(
    '|',
    nullable.map((path): Domain => [[path, '=', false]]),
    FALSE,
  );
}

/** `a.b.c` → `a`, `a.b` */
function relationsOf(column: string): string[] {
  const steps = column.split('.');
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('.'));
}

/** Odoo stores microseconds and shows seconds. Filters compare what is shown, so a part of a second falls between two seconds. */
function compileTime(column: string, operator: Operator, value: unknown): Domain {
  // Odoo compares with the start of a day in the time zone of the context.
  if (operator === 'fromDay') return [[column, '>=', value]];
  if (operator === 'throughDay') return ['&', beforeNextDay(column, String(value)), [column, '!=', false]];
  if (operator === 'onDay') return ['&', [column, '>=', value], beforeNextDay(column, String(value))];
  if (Array.isArray(value)) {
    const each = value.map((item) => compileTime(column, operator === 'in' ? 'eq' : 'ne', item));
    return operator === 'in' ? combine('|', each, FALSE) : combine('&', each, [[column, '!=', false]]);
  }
  const from = toOdooDateTime(String(value));
  const until = nextSecond(from);
  const isWhole = !/\.\d*[1-9]/.test(String(value));
  const present: Domain = [[column, '!=', false]];
  const before = (limit: string | null): Domain => (limit === null ? present : ['&', [column, '<', limit], ...present]);
  const since = (limit: string | null): Domain => (limit === null ? FALSE : [[column, '>=', limit]]);
  switch (operator) {
    case 'lt':
      return before(isWhole ? from : until);
    case 'lte':
      return before(until);
    case 'gt':
      return since(until);
    case 'gte':
      return since(isWhole ? from : until);
    case 'ne':
      return isWhole ? ['|', ...before(from), ...since(until)] : present;
    default:
      return isWhole ? ['&', ...since(from), ...before(until)] : FALSE;
  }
}

/** For `<=` Odoo adds 24 hours to the start, which the days when clocks change do not have. */
function beforeNextDay(column: string, day: string): readonly unknown[] {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  // Odoo knows no time zone in the year 9999, and no year after it.
  return /^(\+|9999)/.test(next) ? [column, '<=', day] : [column, '<', next];
}

/**
 * A time as it is stored, as an order key has it. Odoo compares whole seconds, and the second with its part by
 * `second_number`. Where the part is not known, the edge of the second is taken that skips nothing.
 */
function compileStoredTime(column: string, operator: Operator, value: string): Domain {
  const [second = '', micros] = value.split('.');
  const sign = operator === 'eq' ? '=' : operator === 'gt' ? '>' : '<';
  if (micros === undefined) return sign === '=' ? FALSE : [[column, `${sign}=`, second]];
  // As Postgres makes it: the same number, to the last bit.
  const part = [`${column}.second_number`, sign, Number(second.slice(-2)) + Number(`0.${micros}`)];
  // Odoo cannot say that a time equals the last second that it knows.
  const at = nextSecond(second) === null ? '>=' : '=';
  const within: Domain = ['&', [column, at, second], part];
  return sign === '=' ? within : ['|', [column, sign, second], ...within];
}

/** Null after the last second that Odoo knows. */
function nextSecond(time: string): string | null {
  const next = new Date(fromOdooDateTime(time).getTime() + 1_000).toISOString();
  return next.startsWith('+') ? null : toOdooDateTime(next);
}

function toOdooValue(field: LeafField, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => toOdooValue(field, item));
  // NaN and the infinities go as text: JSON has no word for them.
  return field.scalar === 'Decimal' && Number.isFinite(Number(value)) ? Number(value) : value;
}
