/** A condition → a SQL predicate over one row. */
import type { Condition } from '../plan/condition.ts';
import { escapePattern } from '../plan/pattern.ts';
import { quoteName } from '../quote.ts';
import { fromById } from './by-id.ts';
import type { Sql } from './sql.ts';

const COMPARISONS = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

/** The predicate over the row `alias`; every value is a parameter. */
export function compileCondition(sql: Sql, condition: Condition, alias: string): string {
  switch (condition.kind) {
    case 'and':
      return compileAll(sql, condition.conditions, { alias, word: 'and', empty: 'true' });
    case 'or':
      return compileAll(sql, condition.conditions, { alias, word: 'or', empty: 'false' });
    case 'not':
      // `is not true`, since SQL's `not unknown` is unknown. Here a null that does not satisfy a condition satisfies its negation.
      return `((${compileCondition(sql, condition.condition, alias)}) is not true)`;
    case 'search':
      // The list is read from the function that finds it.
      return 'true';
    case 'compare':
      return compileComparison(sql, condition, `${alias}.${quoteName(condition.field.column)}`);
    case 'one': {
      const inner = sql.alias();
      const nested = compileCondition(sql, condition.condition, inner);
      const column = `${alias}.${quoteName(condition.field.column)}`;
      const found = `exists (select ${fromById(condition.target, inner, column)} and ${nested})`;
      return condition.orNone ? `(${column} is null or ${found})` : found;
    }
    case 'some':
    case 'none': {
      const inner = sql.alias();
      const nested = compileCondition(sql, condition.condition, inner);
      const foreign = quoteName(condition.field.foreign as string);
      return `${condition.kind === 'none' ? 'not ' : ''}exists (select from ${condition.target.source} ${inner} where ${inner}.${foreign} = ${alias}.id and ${nested})`;
    }
  }
}

function compileAll(
  sql: Sql,
  conditions: readonly Condition[],
  { alias, word, empty }: { alias: string; word: 'and' | 'or'; empty: string },
): string {
  if (conditions.length === 0) return empty;
  return `(${conditions.map((condition) => compileCondition(sql, condition, alias)).join(` ${word} `)})`;
}

function compileComparison(sql: Sql, { operator, value }: Condition & { kind: 'compare' }, column: string): string {
  switch (operator) {
    case 'in':
      return `${column} = any(${sql.bind(value)})`;
    case 'notIn':
      return `${column} <> all(${sql.bind(value)})`;
    case 'contains':
      return `${column} ilike ${sql.bind(`%${escapePattern(value as string)}%`)}`;
    case 'startsWith':
      return `${column} ilike ${sql.bind(`${escapePattern(value as string)}%`)}`;
    case 'onDay':
    case 'fromDay':
    case 'throughDay':
      throw new TypeError('a day of UTC is two times by now');
    case 'isNull':
      return `${column} is ${value ? '' : 'not '}null`;
    default:
      return `${column} ${COMPARISONS[operator]} ${sql.bind(value)}`;
  }
}
