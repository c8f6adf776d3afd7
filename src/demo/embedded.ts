/** The embedded default: PGlite with migrations and seed applied, and the stand-in Odoo, behind the same interfaces as the real ones. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Sources } from '../execution/fetch.ts';
import { createOdooClient, type OdooClient, type OdooClientOptions } from '../odoo/client.ts';
import type { OdooConnection } from '../odoo/connection.ts';
import type { Paths } from '../paths.ts';
import { type EmbeddedPostgres, openEmbeddedDatabase } from '../postgres/embedded.ts';
import { migrate } from '../postgres/migrate.ts';
import { readDemoExternalIds } from './external-ids.ts';
import { createStandInOdoo } from './odoo/stand-in.ts';
import { seed } from './seed/seed.ts';

/** Both upstreams in this process. */
export interface EmbeddedSources {
  readonly sources: Sources & { readonly odoo: OdooClient | null };
  /** The Odoo; null where there is none. */
  readonly connection: OdooConnection | null;
  close(): Promise<void>;
}

/** Opens the database of `folder`, brings it up to date, and starts the stand-in Odoo. */
export async function openEmbeddedSources(
  folder: string,
  paths: Paths,
  options: OdooClientOptions = {},
): Promise<EmbeddedSources> {
  const postgres = await openEmbeddedPostgres(folder, paths);
  // After the database: where that does not open, nothing listens, and the process ends.
  const odoo = await createStandInOdoo().listen();
  const { url, apiKey } = odoo;
  const connection = { url, database: null, apiKey, timeoutMs: 5_000 };
  const call = createOdooClient({ ...connection, maxConcurrency: 4 }, options);
  return {
    sources: { odoo: call, postgres: postgres.source },
    connection,
    close: async () => {
      await Promise.all([postgres.source.close(), odoo.close()]);
    },
  };
}

/** The embedded database alone, migrated and seeded. */
export async function openEmbeddedPostgres(folder: string, paths: Paths): Promise<EmbeddedPostgres> {
  const isNew = !existsSync(folder);
  mkdirSync(dirname(folder), { recursive: true });
  const postgres = await openEmbeddedDatabase(folder);
  const applied = await migrate(postgres.owner, paths.migrations);
  if (isNew || applied.length > 0) await seed(postgres.owner, recordedIds());
  return postgres;
}

function recordedIds(): Map<string, number> {
  return new Map([...readDemoExternalIds()].map(([name, { id }]) => [name, id]));
}
