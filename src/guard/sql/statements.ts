/**
 * All SQL of a migration as a flat list: its own statements, those of its functions, `do` blocks and jobs of pg_cron, and
 * what these put together as text and execute, as far as the text can be known without running it.
 */
import type { Node, RawStmt } from 'libpg-query';
import type { Finding } from '../finding.ts';
import { evaluateArray, evaluateText, UNKNOWN, type Values } from './evaluate.ts';
import { findJobs, type JobCall } from './jobs.ts';
import { namedFunctions } from './named-functions.ts';
import { asNode, findNodes, nodesOf, stringsOf } from './nodes.ts';
import type { SqlParser } from './parser.ts';
import { type BodySql, type Held, readBody } from './plpgsql.ts';

/** One statement, and where it stands. */
export interface SqlStatement {
  readonly node: Node;
  readonly file: string;
  /** The line of a place in it, which its nodes give in bytes; without a place the line where it begins. */
  readonly lineAt: (location?: number) => number;
  /** The function or job whose body it stands in, e.g. `ops.enqueue`; null where the migration itself executes it. */
  readonly within: string | null;
}

/** What a migration says. */
export interface ReadSql {
  readonly statements: readonly SqlStatement[];
  /** What could not be read. */
  readonly problems: readonly Finding[];
}

interface SqlReading {
  readonly parser: SqlParser;
  readonly file: string;
  readonly statements: SqlStatement[];
  readonly problems: Finding[];
}

/** Where a text begins: its first line, and the function that it belongs to. */
interface Origin {
  readonly line: number;
  readonly within: string | null;
}

/** @param file From the repository's root. */
export function readStatements(parser: SqlParser, file: string, text: string): ReadSql {
  const reading: SqlReading = { parser, file, statements: [], problems: [] };
  try {
    readText(reading, text, { line: 1, within: null });
  } catch (error) {
    reading.problems.push(unreadable(file, lineOfError(text, error), `Postgres does not read this: ${say(error)}`));
  }
  return { statements: reading.statements, problems: reading.problems };
}

function readText(reading: SqlReading, text: string, { line, within }: Origin): void {
  const bytes = Buffer.from(text);
  for (const raw of reading.parser.parse(text).stmts ?? []) {
    if (!raw.stmt) continue;
    const start = beginningOf(bytes, raw);
    const lineAt = (location = start) => line + countLines(bytes, location);
    const { file } = reading;
    reading.statements.push({ node: raw.stmt, file, lineAt, within });
    const source = bytes.subarray(raw.stmt_location ?? 0, endOf(bytes, raw)).toString();
    readBodies(reading, raw.stmt, source, { line: line + countLines(bytes, raw.stmt_location ?? 0), within });
    for (const job of findJobs(raw.stmt)) readJob(reading, job, { line: lineAt(), within });
  }
}

/** Past the white space and the comments before it, which Postgres counts to a statement. */
function beginningOf(bytes: Buffer, { stmt_location = 0 }: RawStmt): number {
  const before =
    /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(bytes.subarray(stmt_location).toString())?.[0] ?? '';
  return stmt_location + Buffer.byteLength(before);
}

function endOf(bytes: Buffer, { stmt_location = 0, stmt_len }: RawStmt): number {
  return stmt_len ? stmt_location + stmt_len : bytes.length;
}

