/** A Postgres server behind a pool of connections of the gateway's own login. */
import pg from 'pg';
import { ANONYMOUS, type Viewer } from '../auth/viewer.ts';
import type { Log } from '../log.ts';
import { BytesClient } from './bytes-client.ts';
import { isConnectionLost, postgresFault } from './faults.ts';
import { createNameStatement, type NameStatement, runAsViewer } from './round-trip.ts';
import { type PostgresSource, STATEMENT_TIMEOUT_MS } from './source.ts';
import type { Statement } from './statement.ts';

/** How to reach the database as the gateway's login. */
export interface PoolConfig {
  readonly databaseUrl: string;
  /** Connections at most, 1 to 20. */
  readonly poolSize: number;
}

/** Port of Supabase's transaction pooler, which hands each transaction another connection. */
const TRANSACTION_POOLER_PORT = '6543';
/** Milliseconds to wait for a connection. */
const CONNECT_TIMEOUT_MS = 3_000;

/** Opens no connection before the first query. */
export function createPostgresPool({ databaseUrl, poolSize }: PoolConfig, log: Log): PostgresSource {
  const named = new URL(databaseUrl).port !== TRANSACTION_POOLER_PORT;
  const nameOf = createNameStatement(named);
  const pool = new pg.Pool({
    Client: BytesClient,
    connectionString: databaseUrl,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'tripoint',
  });
  pool.on('error', (err) => log.warn({ err }, 'an idle database connection was lost'));
  return {
    render: (viewer, statement) => render(pool, nameOf, viewer, statement),
    ping: async () => {
      await render(pool, nameOf, ANONYMOUS, { text: "select 'pong'", values: [] });
    },
    close: () => pool.end(),
  };
}

async function render(pool: pg.Pool, nameOf: NameStatement, viewer: Viewer, statement: Statement): Promise<Buffer> {
  try {
    return await renderOnce(pool, nameOf, viewer, statement);
  } catch (error) {
    // A pooled connection may have died since its last use; a read is safe to ask again, once, on another.
    if (!isConnectionLost(error) || isRefused(error)) throw postgresFault(error);
  }
  try {
    return await renderOnce(pool, nameOf, viewer, statement);
  } catch (error) {
    throw postgresFault(error);
  }
}

async function renderOnce(pool: pg.Pool, nameOf: NameStatement, viewer: Viewer, statement: Statement): Promise<Buffer> {
  const client = await pool.connect();
  // The server ends its own statement; this is for a connection over which nothing comes any more.
  const timer = setTimeout(() => (client as unknown as BytesClient).abort(), STATEMENT_TIMEOUT_MS + 1_000);
  try {
    const bytes = await runAsViewer(client, viewer, statement, nameOf);
    client.release();
    return bytes;
  } catch (error) {
    client.release(isConnectionLost(error) ? (error as Error) : undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
}
