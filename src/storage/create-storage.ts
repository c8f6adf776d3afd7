/** The storage that the configuration asks for. */
import { createFolderStorage } from './folder.ts';
import type { ObjectStorage, StorageConfig } from './storage.ts';
import { createSupabaseStorage } from './supabase.ts';

/** Opens no connection and creates no folder before the first use. */
export function createStorage(config: StorageConfig): ObjectStorage {
  return config.kind === 'folder' ? createFolderStorage(config.folder) : createSupabaseStorage(config);
}
