/** What the catalog registers of this installation: its SDL, doctrine and trusted operations. */
import type { CatalogSources } from '../bridge/catalog/catalog.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { loadManifest } from '../operations/manifest.ts';
import type { Paths } from '../paths.ts';
import { readCatalog } from '../plan/read-catalog.ts';
import { buildSchema } from '../sdl/build.ts';
import { readSdl } from '../sdl/load.ts';

/** @throws SdlError, Error where one of them is not understood. */
export function readCatalogSources(doctrine: Doctrine, paths: Pick<Paths, 'schema' | 'operations'>): CatalogSources {
  const schema = buildSchema(readSdl(paths.schema));
  return { doctrine, schema, types: readCatalog(schema), operations: loadManifest(paths).operations };
}
