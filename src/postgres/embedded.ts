/** PostgreSQL in this process (PGlite), for a newcomer's first minute and for fast tests: one connection. */
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import type { Viewer } from '../auth/viewer.ts';
import { GatewayError } from '../errors.ts';
import { postgresFault } from './faults.ts';
import type { MigrationClient } from './migrate.ts';
import {
  type Hearing,
  IDENTITY_SQL,
  identityValues,
  type Listening,
  type PostgresSource,
  type RunStatement,
  settingsSql,
} from './source.ts';

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
    render: (viewer, statement) => transact(database, viewer, (run) => run(statement)),
    transact: (viewer, work) => transact(database, viewer, work),
    listen: (channels, hearing) => listen(database, channels, hearing),
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

async function transact<T>(database: PGlite, viewer: Viewer, work: (run: RunStatement) => Promise<T>): Promise<T> {
  if (database.closed) throw new GatewayError('UPSTREAM_UNAVAILABLE', 'The database is closed');
  return database.transaction(async (transaction) => {
    const query = (text: string, values: readonly unknown[] = []) =>
      transaction.query<Record<string, string>>(text, [...values]).catch((error: unknown) => {
        throw postgresFault(error);
      });
    await query(settingsSql('transaction'));
    await query(IDENTITY_SQL, identityValues(viewer));
    return work(async ({ text, values }) => {
      const { rows } = await query(text, values);
      return Buffer.from(Object.values(rows[0] ?? {})[0] ?? '');
    });
  });
}

function listen(database: PGlite, channels: readonly string[], hearing: Hearing): Listening {
  const listening = Promise.all(
    channels.map((channel) => database.listen(channel, (payload) => hearing.notice(channel, payload))),
  );
  // A database that is being closed takes no more listeners.
  listening.then(() => hearing.connected()).catch(() => {});
  return {
    close: async () => {
      const stops = await listening.catch(() => []);
      for (const stop of stops) if (!database.closed) await stop();
    },
  };
}
