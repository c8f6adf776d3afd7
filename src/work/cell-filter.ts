/** `DatabaseCellFilter` → a SQL predicate over a row of `work.db_rows`: names of columns and values are parameters. */
import { badInput, limitExceeded } from '../errors.ts';
import { escapePattern } from '../plan/pattern.ts';
import type { Sql } from '../postgres/sql.ts';

/** That a query uses a column: `work.cell_operands` checks it, and answers the value as cells keep theirs. */
export interface CellUse {
  readonly column: string;
  readonly operator: string;
  readonly value: unknown;
  /** Where the client said it. */
  readonly argument: string;
}

/** A query of rows in the making. `row.data` is a row's cells, `asked.operands` what `work.cell_operands` answered. */
export interface CellSql extends Sql {
  /** In the order of the operands. */
  readonly uses: CellUse[];
  /** Column → its placeholder. */
  readonly columns: Map<string, string>;
  /** What every row found holds: placeholder of a column → the place of its value among the operands. */
  readonly held: Map<string, number>;
}

/** Nested conditions beyond this are refused, as in every filter. */
const MAX_DEPTH = 10;
/** Comparisons of one filter at most. */
const MAX_USES = 100;

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};
const COMBINATIONS = ['and', 'or', 'not', 'column'];

/** A coerced `DatabaseCellFilter`. */
export type CellFilter = Readonly<Record<string, unknown>>;

/** Where a condition stands in its filter. */
interface Place {
  readonly argument: string;
  readonly depth: number;
  /** Whether every row found satisfies it: it stands in no `or` and in no `not`. */
  readonly isSure: boolean;
}

/**
 * The predicate; a cell without a value satisfies none but `isNull`.
 *
 * @throws GatewayError `LIMIT_EXCEEDED` beyond 10 levels or 100 comparisons, `BAD_USER_INPUT` for a comparison of nothing.
 */
export function compileCellFilter(sql: CellSql, filter: CellFilter): string {
  return compileAt(sql, filter, { argument: 'filter', depth: 1, isSure: true });
}

function compileAt(sql: CellSql, filter: CellFilter, place: Place): string {
  const { argument, depth, isSure } = place;
  if (depth > MAX_DEPTH) throw limitExceeded(argument, `is nested deeper than ${MAX_DEPTH} levels`);
  const nested = (given: unknown, name: string, sure: boolean) =>
    compileAt(sql, given as CellFilter, { argument: `${argument}.${name}`, depth: depth + 1, isSure: isSure && sure });
  const all = (name: 'and' | 'or', empty: string) => {
    const given = (filter[name] ?? null) as readonly unknown[] | null;
    const conditions = given?.map((one, index) => nested(one, `${name}.${index}`, name === 'and'));
    return conditions ? [`(${conditions.join(` ${name} `) || empty})`] : [];
  };
  const parts = [...compileComparisons(sql, filter, place), ...all('and', 'true'), ...all('or', 'false')];
  // `is not true`, since SQL's `not unknown` is unknown. Here an empty cell that does not satisfy a condition satisfies its negation.
  if (filter.not) parts.push(`((${nested(filter.not, 'not', false)}) is not true)`);
  return parts.length > 0 ? `(${parts.join(' and ')})` : 'true';
}

/** A cell's value as jsonb, null where there is none; a column that is asked for again keeps its parameter. */
export function compileCell(sql: CellSql, use: CellUse): string {
  sql.uses.push(use);
  if (sql.uses.length > MAX_USES) throw limitExceeded(use.argument, `is one of more than ${MAX_USES} uses of columns`);
  const name = sql.columns.get(use.column) ?? sql.bind(use.column);
  sql.columns.set(use.column, name);
  return `(row.data -> ${name}::text)`;
}

function compileComparisons(sql: CellSql, filter: CellFilter, { argument, isSure }: Place): string[] {
  const operators = Object.entries(filter).filter(([name]) => !COMBINATIONS.includes(name));
  const { column } = filter;
  if (typeof column !== 'string') {
    if (operators.length > 0) throw badInput(argument, 'compares no column: name it in "column"');
    return [];
  }
  if (operators.length === 0) throw badInput(argument, 'says nothing about its column');
  return operators.map(([operator, value]) => {
    const at = `${argument}.${operator}`;
    if (value === null) throw badInput(at, 'is null: use isNull');
    const comparison = compileComparison(sql, { column, operator, value, argument: at });
    if (isSure && operator === 'eq') sql.held.set(sql.columns.get(column) as string, sql.uses.length - 1);
    return comparison;
  });
}

/** The answer of `work.cell_operands` for the last use: evaluated once a statement, whatever the number of rows. */
export function lastOperand({ uses }: CellSql): string {
  return `(select asked.operands -> ${uses.length - 1} from asked)`;
}

function compileComparison(sql: CellSql, use: CellUse): string {
  const cell = compileCell(sql, use);
  const operand = lastOperand(sql);
  const words = `(${cell} #>> '{}')`;
  switch (use.operator) {
    case 'isNull':
      return `${cell} is ${use.value ? '' : 'not '}null`;
    case 'in':
      return `${compileIn(cell, operand)} and ${cell} is not null`;
    case 'notIn':
      return `not ${compileIn(cell, operand)} and ${cell} is not null`;
    case 'has':
      return `${cell} @> ${operand}`;
    case 'contains':
      return `${words} ilike ${sql.bind(`%${escapePattern(String(use.value))}%`)}`;
    case 'startsWith':
      return `${words} ilike ${sql.bind(`${escapePattern(String(use.value))}%`)}`;
    default:
      return compileComparedDate(cell, COMPARISONS[use.operator] as string, operand);
  }
}

/** Only the operand of a DATE column is an object. */
function compileComparedDate(cell: string, operator: string, operand: string): string {
  const date = `work.date_key(${cell}, ${operand}) collate "C" ${operator} (${operand} ->> 'date')`;
  return `case when jsonb_typeof(${operand}) = 'object' then ${date} else ${cell} ${operator} ${operand} end`;
}

function compileIn(cell: string, operand: string): string {
  const dates = `exists (select from jsonb_array_elements(${operand}) one where work.date_key(${cell}, one) = one ->> 'date')`;
  return `(case when jsonb_typeof(${operand} -> 0) = 'object' then ${dates} else ${operand} @> jsonb_build_array(${cell}) end)`;
}
