/** Files whose rows are gone: removed at once by the mutation that took them back, and a day later by retention. */
import { inTransaction, type MigrationClient } from '../postgres/migrate.ts';
import type { FileStore } from '../storage/files.ts';

/** A day is far more than the hours for which a URL to upload is good: nothing arrives any more. */
const OLD = "work.removed_files where removed_at < now() - interval '24 hours'";
const BATCH_SIZE = 100;

/** Removes what it can; what the storage does not remove now, retention does. */
export async function removeFiles(files: FileStore | null, paths: readonly string[]): Promise<void> {
  if (files) await Promise.allSettled(paths.map(files.remove));
}

/** How many are due. */
export async function countRemovedFiles(client: MigrationClient): Promise<number> {
  const [row] = await client.query(`select count(*)::int as count from ${OLD}`);
  return Number(row?.count);
}

/**
 * Removes what is still in the storage, also what was uploaded after its row was gone.
 *
 * @param client A connection of the owner.
 * @returns How many paths were seen to.
 */
export async function removeLeftFiles(client: MigrationClient, files: Pick<FileStore, 'remove'>): Promise<number> {
  let seen = 0;
  for (;;) {
    const count = await inTransaction(client, async () => {
      const rows = await client.query(
        `select storage_path from ${OLD} order by removed_at, storage_path limit ${BATCH_SIZE} for update skip locked`,
      );
      for (const { storage_path } of rows) {
        await files.remove(String(storage_path));
        await client.query('delete from work.removed_files where storage_path = $1', [storage_path]);
      }
      return rows.length;
    });
    seen += count;
    if (count < BATCH_SIZE) return seen;
  }
}