function countLines(bytes: Buffer, end: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

/** Bodies of `create function` and `do`; one of `begin atomic` is part of the statement's own tree. */
function readBodies(reading: SqlReading, stmt: Node, source: string, { line, within }: Origin): void {
  const made = asNode(stmt, 'CreateFunctionStmt');
  const block = asNode(stmt, 'DoStmt');
  const options = nodesOf(made?.options ?? block?.args, 'DefElem');
  const body = findNodes(options.find(({ defname }) => defname === 'as')?.arg ?? {}, 'String').at(-1)?.sval;
  if (body === undefined) return;
  const given = options.find(({ defname }) => defname === 'language')?.arg;
  const language = asNode(given, 'String')?.sval?.toLowerCase() ?? (block ? 'plpgsql' : 'sql');
  const at = Math.max(source.indexOf(body), 0);
  const origin = {
    line: line + source.slice(0, at).split('\n').length - 1,
    within: made ? stringsOf(made.funcname).join('.') : within,
  };
  try {
    if (language === 'sql') readText(reading, body, origin);
    else if (language === 'plpgsql') readPlpgsql(reading, source, origin);
    else throw new Error(`the guard knows no language ${language}`);
  } catch (error) {
    const name = origin.within ? `the body of ${origin.within}` : 'this block';
    reading.problems.push(unreadable(reading.file, origin.line, `The guard cannot read ${name}: ${say(error)}`));
  }
}

function readPlpgsql(reading: SqlReading, source: string, { line, within }: Origin): void {
  for (const piece of readBody(reading.parser, source)) {
    const origin = { line: line + piece.line - 1, within };
    if (piece.kind === 'statement') readText(reading, piece.sql, origin);
    else if (piece.kind === 'expression') readText(reading, asSelect(reading.parser, piece.sql), origin);
    else readExecuted(reading, piece, origin);
  }
}

/** An assignment has its target before the expression. */
function asSelect({ parse }: SqlParser, expression: string): string {
  const whole = `select ${expression}`;
  try {
    parse(whole);
    return whole;
  } catch {
    return `select ${expression.replace(/^[^=]*?:?=/, '')}`;
  }
}

function readExecuted(reading: SqlReading, { sql, held }: BodySql, origin: Origin): void {
  const values = new Map<string, readonly string[]>();
  for (const [name, each] of held) {
    const texts = heldTexts(reading.parser, each, values);
    if (texts) values.set(name, texts);
  }
  const texts = executedTexts(reading.parser, sql, values);
  for (const text of texts) readExecutedText(reading, text, origin);
  if (texts.length > 0) return;
  const where = origin.within ? `${origin.within} executes` : 'This block executes';
  reading.problems.push({
    rule: 'migrations/unknown-dynamic-sql',
    message: `${where} ${sql.trim().slice(0, 60)}, of whose text nothing is known here: write the statement out, or give the reason in ssot/guard-exceptions.yaml`,
    file: reading.file,
    line: origin.line,
  });
}

function heldTexts(parser: SqlParser, { sql, from }: Held, values: Values): string[] | null {
  if (from === 'query') return namedFunctions(parser.parse(sql));
  return (from === 'array' ? evaluateArray : evaluateText)(expressionOf(parser, sql), values);
}

function executedTexts(parser: SqlParser, sql: string, values: Values): string[] {
  return (evaluateText(expressionOf(parser, sql), values) ?? []).filter((text) => text.trim() !== UNKNOWN);
}

function readJob(reading: SqlReading, { name, commands }: JobCall, { line, within }: Origin): void {
  const origin = { line, within: within ?? `a job of ${name}` };
  for (const command of commands) readExecutedText(reading, command, origin);
  if (commands.length > 0) return;
  reading.problems.push({
    rule: 'migrations/unknown-dynamic-sql',
    message: `${name} is given a command of whose text nothing is known here: write it out, or give the reason in ssot/guard-exceptions.yaml`,
    file: reading.file,
    line,
  });
}

function readExecutedText(reading: SqlReading, text: string, origin: Origin): void {
  try {
    readText(reading, text, origin);
  } catch (error) {
    const message = `Postgres does not read what is executed here, "${text.trim().slice(0, 60)}": ${say(error)}`;
    reading.problems.push(unreadable(reading.file, origin.line, message));
  }
}

function expressionOf({ parse }: SqlParser, expression: string): Node | undefined {
  const [target] = findNodes(parse(`select ${expression}`), 'ResTarget');
  return target?.val;
}

function unreadable(file: string, line: number, message: string): Finding {
  return { rule: 'migrations/unreadable', message, file, line };
}

function say(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function lineOfError(text: string, error: unknown): number {
  const position = (error as { sqlDetails?: { cursorPosition?: number } }).sqlDetails?.cursorPosition ?? 0;
  return text.slice(0, position).split('\n').length;
}
