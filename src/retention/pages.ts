/** Rows as lines, page by page: each line is the row as `to_jsonb` prints it, the same text that the database digests. */
import type { MigrationClient } from '../postgres/migrate.ts';
import { quoteName } from '../quote.ts';
import type { RowSource } from './plan-rows.ts';

/** Pages of lines without line breaks. */
export type LinePages = AsyncIterable<readonly string[]>;

const PAGE_SIZE = 1_000;

/** The events of a partition by run and seq. */
export async function* pagesOfPartition(client: MigrationClient, partition: string): AsyncGenerator<readonly string[]> {
  const select = `select t.run_id, t.seq, to_jsonb(t)::text as line from ops.${quoteName(partition)} t`;
  const page = `order by t.run_id, t.seq limit ${PAGE_SIZE}`;
  let rows = await client.query(`${select} ${page}`);
  for (let last = rows.at(-1); last; last = rows.at(-1)) {
    yield rows.map(({ line }) => String(line));
    rows = await client.query(`${select} where (t.run_id, t.seq) > ($1, $2) ${page}`, [last.run_id, last.seq]);
  }
}

/** @param ids In the order of uuids, which is that of the lines. */
export async function* pagesOfRows(
  client: MigrationClient,
  source: RowSource,
  ids: readonly string[],
): AsyncGenerator<readonly string[]> {
  for (let start = 0; start < ids.length; start += PAGE_SIZE) {
    const rows = await client.query(
      `select to_jsonb(t)::text as line from ${source} t where t.id = any ($1::uuid[]) order by t.id`,
      [ids.slice(start, start + PAGE_SIZE)],
    );
    yield rows.map(({ line }) => String(line));
  }
}
