/** Removes entries of pages' histories that are too old, and the former texts that they hold. */
import type { MigrationClient } from '../postgres/migrate.ts';
import { BATCH_SIZE, inBatches } from './in-batches.ts';

/**
 * Finds the number of each page's newest entry that is too old. What it changed is forgotten; the entry itself stays, because
 * all later entries are there, by which the page can be brought back to that moment.
 */
const OLD = `select h.page_id, max(h.number) as number from work.page_history h
  where h.changed_at < now() - make_interval(days => $1) group by h.page_id`;
/** Whether something of a page is to be forgotten: an older entry, or what the entry itself changed. */
const HAS_SOMETHING = `exists (
  select from work.page_history h left join work.history_changes c on c.entry_id = h.id
  where h.page_id = o.page_id and (h.number < o.number or (h.number = o.number and c.id is not null)))`;

/** How many entries have something to be forgotten. @param days The age. */
export async function countForgotten(client: MigrationClient, days: number): Promise<number> {
  const [row] = await client.query(
    `with o as (${OLD}) select count(distinct h.id)::int as count
     from o join work.page_history h on h.page_id = o.page_id
     left join work.history_changes c on c.entry_id = h.id
     where h.number < o.number or (h.number = o.number and c.id is not null)`,
    [days],
  );
  return Number(row?.count);
}

/**
 * Forgets what is older, some pages at a time, and each page whole. After a failure the next run goes on from there.
 *
 * @param client A connection of the owner.
 * @param days The age.
 * @returns The number of pages of which something was forgotten.
 */
export function forgetHistory(client: MigrationClient, days: number): Promise<number> {
  return inBatches(client, () => forgetBatch(client, days));
}

async function forgetBatch(client: MigrationClient, days: number): Promise<number> {
  const rows = await client.query(
    `with o as (${OLD}) select o.page_id, o.number from o where ${HAS_SOMETHING} order by o.page_id limit ${BATCH_SIZE}`,
    [days],
  );
  for (const { page_id, number } of rows) {
    // Under the lock that writers of the history take.
    await client.query('select from work.pages where id = $1 for no key update', [page_id]);
    await client.query('delete from work.page_history where page_id = $1 and number < $2', [page_id, number]);
    await client.query(
      `delete from work.history_changes c using work.page_history h
       where h.id = c.entry_id and h.page_id = $1 and h.number = $2`,
      [page_id, number],
    );
  }
  return rows.length;
}
