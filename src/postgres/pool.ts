/** A Postgres server behind a pool of connections of the gateway's own login. */
import pg from 'pg';
import { givenUp, untilAborted } from '../abort.ts';
import { ANONYMOUS, type Viewer } from '../auth/viewer.ts';
import type { Caches } from '../caches.ts';
import type { Log } from '../log.ts';
import { BytesClient } from './bytes-client.ts';
import { isCollision, isConnectionLost, postgresFault } from './faults.ts';
import { listenToPostgres } from './listen.ts';
import { createNameStatement, type Running, runAsViewer, transactAsViewer } from './round-trip.ts';
import {
  type Bounds,
  MAX_TRANSACTION_TRIES,
  type PostgresSource,
  type RunStatement,
  STATEMENT_TIMEOUT_MS,
} from './source.ts';
import type { Statement } from './statement.ts';

/** How to reach the database as the gateway's login. */
export interface PoolConfig {
  readonly databaseUrl: string;
  /** Connections at most, 1 to 20. */
  readonly poolSize: number;
  /** A direct or session DSN to listen on; `databaseUrl` where absent, unless that is the transaction pooler's. */
  readonly listenUrl?: string | null;
}

/** Port of Supabase's transaction pooler, which hands each transaction another connection. */
const TRANSACTION_POOLER_PORT = '6543';
/** Milliseconds to wait for a connection. */
const CONNECT_TIMEOUT_MS = 3_000;

/**
 * Opens no connection before the first query.
 *
 * @param caches Where the names of its statements are made known.
 */
export function createPostgresPool(
  { databaseUrl, poolSize, listenUrl }: PoolConfig,
  log: Log,
  caches?: Caches,
): PostgresSource {
  const named = new URL(databaseUrl).port !== TRANSACTION_POOLER_PORT;
  const nameOf = createNameStatement(named, caches);
  const pool = new pg.Pool({
    Client: BytesClient,
    connectionString: databaseUrl,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'tripoint',
  });
  const listenTo = listenUrl ?? (named ? databaseUrl : null);
  pool.on('error', (err) => log.warn({ err }, 'an idle database connection was lost'));
  const reading: Running = { nameOf, access: 'read', bounds: undefined };
  const writing: Running = { nameOf, access: 'write', bounds: undefined };
  return {
    render: (viewer, statement, bounds) => runFor(bounds, run(pool, { ...reading, bounds }, viewer, statement)),
    repeatable: (viewer, statement) => run(pool, writing, viewer, statement),
    transact: (viewer, work, bounds) => transact(pool, viewer, work, bounds),
    ...(listenTo !== null && {
      listen: (channels, hearing) => listenToPostgres({ databaseUrl: listenTo, channels }, hearing, log),
    }),
    ping: async () => {
      await run(pool, reading, ANONYMOUS, { text: "select 'pong'", values: [] });
    },
    close: () => pool.end(),
  };
}

/** At once when nobody waits any more; behind it the statement is cancelled, and its connection given back. */
function runFor<T>(bounds: Bounds | undefined, work: Promise<T>): Promise<T> {
  return bounds ? untilAborted(work, bounds.signal, { error: givenUp }) : work;
}

async function run(pool: pg.Pool, running: Running, viewer: Viewer, statement: Statement): Promise<Buffer> {
  try {
    return await runOnce(pool, running, viewer, statement);
  } catch (error) {
    // A pooled connection may have died since its last use; a read is safe to ask again, once, on another.
    if (!isConnectionLost(error) || isRefused(error) || running.bounds?.signal.aborted) throw postgresFault(error);
  }
  try {
    return await runOnce(pool, running, viewer, statement);
  } catch (error) {
    throw postgresFault(error);
  }
}

async function runOnce(pool: pg.Pool, running: Running, viewer: Viewer, statement: Statement): Promise<Buffer> {
  return withClient(pool, running.bounds, (client) => runAsViewer(client, viewer, statement, running));
}

/** A write is never asked again for a lost connection: whether it took effect is not known. */
async function transact<T>(
  pool: pg.Pool,
  viewer: Viewer,
  work: (run: RunStatement) => Promise<T>,
  bounds: Bounds | undefined,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await withClient(pool, bounds, (client) => transactAsViewer(client, viewer, work, bounds));
    } catch (error) {
      if (!isCollision(error) || tries >= MAX_TRANSACTION_TRIES) throw error;
    }
  }
}

async function withClient<T>(
  pool: pg.Pool,
  bounds: Bounds | undefined,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await connect(pool, bounds);
  // The server ends its own statement; this is for a connection over which nothing comes any more.
  const timer = setTimeout(() => (client as unknown as BytesClient).abort(), STATEMENT_TIMEOUT_MS + 1_000);
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(isCut(client) || isConnectionLost(error) ? (error as Error) : undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** One that comes when nobody waits for it any more goes back as it is. */
function connect(pool: pg.Pool, bounds: Bounds | undefined): Promise<pg.PoolClient> {
  const connecting = pool.connect().catch((error: unknown) => {
    throw postgresFault(error);
  });
  if (!bounds) return connecting;
  return untilAborted(connecting, bounds.signal, { error: givenUp, onLate: (client) => client.release() });
}

/** Whether the gateway itself has cut the connection. */
function isCut(client: pg.PoolClient): boolean {
  return (client as unknown as BytesClient).isCut;
}

function isRefused(error: unknown): boolean {
  const { cause } = error as { cause?: unknown };
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}
