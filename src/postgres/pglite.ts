/** The packages of the embedded database, which are optional: whatever imports this module fails to load without them. */
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { vector } from '@electric-sql/pglite-pgvector';

/** The extensions that the migrations find. */
const extensions = { vector, pg_trgm };

/** Opens a database with the extensions that the migrations find. */
export function openPglite(options: { readonly dataDir?: string; readonly loadDataDir?: Blob } = {}): Promise<PGlite> {
  return PGlite.create({ ...options, extensions });
}
