/** The filter grammar of the API → a condition that each surface compiles to its own language. */
import { badInput, limitExceeded } from '../errors.ts';
import type { Catalog, LeafField, ManyField, OneField, StoredType } from './catalog.ts';
import { readStoredId } from './id.ts';

/** Comparisons of one stored field with a value; only `isNull` is ever satisfied by null. */
export type Operator =
  | 'eq'
  | 'ne'
  | 'in'
  | 'notIn'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'contains'
  | 'startsWith'
  | 'onDay'
  | 'fromDay'
  | 'throughDay'
  | 'isNull';

/** A boolean tree over the stored fields of one type. An empty `and` is true, an empty `or` false. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'compare'; readonly field: LeafField; readonly operator: Operator; readonly value: unknown }
  /**
   * Odoo finds the record by this text as its own search by name does; `entered` are the joins that it looks through. A table
   * of Postgres is read from the function `by` then.
   */
  | {
      readonly kind: 'search';
      readonly text: string;
      readonly entered: readonly string[];
      readonly by: string | null;
    }
  | {
      readonly kind: 'one';
      readonly field: OneField;
      readonly target: StoredType;
      readonly condition: Condition;
      /** Whether a record that leads to none satisfies it too. */
      readonly orNone: boolean;
    }
  | {
      readonly kind: 'some' | 'none';
      readonly field: ManyField;
      readonly target: StoredType;
      readonly condition: Condition;
    };

const NULL_CONDITION =
  'is null: leave it out; what there is none of is found by isNull, of a relation by { id: { isNull: true } }';

type FilterInput = Readonly<Record<string, unknown>>;

/** Comparisons, relations and words of one filter: each becomes a part of a statement, or of a domain. Settings go lower. */
export const MAX_CONDITIONS = 500;
/** Values of one list of a filter. Settings go lower. */
export const MAX_VALUES = 10_000;
/** Nested and/or/not/relations beyond this are refused: no screen asks for them, and each level costs the upstream. */
const MAX_DEPTH = 10;

/**
 * Reads a coerced `…Filter` input of `type`.
 *
 * @throws GatewayError `LIMIT_EXCEEDED` beyond 10 levels, 500 conditions or 10,000 values of a list; `BAD_USER_INPUT` where
 *   `null` stands for a value.
 */
export function readCondition(catalog: Catalog, type: StoredType, filter: FilterInput, depth = 1): Condition {
  const condition = readLevel(catalog, type, filter, depth);
  const count = depth === 1 ? countConditions(condition) : 0;
  if (count > MAX_CONDITIONS)
    throw limitExceeded('filter', `has ${count} conditions, and ${MAX_CONDITIONS} are the most`, {
      limit: 'OPERATION_MAX_CONDITIONS',
      most: MAX_CONDITIONS,
      asked: count,
    });
  return condition;
}

/** How large a filter is. */
export interface FilterSize {
  readonly conditions: number;
  /** Values of its longest list. */
  readonly values: number;
}

/** Measures the filter and the search of one list. */
export function measureCondition(condition: Condition | null): FilterSize {
  return condition
    ? { conditions: countConditions(condition), values: countValues(condition) }
    : { conditions: 0, values: 0 };
}

function countValues(condition: Condition): number {
  if (condition.kind === 'search') return 0;
  if (condition.kind === 'compare') return Array.isArray(condition.value) ? condition.value.length : 1;
  if ('conditions' in condition)
    return condition.conditions.reduce((most, each) => Math.max(most, countValues(each)), 0);
  return countValues(condition.condition);
}

function countConditions(condition: Condition): number {
  if (condition.kind === 'compare' || condition.kind === 'search') return 1;
  if ('conditions' in condition) return condition.conditions.reduce((sum, each) => sum + countConditions(each), 1);
  return 1 + countConditions(condition.condition);
}

function readLevel(catalog: Catalog, type: StoredType, filter: FilterInput, depth: number): Condition {
  if (depth > MAX_DEPTH) {
    throw limitExceeded('filter', `is nested deeper than ${MAX_DEPTH} levels`);
  }
  const conditions = Object.entries(filter).flatMap(([name, value]): Condition[] => {
    if (value === null) throw badInput(`filter.${name}`, NULL_CONDITION);
    const nested = (input: unknown) => readCondition(catalog, type, input as FilterInput, depth + 1);
    if (name === 'and' || name === 'or') return [{ kind: name, conditions: (value as unknown[]).map(nested) }];
    if (name === 'not') return [{ kind: 'not', condition: nested(value) }];
    return readField(catalog, type, { name, value: value as FilterInput, depth });
  });
  return conditions.length === 1 && conditions[0] ? conditions[0] : { kind: 'and', conditions };
}

/** Characters that a search looks for at most. */
const MAX_SEARCH = 1_000;

/**
 * The filter and the search of a list or of groups, as one condition; null where neither is given.
 *
 * @throws GatewayError `LIMIT_EXCEEDED` or `BAD_USER_INPUT` that names the argument at fault.
 */
export function readConditions(
  catalog: Catalog,
  type: StoredType,
  { filter, search }: { readonly filter?: unknown; readonly search?: unknown },
): Condition | null {
  const conditions = [
    ...(filter === undefined || filter === null ? [] : [readCondition(catalog, type, filter as FilterInput)]),
    ...readSearch(catalog, type, search),
  ];
  return conditions.length > 1 ? { kind: 'and', conditions } : (conditions[0] ?? null);
}

/** The search among the conditions of a list, as `readConditions` puts it there; null where there is none. */
export function searchOf(condition: Condition | null): (Condition & { readonly kind: 'search' }) | null {
  const parts = condition?.kind === 'and' ? condition.conditions : condition ? [condition] : [];
  return parts.find((part) => part.kind === 'search') ?? null;
}

