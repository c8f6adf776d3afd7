/** PostgreSQL in this process (PGlite), for a newcomer's first minute and for fast tests: one connection. */
import type { PGlite } from '@electric-sql/pglite';
import { givenUp, untilAborted } from '../abort.ts';
import { holderOf, type Viewer } from '../auth/viewer.ts';
import { GatewayError } from '../errors.ts';
import type { FairPlaces } from '../fair-places.ts';
import { postgresFault } from './faults.ts';
import type { MigrationClient } from './migrate.ts';
import { createConnectionPlaces } from './places.ts';
import {
  type Access,
  type Bounds,
  type Hearing,
  identityOf,
  type Listening,
  type PostgresSource,
  type RunStatement,
  settingsSql,
} from './source.ts';
import { tracePostgres } from './traced.ts';

/** An embedded database and the two ways into it. */
export interface EmbeddedPostgres {
  readonly source: PostgresSource;
  /** As the owner, for migrations and seeds. */
  readonly owner: MigrationClient;
}

/**
 * @param folder Where the data is kept.
 * @throws GatewayError `NOT_CONFIGURED` where this program is installed without the packages of the database.
 */
export async function openEmbeddedDatabase(folder: string): Promise<EmbeddedPostgres> {
  const { openPglite } = await import('./pglite.ts').catch(refuseAbsent);
  return createEmbeddedSource(await openPglite({ dataDir: folder }));
}

function refuseAbsent(cause: unknown): never {
  if ((cause as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
  throw new GatewayError(
    'NOT_CONFIGURED',
    'The embedded PostgreSQL is not installed: install this program without --omit=optional, which brings @electric-sql/pglite and @electric-sql/pglite-pgvector, or name a PostgreSQL by DATABASE_URL',
    { cause },
  );
}

/** The two ways into a database that is open. */
export function createEmbeddedSource(database: PGlite): EmbeddedPostgres {
  const ways: Ways = { database, places: createConnectionPlaces(1) };
  const source: PostgresSource = {
    render: (viewer, statement, bounds) => {
      const work = transact(ways, { viewer, access: 'read', bounds }, (run) => run(statement));
      return bounds ? untilAborted(work, bounds.signal, { error: givenUp }) : work;
    },
    repeatable: (viewer, statement) => transact(ways, { viewer, access: 'write' }, (run) => run(statement)),
    transact: (viewer, work, bounds) => transact(ways, { viewer, access: 'write', bounds }, work),
    listen: (channels, hearing) => listen(database, channels, hearing),
    ping: async () => {
      await database.query('select 1');
    },
    load: () => ({ places: 1, taken: ways.places.executing, waiting: ways.places.queued }),
    close: () => database.close(),
  };
  const owner: MigrationClient = {
    query: async (text, values) =>
      (await database.query<Record<string, unknown>>(text, values ? [...values] : [])).rows,
    script: async (text) => {
      await database.exec(text);
    },
  };
  return { source: tracePostgres(source, { host: null, port: null, name: null }), owner };
}

/** The database, and whose turn it is. */
interface Ways {
  readonly database: PGlite;
  readonly places: FairPlaces;
}

interface Transacting {
  readonly viewer: Viewer;
  readonly access: Access;
  readonly bounds?: Bounds | undefined;
}

async function transact<T>(
  { database, places }: Ways,
  transacting: Transacting,
  work: (run: RunStatement) => Promise<T>,
): Promise<T> {
  const give = await places.take(holderOf(transacting.viewer), () => transacting.bounds?.signal);
  try {
    // A statement gives the event loop back to nobody: between two of them others are heard.
    await new Promise(setImmediate);
    return await transactNow(database, transacting, work);
  } finally {
    give();
  }
}

/** A statement under way holds the event loop and cannot be cancelled: an aborted caller is told after the statement. */
async function transactNow<T>(
  database: PGlite,
  { viewer, access, bounds }: Transacting,
  work: (run: RunStatement) => Promise<T>,
): Promise<T> {
  if (database.closed) throw new GatewayError('UPSTREAM_UNAVAILABLE', 'The database is closed');
  const leave = () => {
    if (bounds?.signal.aborted) throw givenUp(bounds.signal.reason);
  };
  return database.transaction(async (transaction) => {
    leave();
    const query = (text: string, values: readonly unknown[] = []) =>
      transaction.query<Record<string, string>>(text, [...values]).catch((error: unknown) => {
        throw postgresFault(error);
      });
    await query(settingsSql('transaction'));
    const identity = identityOf(viewer, access);
    await query(identity.text, identity.values);
    const result = await work(async ({ text, values }) => {
      leave();
      const { rows } = await query(text, values);
      const bytes = Buffer.from(Object.values(rows[0] ?? {})[0] ?? '');
      const refusal = bounds?.refuse(bytes.length);
      if (refusal) throw refusal;
      return bytes;
    });
    leave();
    return result;
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
