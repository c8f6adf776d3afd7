/** Attachments that were announced and never confirmed: after a day, their files and rows are removed. */
import { inTransaction, type MigrationClient } from '../postgres/migrate.ts';
import type { FileStore } from '../storage/files.ts';

/** A day is far more than the hours for which a URL to upload is good: nothing arrives any more. */
const UNCONFIRMED = "work.attachments where status = 'PENDING' and created_at < now() - interval '24 hours'";
const BATCH_SIZE = 100;

/** How many there are. */
export async function countUnconfirmed(client: MigrationClient): Promise<number> {
  const [row] = await client.query(`select count(*)::int as count from ${UNCONFIRMED}`);
  return Number(row?.count);
}

/**
 * Ends at the first file that the storage does not remove; run again, it goes on from there.
 *
 * @param client A connection of the owner.
 * @param files The store that the gateway of this database keeps attachments in.
 * @returns How many were removed.
 */
export async function removeUnconfirmed(client: MigrationClient, files: Pick<FileStore, 'remove'>): Promise<number> {
  let removed = 0;
  for (;;) {
    const count = await inTransaction(client, () => removeBatch(client, files));
    removed += count;
    if (count < BATCH_SIZE) return removed;
  }
}

/** The file before its row: the next one finds the row again, and nobody a file that has none. */
async function removeBatch(client: MigrationClient, files: Pick<FileStore, 'remove'>): Promise<number> {
  const rows = await client.query(
    `select id, storage_path from ${UNCONFIRMED} order by created_at, id limit ${BATCH_SIZE} for update skip locked`,
  );
  for (const { id, storage_path } of rows) {
    await files.remove(String(storage_path));
    await client.query('delete from work.attachments where id = $1', [id]);
  }
  return rows.length;
}
