/** The transaction that has been open the longest of those that may write our tables. */
import { SERVICE } from '../auth/viewer.ts';
import type { Holder } from '../live/held-up.ts';
import { readRows } from '../postgres/json-rows.ts';
import type { PostgresSource } from '../postgres/source.ts';

/** Null where none is open. */
export async function readOldestWriter(postgres: PostgresSource | null): Promise<Holder | null> {
  if (!postgres) return null;
  const text = 'select * from ops.oldest_writer()';
  const [row] = await readRows((statement) => postgres.repeatable(SERVICE, statement), { text, values: [] });
  return (row as Holder | undefined) ?? null;
}