/** A pasted text often has a space or a line break at its end. */
function readSearch(catalog: Catalog, type: StoredType, search: unknown): Condition[] {
  const text = typeof search === 'string' ? search.trim() : '';
  if (text === '') return [];
  if (text.length > MAX_SEARCH)
    throw limitExceeded('search', `is ${text.length} characters long; at most ${MAX_SEARCH} are looked for`);
  if (text.includes('\0')) throw badInput('search', 'holds a NUL character, which no text may');
  return [{ kind: 'search', text, entered: searchedJoins(catalog, type), by: type.search }];
}

/** Coordinates of the joins that a search by name looks through, and those of the records there. */
function searchedJoins(catalog: Catalog, type: StoredType, seen = new Set<string>()): string[] {
  for (const name of type.searchedThrough) {
    const coordinate = `${type.name}.${name}`;
    const field = type.fields.get(name);
    const target = field && 'target' in field ? catalog.get(field.target) : undefined;
    if (!target || seen.has(coordinate)) continue;
    seen.add(coordinate);
    searchedJoins(catalog, target, seen);
  }
  return [...seen];
}

/** Coordinates of the relations that a condition on `type` goes through, e.g. `Move.partner`. */
export function enteredBy(condition: Condition, type: string): string[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.conditions.flatMap((nested) => enteredBy(nested, type));
    case 'not':
      return enteredBy(condition.condition, type);
    case 'compare':
      return [];
    case 'search':
      return [...condition.entered];
    default:
      return [`${type}.${condition.field.name}`, ...enteredBy(condition.condition, condition.target.name)];
  }
}

function readField(
  catalog: Catalog,
  type: StoredType,
  input: { name: string; value: FilterInput; depth: number },
): Condition[] {
  const field = type.fields.get(input.name);
  const target = field && 'target' in field ? catalog.get(field.target) : undefined;
  if (field?.kind === 'leaf') return readComparisons(type, field, input.value);
  if (field?.kind === 'one' && target) {
    const condition = readCondition(catalog, target, input.value, input.depth + 1);
    return [{ kind: 'one', field, target, condition, orNone: holdsOfNone(condition) === true }];
  }
  if (field?.kind === 'many' && target) {
    return (['some', 'none'] as const).flatMap((kind): Condition[] => {
      const nested = input.value[kind] as FilterInput | null | undefined;
      if (nested === null) throw badInput(`filter.${field.name}.${kind}`, NULL_CONDITION);
      if (nested === undefined) return [];
      return [{ kind, field, target, condition: readCondition(catalog, target, nested, input.depth + 1) }];
    });
  }
  throw new TypeError(`${type.name}.${input.name} cannot be filtered by`);
}

/**
 * Whether a condition on a related record holds where there is no such record; null where that cannot be said. Only `id.isNull`
 * asks for no record. Every other condition wants a record, and so does its negation.
 */
function holdsOfNone(condition: Condition): boolean | null {
  switch (condition.kind) {
    case 'compare':
      return condition.operator === 'isNull' && condition.field.name === 'id' ? condition.value === true : null;
    case 'not': {
      const held = holdsOfNone(condition.condition);
      return held === null ? null : !held;
    }
    case 'and':
    case 'or': {
      const all = condition.conditions.map(holdsOfNone);
      const deciding = condition.kind === 'or';
      if (all.includes(deciding)) return deciding;
      return all.length === 0 || all.includes(null) ? null : !deciding;
    }
    default:
      return null;
  }
}

function readComparisons(type: StoredType, field: LeafField, input: FilterInput): Condition[] {
  return Object.entries(input).map(([operator, value]): Condition => {
    const argument = `filter.${field.name}.${operator}`;
    if (value === null) throw badInput(argument, 'is null: use isNull');
    if (operator === 'isNull') return { kind: 'compare', field, operator, value };
    if (Array.isArray(value) && value.length > MAX_VALUES)
      throw limitExceeded(argument, `has ${value.length} values, and ${MAX_VALUES} are the most`, {
        limit: 'OPERATION_MAX_LIST_VALUES',
        most: MAX_VALUES,
        asked: value.length,
      });
    for (const item of Array.isArray(value) ? value : [value]) checkValue(type, field, item, argument);
    if (isDayOperator(operator) && type.surface !== 'odoo') return dayInUtc(field, operator, String(value));
    return { kind: 'compare', field, operator: operator as Operator, value: toStored(type, field, value) };
  });
}

type DayOperator = 'onDay' | 'fromDay' | 'throughDay';

function isDayOperator(operator: string): operator is DayOperator {
  return operator === 'onDay' || operator === 'fromDay' || operator === 'throughDay';
}

/** Odoo knows the days of a time zone; elsewhere a day is one of UTC. */
function dayInUtc(field: LeafField, operator: DayOperator, day: string): Condition {
  const from: Condition = { kind: 'compare', field, operator: 'gte', value: `${day}T00:00:00Z` };
  const through: Condition = { kind: 'compare', field, operator: 'lte', value: `${day}T23:59:59.999999Z` };
  if (operator === 'onDay') return { kind: 'and', conditions: [from, through] };
  return operator === 'fromDay' ? from : through;
}

function checkValue(type: StoredType, field: LeafField, value: unknown, argument: string): void {
  if (field.scalar === 'ID') readStoredId(type.surface, value, argument);
  if (typeof value === 'string' && value.includes('\0'))
    throw badInput(argument, 'holds a NUL character, which no text may');
}

function toStored(type: StoredType, field: LeafField, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => toStored(type, field, item));
  if (field.scalar === 'ID') return readStoredId(type.surface, value, field.name);
  return typeof value === 'string' ? (field.stored?.get(value) ?? value) : value;
}
