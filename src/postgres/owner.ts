/** A connection of the database's owner, for migrations and seeds only. */
import pg from 'pg';
import { type NamedDsn, readConnectionProblem } from './connection-problem.ts';
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

function dsnOf(url: string): NamedDsn {
  return { variable: 'MIGRATIONS_DATABASE_URL', url };
}

function cut(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
