/** Which rows a transaction has written, as triggers note them in the database while they are asked to. */
import type { RunStatement } from '../../postgres/source.ts';
import type { Statement } from '../../postgres/statement.ts';
import { digest } from './confirmation.ts';

/** A row that a transaction has written. */
export interface Touched {
  /** E.g. `work.pages`. */
  readonly table: string;
  readonly id: string;
  /** Digest of the row as it was before the transaction; null where there was none. */
  readonly was: string | null;
  /** The column `version` as it is now; null where the row has none, or is gone. */
  readonly version: unknown;
  readonly isGone: boolean;
}

/** From here on rows are noted, until the transaction ends. */
export const NOTE_ROWS: Statement = { text: "select set_config('tripoint.noting', 'on', true)", values: [] };

const NOTED = "select coalesce(current_setting('tripoint.touched', true), '')";

type Entry = readonly [table: string, id: string, operation: string, was: string | null, version: unknown];

/**
 * The rows in the order in which they were first written; one that came and went is none.
 *
 * @param tables Those that the mutation says it writes: what triggers keep beside them changes by itself.
 */
export async function readTouched(run: RunStatement, tables: readonly string[]): Promise<Touched[]> {
  const text = (await run({ text: NOTED, values: [] })).toString('utf8');
  const entries = JSON.parse(`[${text.slice(0, -1)}]`) as Entry[];
  const rows = new Map<string, Touched>();
  for (const [table, id, operation, was, version] of entries) {
    const first = rows.get(`${table} ${id}`);
    rows.set(`${table} ${id}`, { table, id, was: first ? first.was : was, version, isGone: operation === 'DELETE' });
  }
  return [...rows.values()].filter(({ table, was, isGone }) => tables.includes(table) && (was !== null || !isGone));
}

/**
 * What a confirmation is good for: the rows that would be changed, as they were. New rows count for nothing, since each
 * run makes others.
 *
 * @param beside Versions of what stands elsewhere, such as records of Odoo.
 */
export function digestOf(touched: readonly Touched[], beside: readonly string[]): string {
  const rows = touched.filter(({ was }) => was !== null);
  return digest([rows.map(({ table, id, was }) => `${table} ${id} ${was}`).sort(), beside]);
}
