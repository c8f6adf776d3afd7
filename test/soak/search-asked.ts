/** The statements that search is measured against, asked as a user or as the owner. */
import type { MigrationClient } from '../../src/postgres/migrate.ts';

/** What a statement answered, and in how many milliseconds, the setting of the user not counted. */
export interface Timed {
  readonly rows: Record<string, unknown>[];
  readonly ms: number;
}

/** A statement, its values, and what is set before it. */
export interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly settings?: string;
}

/** Asks in a read-only transaction, over a connection of the owner that becomes the user for it. */
export async function askAs(
  client: MigrationClient,
  user: string,
  { text, values, settings = 'select 1' }: Asked,
): Promise<Timed> {
  await client.script('begin read only');
  await client.query("select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)", [
    JSON.stringify({ role: 'authenticated', sub: user }),
  ]);
  await client.script(settings);
  const started = performance.now();
  const rows = await client.query(text, values);
  const ms = performance.now() - started;
  await client.script('rollback');
  return { rows, ms };
}

/** The nearest `$3` of the spaces `$2` to `$1`: what is right. */
export const EXACT_SQL = `with compared as materialized (
    select s.id, s.embedding operator(extensions.<=>) $1::real[]::extensions.vector as distance
    from work.search_index s where s.space_id = any ($2::uuid[]))
  select c.id, c.distance from compared c order by c.distance, c.id limit $3`;

const NEAREST = `select s.id, s.embedding operator(extensions.<=>) $1::real[]::extensions.vector as distance
  from work.search_index s join work.pages p on p.id = s.page_id
  where s.space_id = any ($4) and s.model = $2 and p.archived_at is null`;
const ROWS = `select s.id, s.heading, s.content, n.distance
  from nearest n join work.search_index s on s.id = n.id order by n.distance, n.id limit $3`;

/** What a program that knows which way is best asks by hand: a hundred candidates, and the best of them. */
export const RAW: Readonly<Record<'walk' | 'exact', Omit<Asked, 'values'>>> = {
  walk: {
    settings: `set local hnsw.iterative_scan = relaxed_order; set local hnsw.ef_search = 600;
      set local hnsw.scan_mem_multiplier = 4; set local enable_sort = off`,
    text: `with nearest as materialized (
      ${NEAREST} order by s.embedding operator(extensions.<=>) $1::real[]::extensions.vector limit 100) ${ROWS}`,
  },
  exact: { text: `with nearest as materialized (${NEAREST}) ${ROWS}` },
};
