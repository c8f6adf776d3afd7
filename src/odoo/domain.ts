/** A condition → an Odoo domain, in prefix notation. */
import type { LeafField, StoredType } from '../plan/catalog.ts';
import type { Condition, Operator } from '../plan/condition.ts';
import { toOdooDateTime } from './values.ts';

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
  return given.length === 0 ? [] : compile({ kind: 'and', conditions: given });
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
    case 'one':
    case 'some':
      return [[condition.field.column, 'any', compile(condition.condition)]];
    case 'none':
      return [[condition.field.column, 'not any', compile(condition.condition)]];
    case 'compare':
      return compileComparison(condition.field, condition.operator, condition.value);
  }
}

function combine(operator: '&' | '|', domains: readonly Domain[], empty: Domain): Domain {
  if (domains.length === 0) return empty;
  return [...Array<string>(domains.length - 1).fill(operator), ...domains.flat()];
}

const NUMBERS = new Set(['Int', 'Decimal', 'Float']);

/** Odoo reads a null number as 0 and a null boolean as false: such a field is never null to a client. */
function isNeverNull({ scalar, column }: LeafField): boolean {
  return NUMBERS.has(scalar) || scalar === 'Boolean' || column === 'id' || column.endsWith('.id');
}

function compileComparison(field: LeafField, operator: Operator, value: unknown): Domain {
  const { column } = field;
  if (operator === 'isNull') return compileIsNull(field, value === true);
  // Odoo takes `ilike ''` for true, also of null.
  if (operator === 'contains') return value === '' ? [isPresent(field)] : [[column, 'ilike', escapePattern(String(value))]];
  if (operator === 'startsWith') return [[column, '=ilike', `${escapePattern(String(value))}%`]];
  if (field.scalar === 'DateTime') return compileTime(column, operator, value);
  if (field.scalar === 'Boolean' && (operator === 'lt' || operator === 'gt')) {
    const wanted = operator === 'gt';
    return value === wanted ? FALSE : compileBoolean(column, wanted);
  }
  if (field.scalar === 'Boolean' && operator === 'eq') return compileBoolean(column, value === true);
  const leaf = [column, COMPARISONS[operator], toOdooValue(field, value)];
  // Odoo's comparisons take null for '' and its negations match null; ours match no null.
  const isExact = operator === 'eq' ? value !== '' : operator === 'in' && !(value as unknown[]).includes('');
  return isExact || isNeverNull(field) ? [leaf] : ['&', leaf, isPresent(field)];
}

/** Whether there is a value. Odoo's `!= false` takes an empty text for none; a pattern matches it, and no null. */
function isPresent({ scalar, column }: LeafField): readonly unknown[] {
  return scalar === 'String' ? [column, '=like', '%'] : [column, '!=', false];
}

/** A boolean is false where Odoo stores none, and behind an empty relation. */
function compileBoolean(column: string, wanted: boolean): Domain {
  const empty = wanted ? [] : relationsOf(column).map((relation): Domain => [[relation, '=', false]]);
  return combine('|', [...empty, [[column, '=', wanted]]], FALSE);
}

/** A path such as `partner_id.name`, which an order by a relation compares, is null where a relation of it is. */
function compileIsNull(field: LeafField, wanted: boolean): Domain {
  const { column, scalar } = field;
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

/** Odoo stores microseconds and shows seconds: equal is what shows equal. */
function compileTime(column: string, operator: Operator, value: unknown): Domain {
  if (Array.isArray(value)) {
    const each = value.map((item) => compileTime(column, operator === 'in' ? 'eq' : 'ne', item));
    return operator === 'in' ? combine('|', each, FALSE) : combine('&', each, [[column, '!=', false]]);
  }
  const from = toOdooDateTime(String(value));
  const until = toOdooDateTime(new Date(Date.parse(`${from.replace(' ', 'T')}Z`) + 1_000).toISOString());
  const before = (limit: string): Domain => ['&', [column, '<', limit], [column, '!=', false]];
  switch (operator) {
    case 'lt':
      return before(from);
    case 'lte':
      return before(until);
    case 'gt':
      return [[column, '>=', until]];
    case 'gte':
      return [[column, '>=', from]];
    case 'ne':
      return ['|', ...before(from), [column, '>=', until]];
    default:
      return ['&', [column, '>=', from], [column, '<', until]];
  }
}

function toOdooValue(field: LeafField, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => toOdooValue(field, item));
  return field.scalar === 'Decimal' ? Number(value) : value;
}

function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
