/** A connection of the database's owner, for migrations and seeds only. */
import pg from 'pg';
import { ConnectionProblem, type NamedDsn, readConnectionProblem } from './connection-problem.ts';
import { postgresFault } from './faults.ts';
import type { MigrationClient } from './migrate.ts';

/** Milliseconds until a connection is given up. */
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Borrows a connection for `work` and closes it.
 *
 * @param databaseUrl What MIGRATIONS_DATABASE_URL names.
 * @throws ConnectionProblem where there is none, or the database is not ours.
 */
export async function withOwner<T>(databaseUrl: string, work: (client: MigrationClient) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'tripoint migrate',
  });
  // A connection that breaks also fails the query under way; without a listener the event would end the process.
  client.on('error', () => {});
  await client.connect().catch((error: unknown) => {
    // The driver leaves it open where the client gives up, and an open socket keeps the process alive.
    cut(client);
    throw readConnectionProblem(error, dsnOf(databaseUrl)) ?? postgresFault(error);
  });
  try {
    await refuseOthers(client);
    return await work({
      query: async (text, values) =>
        (await client.query<Record<string, unknown>>(text, values ? [...values] : [])).rows,
      script: async (text) => {
        await client.query(text);
      },
    });
  } finally {
    await client.end().catch(() => {});
  }
}

/** The owner of what `tripoint migrate` made here, where that is neither the login nor a role that it has. */
const OTHER_OWNER = `
select current_user as role, pg_catalog.pg_get_userbyid(c.relowner) as owner
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'tripoint' and c.relname = 'migrations' and not pg_catalog.pg_has_role(c.relowner, 'USAGE')
  and exists (
    select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = 'checksum' and not a.attisdropped
  )`;

/** Refuses such a role at once. Later Postgres would refuse it in some places only, in its own words. */
async function refuseOthers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ role: string; owner: string }>(OTHER_OWNER);
  const [other] = rows;
  if (!other) return;
  throw new ConnectionProblem(
    'role',
    `MIGRATIONS_DATABASE_URL: the role "${other.role}" does not own this database, "${other.owner}" does: log in as "${other.owner}"`,
  );
}

function dsnOf(url: string): NamedDsn {
  return { variable: 'MIGRATIONS_DATABASE_URL', url };
}

function cut(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
