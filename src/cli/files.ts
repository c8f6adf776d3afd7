/** Where the attachments of a gateway are, by its configuration. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { FileStore } from '../storage/files.ts';
import { createFolderFiles, type FolderFiles } from '../storage/folder-files.ts';
import { createSupabaseFiles } from '../storage/supabase-files.ts';

/** The bucket of attachments, private, beside that of the archives. */
const ATTACHMENTS_BUCKET = 'tripoint-attachments';

/**
 * A folder where STORAGE_FOLDER is set, and beside an embedded database; else Supabase Storage, where its key is set.
 *
 * @param embeddedFolder Null where the database is not the embedded one.
 * @returns `served` where the gateway itself answers the URLs.
 */
export function openFiles(
  { storage, auth, cursorSecrets }: Pick<Config, 'storage' | 'auth' | 'cursorSecrets'>,
  embeddedFolder: string | null,
): { store: FileStore | null; served?: FolderFiles } {
  const folder = storage?.kind === 'folder' ? join(storage.folder, 'attachments') : embeddedFolder;
  if (folder !== null) {
    // Shared by all processes, or one would not open what another has signed.
    const secret = auth.jwtSecret ?? cursorSecrets[0] ?? randomBytes(32).toString('hex');
    const files = createFolderFiles(folder, secret);
    return { store: files, served: files };
  }
  const bucket = storage?.kind === 'supabase' ? { ...storage, bucket: ATTACHMENTS_BUCKET } : null;
  return { store: bucket && createSupabaseFiles(bucket) };
}
