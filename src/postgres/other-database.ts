/** A connection to a database that is not ours, for reads alone. */
import pg from 'pg';
import { GatewayError } from '../errors.ts';

const CONNECT_TIMEOUT_MS = 5_000;

/** Runs one statement and answers its rows. */
export type QueryOther = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

/**
 * Borrows a connection for `work` and closes it.
 *
 * @param variable The variable of the environment that has the URL, for the error.
 * @throws GatewayError `UPSTREAM_UNAVAILABLE` where the database is not reached or does not take the login.
 */
export async function withOtherDatabase<T>(
  { url, variable }: { readonly url: string; readonly variable: string },
  work: (query: QueryOther) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'tripoint',
  });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    await client.end().catch(() => {});
    const message = `${variable}: the database is not reached, or does not take the login with its password`;
    throw new GatewayError('UPSTREAM_UNAVAILABLE', message, { cause });
  }
  try {
    return await work(async (text, values = []) => (await client.query(text, [...values])).rows);
  } finally {
    await client.end().catch(() => {});
  }
}
