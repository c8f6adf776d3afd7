/** Attachments that were announced and never confirmed: after a day, their files and rows are removed. */
import type { MigrationClient } from '../postgres/migrate.ts';
import type { FileStore } from '../storage/files.ts';
import { countExpired, type ExpiringRows, removeExpired } from './expired-files.ts';

const UNCONFIRMED: ExpiringRows = {
  table: 'work.attachments',
  key: 'id',
  since: 'created_at',
  condition: "status = 'PENDING'",
};

/** How many there are. */
export function countUnconfirmed(client: MigrationClient): Promise<number> {
  return countExpired(client, UNCONFIRMED);
}

/** Removes them. @returns How many were removed. */
export function removeUnconfirmed(client: MigrationClient, files: Pick<FileStore, 'remove'>): Promise<number> {
  return removeExpired(client, files, UNCONFIRMED);
}
