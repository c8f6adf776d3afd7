/** The functions of a database as they are, and what the function files would make of them. */
import type { FunctionFile } from '../functions/read.ts';
import type { MigrationClient } from '../postgres/migrate.ts';
import { SCHEMA_LIST } from '../schemas.ts';

/** A function of a database. */
export interface LiveFunction {
  /** E.g. `work.create_page`. */
  readonly name: string;
  /** With the types of its arguments, as `drop function` takes it. */
  readonly signature: string;
  /** As Postgres prints it: two texts that differ in spaces outside of the body are the same. */
  readonly definition: string;
  /** What `comment on function` says; null where nothing does. */
  readonly comment: string | null;
  /** Roles that may execute it beside its owner; `public` among them. */
  readonly executors: readonly string[];
}

/** What a function's file makes. */
export interface Compiled {
  readonly signature: string;
  readonly definition: string;
  /** Whether the function that is there has to be dropped before. */
  readonly isAnew: boolean;
}

const FUNCTIONS_SQL = `
select n.nspname || '.' || p.proname as name, p.oid::regprocedure::text as signature,
  pg_catalog.pg_get_functiondef(p.oid) as definition, pg_catalog.obj_description(p.oid, 'pg_proc') as comment,
  array(select case when a.grantee = 0 then 'public' else a.grantee::regrole::text end
    from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner order by 1) as executors
from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where n.nspname in (${SCHEMA_LIST}) and p.prokind = 'f' order by 1, 2`;

/** Every function of ours. */
export async function readLiveFunctions(client: MigrationClient): Promise<LiveFunction[]> {
  return (await client.query(FUNCTIONS_SQL)) as unknown as LiveFunction[];
}

/**
 * What each file makes in the database, by its function's name, in a transaction that is rolled back.
 *
 * @throws Error that names the file which Postgres refuses.
 */
export async function compileFunctions(
  client: MigrationClient,
  files: readonly Pick<FunctionFile, 'name' | 'file' | 'definition'>[],
): Promise<ReadonlyMap<string, Compiled>> {
  const before = new Map((await readLiveFunctions(client)).map((live) => [live.name, live.signature]));
  await client.script('begin');
  try {
    // A body may name functions and tables that come later.
    await client.script('set local check_function_bodies = off');
    const anew = new Set<string>();
    for (const each of files) if (await create(client, each, before.get(each.name))) anew.add(each.name);
    const after = await readLiveFunctions(client);
    return new Map(
      files.map(({ name, file }) => {
        const made = after.filter((live) => live.name === name);
        // Beside one of other arguments, which the file means to replace.
        const one = made.find(({ signature }) => signature !== before.get(name)) ?? made[0];
        if (!one) throw new Error(`${file} makes no function ${name}`);
        const { signature, definition } = one;
        const isOther = before.has(name) && signature !== before.get(name);
        return [name, { signature, definition, isAnew: anew.has(name) || isOther }] as const;
      }),
    );
  } finally {
    await client.script('rollback');
  }
}

/** @returns Whether the one that is there had to be dropped: it answers with something else, or its arguments are called otherwise. */
async function create(
  client: MigrationClient,
  { file, definition }: Pick<FunctionFile, 'file' | 'definition'>,
  signature: string | undefined,
): Promise<boolean> {
  const problem = await attempt(client, definition);
  if (problem === null) return false;
  const isOther = problem.code === '42P13' && signature !== undefined;
  const left = isOther ? await attempt(client, `drop function ${signature} cascade;\n${definition}`) : problem;
  if (left !== null) throw new Error(`${file}: ${left.message}`);
  return true;
}

/** Runs a text in a part of its own of the transaction. @returns The error by which Postgres refuses it; null where it does not. */
export async function attempt(
  client: MigrationClient,
  sql: string,
): Promise<{ message: string; code: unknown } | null> {
  await client.script('savepoint attempted');
  try {
    await client.script(sql);
    await client.script('release savepoint attempted');
    return null;
  } catch (error) {
    await client.script('rollback to savepoint attempted');
    const { message = String(error), code = null } = error as { message?: string; code?: unknown };
    return { message, code };
  }
}
