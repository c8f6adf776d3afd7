/** Applies `migrations/*.sql` in order, each in a transaction of its own, under a lock: two at once wait for each other. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GatewayError } from '../errors.ts';
import { isMigration } from '../paths.ts';
import { ConnectionProblem } from './connection-problem.ts';
import { retryLocked } from './migrate-locks.ts';

/** A connection of the database's owner. */
export interface MigrationClient {
  /** One statement; its rows. */
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Many statements without parameters. */
  script(text: string): Promise<void>;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  /** The checksum with the line ends of Windows: an earlier version may have recorded that one. */
  readonly otherChecksum: string;
}

/** What `migrate` may be told. */
export interface MigrateOptions {
  /** Told of each migration when it is applied, and of what it waits for; one line. */
  readonly say?: (line: string) => void;
  /** Told of each migration before it is applied. */
  readonly begin?: (line: string) => void;
  /** Milliseconds that one migration tries to get its locks; 5 minutes where absent. */
  readonly waitMs?: number;
  /** Name of a migration that is left out. */
  readonly without?: string | null;
}

/** Key of the advisory lock; any number that nobody else uses. */
const LOCK_KEY = 7_461_920_331;

const LEDGER = `
create schema if not exists tripoint;
create table if not exists tripoint.migrations (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
);
alter table tripoint.migrations enable row level security;`;

/** What is under the name `tripoint` already: left by an earlier `tripoint migrate`, or by somebody else. */
const SCHEMA_FOUND = `
select
  pg_catalog.pg_has_role(n.nspowner, 'USAGE') as is_owned,
  (select count(*)::int from pg_catalog.pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm')) as relations,
  (select coalesce(string_agg(a.attname, ',' order by a.attname), '')
    from pg_catalog.pg_class c
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = n.oid and c.relname = 'migrations' and c.relkind in ('r', 'p')) as columns
from pg_catalog.pg_namespace n where n.nspname = 'tripoint'`;

const OWN_COLUMNS = 'applied_at,checksum,name';

/** Milliseconds of a wait for locks. */
const WAIT_MS = 300_000;

/**
 * @param client A direct or session connection: it holds a lock between its transactions.
 * @param folder The `migrations` folder.
 * @returns Names of the migrations applied now; none where the database is up to date.
 * @throws GatewayError `CONFLICT` where a migration that was applied has been edited since, or its locks are not to be had.
 * @throws ConnectionProblem where the schema `tripoint` is somebody else's, or the role may make none.
 */
export async function migrate(
  client: MigrationClient,
  folder: string,
  options: MigrateOptions = {},
): Promise<string[]> {
  await client.query(`select pg_advisory_lock(${LOCK_KEY})`);
  try {
    await inTransaction(client, async () => {
      await refuseForeignSchema(client);
      await client.script(LEDGER).catch(refuseWithoutRights);
    });
    const applied = await readApplied(client);
    const pending = readMigrations(folder).filter(
      (migration) => migration.name !== options.without && isPending(migration, applied),
    );
    for (const [index, migration] of pending.entries()) {
      options.begin?.(`applying ${migration.name} (${index + 1} of ${pending.length})`);
      await apply(client, migration, options);
      options.say?.(`applied ${migration.name}`);
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.query(`select pg_advisory_unlock(${LOCK_KEY})`).catch(() => {});
  }
}

/** Applies one migration, whole or not at all. The migrations before it stay applied. */
async function apply(
  client: MigrationClient,
  { name, sql, checksum }: Migration,
  { say = () => {}, waitMs = WAIT_MS }: MigrateOptions,
): Promise<void> {
  await retryLocked(client, { what: name, say, waitMs }, () =>
    inTransaction(client, async () => {
      await client.script(sql);
      await client.query('insert into tripoint.migrations (name, checksum) values ($1, $2)', [name, checksum]);
    }),
  );
}

/** Runs `work` in a transaction of this connection. */
export async function inTransaction<T>(client: MigrationClient, work: () => Promise<T>): Promise<T> {
  await client.script('begin');
  try {
    const result = await work();
    await client.script('commit');
    return result;
  } catch (error) {
    await client.script('rollback').catch(() => {});
    throw error;
  }
}

/** An empty schema of our own role may have been made for us. */
async function refuseForeignSchema(client: MigrationClient): Promise<void> {
  const [found] = await client.query(SCHEMA_FOUND);
  if (!found) return;
  const isOurs = found.is_owned === true && (found.relations === 0 || found.columns === OWN_COLUMNS);
  if (isOurs) return;
  const problem = 'This database has a schema "tripoint" that `tripoint migrate` did not make: use another database';
  throw new ConnectionProblem('foreign-schema', problem);
}

/** A role that may make nothing in a database that has nothing of ours yet. */
function refuseWithoutRights(error: unknown): never {
  const isRefused = error instanceof Error && 'code' in error && error.code === '42501';
  if (!isRefused) throw error;
  const problem = `MIGRATIONS_DATABASE_URL: its role may make nothing here (${error.message}): log in as the owner of the database`;
  throw new ConnectionProblem('role', problem, error);
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter(isMigration);
  return names.sort().map((name) => {
    // A checkout on Windows may have other ends of lines: the same migration, and the same functions in the database.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, checksum: digestOf(sql), otherChecksum: digestOf(sql.replaceAll('\n', '\r\n')) };
  });
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function readApplied(client: MigrationClient): Promise<Map<string, string>> {
  const rows = await client.query('select name, checksum from tripoint.migrations');
  return new Map(rows.map((row) => [String(row.name), String(row.checksum)]));
}

function isPending({ name, checksum, otherChecksum }: Migration, applied: ReadonlyMap<string, string>): boolean {
  const known = applied.get(name);
  if (known !== undefined && known !== checksum && known !== otherChecksum) {
    throw new GatewayError('CONFLICT', `Migration ${name} was edited after it was applied: add a new one instead`);
  }
  return known === undefined;
}
