/** The rows of a statement as JSON. */
import type { RunStatement } from './source.ts';
import type { Statement } from './statement.ts';

/** One row of a statement, as JSON gives it: a uuid and a time are strings. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** Runs a statement for its rows, as JSON gives them. */
export async function readRows(run: RunStatement, { text, values }: Statement): Promise<readonly JsonRow[]> {
  const rows = `with answer as (${text}) select coalesce(json_agg(answer), '[]')::text from answer`;
  return JSON.parse((await run({ text: rows, values })).toString('utf8')) as JsonRow[];
}
