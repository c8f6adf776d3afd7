/** What one request of a peer that is written by hand holds: a transaction as its viewer, opened by the first query, and its loaders. */
import DataLoader from 'dataloader';
import type pg from 'pg';
import type { Level } from './peer-queries.ts';
import type { PeerViewer } from './viewer.ts';

type Row = Readonly<Record<string, unknown>>;

/** One request's way to the database. */
export interface Session {
  query(text: string, values: readonly unknown[]): Promise<Row[]>;
  /** The rows of a level below one parent; those of all parents are one statement. */
  children(level: Level, first: number, parentId: string): Promise<Row[]>;
  /** The same for a peer that gathers the parents itself: their rows in the order of the ids. */
  childrenOf(level: Level, first: number, parentIds: readonly string[]): Promise<Row[][]>;
  /** Ends the transaction and gives the connection back. */
  close(): Promise<void>;
}

/** Takes no connection before the first query. */
export function createSession(pool: pg.Pool, viewer: PeerViewer): Session {
  let opened: Promise<pg.PoolClient> | null = null;
  const loaders = new Map<Level, DataLoader<string, Row[]>>();
  const query = async (text: string, values: readonly unknown[]): Promise<Row[]> => {
    opened ??= openTransaction(pool, viewer);
    const client = await opened;
    return (await client.query({ name: nameOf(text), text, values: [...values] })).rows;
  };
  return {
    query,
    children: (level, first, parentId) => {
      const loader =
        loaders.get(level) ?? new DataLoader((ids: readonly string[]) => loadChildren(query, level, first, ids));
      loaders.set(level, loader);
      return loader.load(parentId);
    },
    childrenOf: (level, first, parentIds) => loadChildren(query, level, first, parentIds),
    close: async () => {
      const client = await opened;
      if (!client) return;
      await client.query('commit');
      client.release();
    },
  };
}

async function openTransaction(pool: pg.Pool, { role, claims }: PeerViewer): Promise<pg.PoolClient> {
  const client = await pool.connect();
  await client.query('begin');
  await client.query("select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)", [role, claims]);
  return client;
}

async function loadChildren(
  query: Session['query'],
  level: Level,
  first: number,
  ids: readonly string[],
): Promise<Row[][]> {
  const byParent = new Map(ids.map((id): [string, Row[]] => [id, []]));
  for (const row of await query(level.text, [ids, first])) byParent.get(String(row[level.parent]))?.push(row);
  return ids.map((id) => byParent.get(id) ?? []);
}

const names = new Map<string, string>();

/** Named, so that the server parses and plans each statement once a connection. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `q${names.size}`;
  names.set(text, name);
  return name;
}
