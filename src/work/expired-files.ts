/** Files whose rows nobody needs any more: the file goes, and then its row. */
import type { MigrationClient } from '../postgres/migrate.ts';
import type { FileStore } from '../storage/files.ts';
import { BATCH_SIZE, inBatches } from './in-batches.ts';

/** Rows with a `storage_path` that expire, and how they are found. */
export interface ExpiringRows {
  readonly table: string;
  /** The column that tells them apart. */
  readonly key: string;
  /** When the day begins after which they expire. */
  readonly since: string;
  /** What else is true of them, in SQL. */
  readonly condition?: string;
}

/** How many have expired. */
export async function countExpired(client: MigrationClient, rows: ExpiringRows): Promise<number> {
  const [row] = await client.query(`select count(*)::int as count from ${expired(rows)}`);
  return Number(row?.count);
}

/**
 * Ends at the first file that the storage does not remove; run again, it goes on from there.
 *
 * @param client A connection of the owner.
 * @param files The store that the gateway of this database keeps attachments in.
 * @returns How many were removed.
 */
export function removeExpired(
  client: MigrationClient,
  files: Pick<FileStore, 'remove'>,
  rows: ExpiringRows,
): Promise<number> {
  const { table, key, since } = rows;
  return inBatches(client, async () => {
    const found = await client.query(
      `select ${key} as key, storage_path from ${expired(rows)} order by ${since}, ${key} limit ${BATCH_SIZE} for update skip locked`,
    );
    // The file goes before its row. After a failure the next run finds the row again; it would never find a file without one.
    for (const { key: value, storage_path } of found) {
      await files.remove(String(storage_path));
      await client.query(`delete from ${table} where ${key} = $1`, [value]);
    }
    return found.length;
  });
}

/** A day is far more than the hours for which a URL to upload is good: nothing arrives any more. */
function expired({ table, since, condition = 'true' }: ExpiringRows): string {
  return `${table} where ${condition} and ${since} < now() - interval '24 hours'`;
}
