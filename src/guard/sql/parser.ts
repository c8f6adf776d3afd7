/** Postgres's own parser, compiled to WebAssembly; loaded by the first who needs it, since only the guard does. */
import type { ParseResult } from 'libpg-query';

/** Reads SQL as Postgres does. */
export interface SqlParser {
  /** The statements of a text; offsets in it are bytes of its UTF-8. @throws Error with Postgres's own message. */
  readonly parse: (text: string) => ParseResult;
  /** What one `create function … language plpgsql` or `do` says, as Postgres's own JSON. @throws Error as above. */
  readonly parsePlpgsql: (text: string) => readonly unknown[];
}

let loading: Promise<SqlParser> | undefined;

/** The parser; compiled once a process. */
export function loadSqlParser(): Promise<SqlParser> {
  loading ??= load();
  return loading;
}

async function load(): Promise<SqlParser> {
  const { loadModule, parseSync, parsePlPgSQLSync } = await import('libpg-query');
  await loadModule();
  const parsePlpgsql = (text: string) =>
    (parsePlPgSQLSync(text) as unknown as { plpgsql_funcs: unknown[] }).plpgsql_funcs;
  return { parse: parseSync, parsePlpgsql };
}
