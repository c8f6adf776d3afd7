/** A condition → an Odoo domain, in prefix notation. */
import type { LeafField } from '../plan/catalog.ts';
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

/** The domain that records of the condition satisfy; null where there is no condition. */
export function compileDomain(conditions: readonly (Condition | null)[]): Domain {
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? [] : compile({ kind: 'and', conditions: given });
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

/** Odoo reads a null number as 0 and a null boolean as false: such a field is never null to a client. */
function isNeverNull(field: LeafField): boolean {
  return ['Int', 'Decimal', 'Boolean', 'Float'].includes(field.scalar) || field.column === 'id';
}

function compileComparison(field: LeafField, operator: Operator, value: unknown): Domain {
  const { column } = field;
  if (operator === 'isNull') {
    if (isNeverNull(field)) return value ? FALSE : TRUE;
    return [[column, value ? '=' : '!=', false]];
  }
  if (operator === 'contains') return [[column, 'ilike', escapePattern(String(value))]];
  if (operator === 'startsWith') return [[column, '=ilike', `${escapePattern(String(value))}%`]];
  const leaf = [column, COMPARISONS[operator], toOdooValue(field, value)];
  // Odoo's comparisons take null for '' and its negations match null; ours match no null.
  const isExact = operator === 'eq' ? value !== '' : operator === 'in' && !(value as unknown[]).includes('');
  return isExact || isNeverNull(field) ? [leaf] : ['&', leaf, [column, '!=', false]];
}

function toOdooValue(field: LeafField, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => toOdooValue(field, item));
  if (field.scalar === 'DateTime') return toOdooDateTime(String(value));
  return field.scalar === 'Decimal' ? Number(value) : value;
}

function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
