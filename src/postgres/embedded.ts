/** PostgreSQL in this process (PGlite), for a newcomer's first minute and for fast tests: one connection. */
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import type { Viewer } from '../auth/viewer.ts';
import { postgresFault } from './faults.ts';
import type { MigrationClient } from './migrate.ts';
import { IDENTITY_SQL, identityValues, type PostgresSource, settingsSql } from './source.ts';
import type { Statement } from './statement.ts';

/** An embedded database and the two ways into it. */
export interface EmbeddedPostgres {
  readonly source: PostgresSource;
  /** As the owner, for migrations and seeds. */
  readonly owner: MigrationClient;
}

/** @param folder Where the data is kept. */
export async function openEmbeddedDatabase(folder: string): Promise<EmbeddedPostgres> {
  return createEmbeddedSource(await PGlite.create({ dataDir: folder, extensions: { vector } }));
}

/** The two ways into a database that is open. */
export function createEmbeddedSource(database: PGlite): EmbeddedPostgres {
  const source: PostgresSource = {
    render: (viewer, statement) => render(database, viewer, statement),
    ping: async () => {
      await database.query('select 1');
    },
    close: () => database.close(),
  };
  const owner: MigrationClient = {
    query: async (text, values) =>
      (await database.query<Record<string, unknown>>(text, values ? [...values] : [])).rows,
    script: async (text) => {
      await database.exec(text);
    },
  };
  return { source, owner };
}

async function render(database: PGlite, viewer: Viewer, statement: Statement): Promise<Buffer> {
  try {
    return await database.transaction(async (transaction) => {
      await transaction.query(settingsSql('transaction'));
      await transaction.query(IDENTITY_SQL, identityValues(viewer));
      const { rows } = await transaction.query<Record<string, string>>(statement.text, [...statement.values]);
      return Buffer.from(Object.values(rows[0] ?? {})[0] ?? '');
    });
  } catch (error) {
    throw postgresFault(error);
  }
}
