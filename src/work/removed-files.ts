/** Removes files whose rows are gone: the mutation does so at once, and retention a day later. */
import type { MigrationClient } from '../postgres/migrate.ts';
import type { WrittenFiles } from '../storage/files.ts';
import { countExpired, type ExpiringRows, removeExpired } from './expired-files.ts';

const REMOVED: ExpiringRows = { table: 'work.removed_files', key: 'storage_path', since: 'removed_at' };

/** Removes what it can. Retention removes the rest later. */
export async function removeFiles(files: WrittenFiles | null, paths: readonly string[]): Promise<void> {
  if (files) await Promise.allSettled(paths.map(files.remove));
}

/** How many are due. */
export function countRemovedFiles(client: MigrationClient): Promise<number> {
  return countExpired(client, REMOVED);
}

/** Removes what is still in the storage, also what was uploaded after its row was gone. @returns How many paths were seen to. */
export function removeLeftFiles(client: MigrationClient, files: Pick<WrittenFiles, 'remove'>): Promise<number> {
  return removeExpired(client, files, REMOVED);
}
