/** What a body in PL/pgSQL executes: its statements as SQL, and the texts that it puts together and executes. */
import type { SqlParser } from './parser.ts';

/** What a variable holds: the value of an expression, or one after the other those of an array or the rows of a query. */
export interface Held {
  readonly sql: string;
  readonly from: 'value' | 'array' | 'query';
}

/** One piece of SQL in a body. */
export interface BodySql {
  /** A statement, an expression, or an expression whose value is executed as a statement. */
  readonly kind: 'statement' | 'expression' | 'executed';
  readonly sql: string;
  /** Line in the body, from 1. */
  readonly line: number;
  /** Variables whose values the body itself tells: those of loops around it, and those that never change. */
  readonly held: ReadonlyMap<string, Held>;
}

type Place = Pick<BodySql, 'line' | 'held'>;
type Json = Readonly<Record<string, unknown>>;
type Visit = (value: unknown, place: Place) => void;

/** @param text One `create function` or `do`. @throws Error with Postgres's own message. */
export function readBody(parser: SqlParser, text: string): BodySql[] {
  return parser
    .parsePlpgsql(text)
    .flatMap((each) => readFunction((each as { PLpgSQL_function?: Json }).PLpgSQL_function ?? {}));
}

function readFunction({ datums, action }: Json): BodySql[] {
  const found: BodySql[] = [];
  const variables = readVariables(datums);
  const visit: Visit = (value, place) => {
    if (Array.isArray(value)) for (const item of value) visit(item, place);
    if (!isObject(value) || Array.isArray(value)) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === 'PLpgSQL_expr') found.push({ ...readExpression(child as Json), ...place });
      else if (isDynamic(key, child)) executed(found, child, key, place, visit);
      else if (isObject(child)) visit(child, enter(key, child, place, variables));
    }
  };
  const held = holdDefaults(variables, action);
  for (const { initial } of variables)
    if (initial !== null) found.push({ kind: 'expression', sql: initial, line: 1, held: new Map() });
  visit(action, { line: 1, held });
  return found;
}

interface Variable {
  readonly name: string;
  /** What it begins with; null for null. */
  readonly initial: string | null;
}

/** The variables by their numbers, since statements name them so. */
function readVariables(datums: unknown): Variable[] {
  return (Array.isArray(datums) ? (datums as Json[]) : []).map((datum) => {
    const [inner] = Object.values(datum) as Json[];
    return { name: String(inner?.refname ?? ''), initial: expressionOf(inner?.default_val) };
  });
}

/** A variable that is assigned to, or selected into, may hold anything; another what it began with. */
function holdDefaults(variables: readonly Variable[], action: unknown): Map<string, Held> {
  const changed = new Set<unknown>();
  const see = (value: unknown): void => {
    if (!isObject(value)) return;
    if (typeof value.varno === 'number') changed.add(value.varno);
    for (const child of Object.values(value)) see(child);
  };
  see(action);
  return new Map(
    variables.flatMap(({ name, initial }, number) =>
      initial === null || changed.has(number) ? [] : [[name, { sql: initial, from: 'value' }]],
    ),
  );
}

/** `execute …`, and `for … in execute …`, `return query execute …`, `open … for execute …`. */
function isDynamic(key: string, child: unknown): child is Json {
  return (
    isObject(child) && (key === 'PLpgSQL_stmt_dynexecute' || key === 'PLpgSQL_stmt_dynfors' || 'dynquery' in child)
  );
}

/** Not the expression is executed, but its value. */
function executed(
  found: BodySql[],
  { query, dynquery, ...rest }: Json,
  _key: string,
  place: Place,
  visit: Visit,
): void {
  const line = lineOf(rest, place);
  const sql = expressionOf(dynquery ?? query);
  if (sql !== null) found.push({ kind: 'executed', sql, ...place, line });
  visit(rest, { ...place, line });
}

function enter(key: string, node: Json, place: Place, variables: readonly Variable[]): Place {
  const line = lineOf(node, place);
  if (key === 'PLpgSQL_stmt_if') return { line, held: forgetQueried(place.held) };
  const isArray = key === 'PLpgSQL_stmt_foreach_a';
  const number = isArray ? node.varno : key === 'PLpgSQL_stmt_fors' ? onlyField(node.var) : undefined;
  const name = typeof number === 'number' ? variables[number]?.name : undefined;
  const sql = expressionOf(isArray ? node.expr : node.query);
  if (!name || sql === null) return { ...place, line };
  return { line, held: new Map(place.held).set(name, { sql, from: isArray ? 'array' : 'query' }) };
}

/** A condition may leave out some of the rows: which, only the running database knows. */
function forgetQueried(held: ReadonlyMap<string, Held>): Map<string, Held> {
  return new Map([...held].filter(([, { from }]) => from !== 'query'));
}

/** The variable of a loop over a query of one column. */
function onlyField(row: unknown): unknown {
  const fields = (row as { PLpgSQL_row?: { fields?: readonly { varno?: number }[] } } | undefined)?.PLpgSQL_row?.fields;
  return fields?.length === 1 ? fields[0]?.varno : undefined;
}

function lineOf({ lineno }: Json, { line }: Place): number {
  return typeof lineno === 'number' ? lineno : line;
}

function expressionOf(value: unknown): string | null {
  return (value as { PLpgSQL_expr?: { query?: string } } | undefined)?.PLpgSQL_expr?.query ?? null;
}

/** Postgres's RAW_PARSE_DEFAULT is a whole statement; others are expressions, some with an assignment before. */
function readExpression({ query = '', parseMode = 0 }: Json): Pick<BodySql, 'kind' | 'sql'> {
  return { kind: parseMode === 0 ? 'statement' : 'expression', sql: String(query) };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
