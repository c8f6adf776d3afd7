/** A Postgres server behind a pool of connections of the gateway's own login. */
import pg from 'pg';
import { givenUp, untilAborted } from '../abort.ts';
import { ANONYMOUS, holderOf, type Viewer } from '../auth/viewer.ts';
import type { Caches } from '../caches.ts';
import type { FairPlaces } from '../fair-places.ts';
import type { Log } from '../log.ts';
import { BytesClient } from './bytes-client.ts';
import { decodePart } from './connection-problem.ts';
import { isCollision, isConnectionLost, postgresFault } from './faults.ts';
import { listenToPostgres } from './listen.ts';
import { createConnectionPlaces } from './places.ts';
import { createNameStatement, type Running, runAsViewer, transactAsViewer } from './round-trip.ts';
import {
  type Bounds,
  MAX_TRANSACTION_TRIES,
  type PostgresSource,
  type RunStatement,
  STATEMENT_TIMEOUT_MS,
} from './source.ts';
import type { Statement } from './statement.ts';
import { type TracedDatabase, tracePostgres } from './traced.ts';

/** How to reach the database as the gateway's login. */
export interface PoolConfig {
  readonly databaseUrl: string;
  /** Connections at most, 1 to 20. */
  readonly poolSize: number;
  /** A direct or session DSN to listen on; `databaseUrl` where absent, unless that is the transaction pooler's. */
  readonly listenUrl?: string | null;
  /** Whether viewers share the connections; false where all work is the process's own, as a worker's. Default true. */
  readonly isShared?: boolean;
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
  { databaseUrl, poolSize, listenUrl, isShared = true }: PoolConfig,
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
  const ways: Ways = { pool, places: createConnectionPlaces(poolSize, caches) };
  const holderIn = (viewer: Viewer) => (isShared ? holderOf(viewer) : null);
  const listenTo = listenUrl ?? (named ? databaseUrl : null);
  pool.on('error', (err) => log.warn({ err }, 'an idle database connection was lost'));
  const reading: Running = { nameOf, access: 'read', bounds: undefined };
  const writing: Running = { nameOf, access: 'write', bounds: undefined };
  const source: PostgresSource = {
    render: (viewer, statement, bounds) => {
      const asking = { viewer, holder: holderIn(viewer), statement };
      return runFor(bounds, run(ways, { ...reading, bounds }, asking));
    },
    repeatable: (viewer, statement) => run(ways, writing, { viewer, holder: holderIn(viewer), statement }),
    transact: (viewer, work, bounds) => transact(ways, { viewer, holder: holderIn(viewer), bounds }, work),
    ...(listenTo !== null && {
      listen: (channels, hearing) => listenToPostgres({ databaseUrl: listenTo, channels }, hearing, log),
    }),
    ping: async () => {
      await run(ways, reading, { viewer: ANONYMOUS, holder: null, statement: { text: "select 'pong'", values: [] } });
    },
    close: () => pool.end(),
    load: () => ({ places: poolSize, taken: ways.places.executing, waiting: ways.places.queued }),
  };
  return tracePostgres(source, databaseOf(new URL(databaseUrl)));
}

/** Opens a pool that a command has to itself, for as long as the work takes. */
export async function withPostgres<T>(
  config: Omit<PoolConfig, 'isShared'>,
  log: Log,
  work: (postgres: PostgresSource) => Promise<T>,
): Promise<T> {
  const postgres = createPostgresPool({ ...config, isShared: false }, log);
  try {
    return await work(postgres);
  } finally {
    await postgres.close();
  }
}

function databaseOf({ hostname, port, pathname }: URL): TracedDatabase {
  return { host: hostname, port: Number(port || 5432), name: decodePart(pathname.slice(1)) || null };
}

/** At once when nobody waits any more; behind it the statement is cancelled, and its connection given back. */
function runFor<T>(bounds: Bounds | undefined, work: Promise<T>): Promise<T> {
  return bounds ? untilAborted(work, bounds.signal, { error: givenUp }) : work;
}

/** The connections, and whose turn it is to have one. */
interface Ways {
  readonly pool: pg.Pool;
  readonly places: FairPlaces;
}

interface AskingOnce {
  readonly viewer: Viewer;
  /** With whom it shares the connections; null for the gateway's own. */
  readonly holder: string | null;
  readonly statement: Statement;
}

async function run(ways: Ways, running: Running, asking: AskingOnce): Promise<Buffer> {
  try {
    return await runOnce(ways, running, asking);
  } catch (error) {
    // A pooled connection may have died since its last use; a read is safe to ask again, once, on another.
    if (!isConnectionLost(error) || isRefused(error) || running.bounds?.signal.aborted) throw postgresFault(error);
  }
  try {
    return await runOnce(ways, running, asking);
  } catch (error) {
    throw postgresFault(error);
  }
}

async function runOnce(ways: Ways, running: Running, { viewer, holder, statement }: AskingOnce): Promise<Buffer> {
  return withClient(ways, { holder, bounds: running.bounds }, (client) =>
    runAsViewer(client, viewer, statement, running),
  );
}

/** A write is never asked again for a lost connection: whether it took effect is not known. */
async function transact<T>(
  ways: Ways,
  { viewer, ...taking }: Taking & { readonly viewer: Viewer },
  work: (run: RunStatement) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await withClient(ways, taking, (client) => transactAsViewer(client, viewer, work, taking.bounds));
    } catch (error) {
      if (!isCollision(error) || tries >= MAX_TRANSACTION_TRIES) throw error;
    }
  }
}

interface Taking {
  readonly holder: string | null;
  readonly bounds: Bounds | undefined;
}

/** Waits for its turn first: what waits in the driver is served in the order of its coming, whosever it is. */
async function withClient<T>(
  { pool, places }: Ways,
  { holder, bounds }: Taking,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const give = await places.take(holder, () => bounds?.signal);
  try {
    return await withConnection(await connect(pool, bounds), work);
  } finally {
    give();
  }
}

async function withConnection<T>(client: pg.PoolClient, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
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
