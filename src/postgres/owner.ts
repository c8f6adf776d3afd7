/** A connection of the database's owner, for migrations and seeds only. */
import pg from 'pg';
import { postgresFault } from './faults.ts';
import type { MigrationClient } from './migrate.ts';

/** Borrows a connection for `work` and closes it. @throws GatewayError `UPSTREAM_UNAVAILABLE` where there is none. */
export async function withOwner<T>(databaseUrl: string, work: (client: MigrationClient) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    application_name: 'tripoint migrate',
  });
  // A connection that breaks also fails the query under way; without a listener the event would end the process.
  client.on('error', () => {});
  await client.connect().catch((error: unknown) => {
    throw postgresFault(error);
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
