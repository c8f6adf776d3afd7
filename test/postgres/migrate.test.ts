/** Migrations: each whole or not at all, once, in order, by an owner of modest rights, and without touching what is not ours. */
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePaths } from '../../src/paths.ts';
import { type MigrationClient, migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { isOfTests } from '../support/acting.ts';
import { runHere } from '../support/command.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { databaseUrl, isRealStack, JWT_SECRET, stackVariable } from '../support/stack.ts';

/** Everything that a migration could change, as one text. */
const CATALOG = `
select jsonb_build_object(
  'classes', (select jsonb_agg(jsonb_build_array(oid, relname, relacl::text, relrowsecurity) order by oid) from pg_class where oid >= 16384),
  'functions', (select jsonb_agg(jsonb_build_array(oid, proname, proacl::text, md5(prosrc)) order by oid) from pg_proc where oid >= 16384),
  'policies', (select jsonb_agg(jsonb_build_array(oid, polname) order by oid) from pg_policy),
  'schemas', (select jsonb_agg(jsonb_build_array(oid, nspname, nspacl::text) order by oid) from pg_namespace where oid >= 16384),
  'roles', (select jsonb_agg(to_jsonb(r) - 'oid' order by rolname) from pg_roles r where rolname ~ '^(anon|authenticated|service_role|gateway|agent_)' and not ${isOfTests('r.rolname')}),
  'members', (select jsonb_agg(to_jsonb(m) order by m.roleid) from pg_auth_members m where m.member = 'gateway'::regrole and not ${isOfTests('m.roleid::regrole::text')}),
  'applied', (select jsonb_agg(to_jsonb(m) order by name) from tripoint.migrations m)
)::text as all`;

const read = async (client: MigrationClient, sql: string) => (await client.query(sql))[0]?.all;

/** The migrations, in a folder that a test may change. */
function copyMigrations(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'tripoint-migrations-'));
  cpSync(packagePaths().migrations, path, { recursive: true });
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

describe('migrations', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await createTestGateway();
  });

  afterAll(() => gateway[Symbol.asyncDispose]());

  it('run again change nothing', async () => {
    await gateway.owner(async (client) => {
      const before = await read(client, CATALOG);
      expect(before).toContain('20261121000001_foundation.sql');
      expect(await migrate(client, packagePaths().migrations)).toEqual([]);
      expect(await read(client, CATALOG)).toBe(before);
    });
  });

  it('refuse a database whose schema "tripoint" is somebody else\'s, and change nothing', async () => {
    await gateway.owner(async (client) => {
      await client.script('alter schema tripoint rename to tripoint_kept; create schema tripoint');
      await client.script('create table tripoint.migrations (id int, note text)');
      try {
        const refused = migrate(client, packagePaths().migrations);
        await expect(refused).rejects.toMatchObject({
          reason: 'foreign-schema',
          message: expect.stringMatching(
            /a schema "tripoint" that `tripoint migrate` did not make: use another database/,
          ),
        });
        expect(await client.query('select * from tripoint.migrations')).toEqual([]);
      } finally {
        await client.script('drop schema tripoint cascade; alter schema tripoint_kept rename to tripoint');
      }
    });
  });

  it('that were edited after they landed are refused by name, and nothing is applied', async () => {
    using folder = copyMigrations();
    appendFileSync(join(folder.path, '20261121000002_ops.sql'), '\n-- one word more\n');
    writeFileSync(join(folder.path, '20991231000000_later.sql'), 'create table work.later (id int);');
    await gateway.owner(async (client) => {
      const refused = migrate(client, folder.path);
      await expect(refused).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('20261121000002_ops.sql was edited'),
      });
      expect(await read(client, "select to_regclass('work.later') as all")).toBeNull();
    });
  });

  it('are applied each whole or not at all, and a later run goes on where one ended', async () => {
    using folder = copyMigrations();
    const add = (name: string, sql: string) => writeFileSync(join(folder.path, `209912310000${name}.sql`), sql);
    add('00_good', 'create table work.good (id int);');
    add('01_half', 'create table work.half (id int); create table work.bad (id nonsense);');
    add('02_last', 'create table work.last (id int);');
    await gateway.owner(async (client) => {
      const said: string[] = [];
      const run = () => migrate(client, folder.path, { say: (line) => said.push(line) });
      await expect(run()).rejects.toThrow(/nonsense/);
      expect(said).toEqual(['applied 20991231000000_good.sql']);
      const there = `select concat(to_regclass('work.good'), ' ', to_regclass('work.half'), ' ', to_regclass('work.last')) as all`;
      expect(await read(client, there)).toBe('work.good  ');
      add('01_half', 'create table work.half (id int);');
      expect(await run()).toEqual(['20991231000001_half.sql', '20991231000002_last.sql']);
      expect(await read(client, there)).toBe('work.good work.half work.last');
      await client.script(
        `drop table work.good, work.half, work.last; delete from tripoint.migrations where name like '2099%'`,
      );
    });
  });

  it('of a checkout with other ends of lines are the same, whichever checkout applied them', async () => {
    using folder = copyMigrations();
    for (const name of readdirSync(folder.path).filter((each) => each.endsWith('.sql'))) {
      const file = join(folder.path, name);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    }
    writeFileSync(
      join(folder.path, '20991231000000_made.sql'),
      'create function work.made() returns text language sql as $$\r\n  select $_$a\r\nb$_$\r\n$$;\r\n',
    );
    await gateway.owner(async (client) => {
      expect(await migrate(client, folder.path)).toEqual(['20991231000000_made.sql']);
      expect(await read(client, 'select work.made() as all')).toBe('a\nb');
      // As an earlier version recorded it from such a checkout.
      const digest = createHash('sha256')
        .update(readFileSync(join(folder.path, '20261121000002_ops.sql')))
        .digest('hex');
      const name = '20261121000002_ops.sql';
      const kept = await read(client, `select checksum as all from tripoint.migrations where name = '${name}'`);
      await client.query('update tripoint.migrations set checksum = $2 where name = $1', [name, digest]);
      expect(await migrate(client, folder.path)).toEqual([]);
      expect(await migrate(client, packagePaths().migrations)).toEqual([]);
      await client.query('update tripoint.migrations set checksum = $2 where name = $1', [name, kept]);
      await client.script(`drop function work.made(); delete from tripoint.migrations where name like '2099%'`);
    });
  });

  it('that do not get a lock are tried again whole, and given up after a while with whom they wait for', async () => {
    using folder = copyMigrations();
    writeFileSync(join(folder.path, '20991231000000_locked.sql'), 'create table work.locked (id int);');
    await gateway.owner(async (client) => {
      let refused = 2;
      const locking: MigrationClient = {
        query: client.query,
        script: async (sql) => {
          if (!sql.includes('work.locked')) return client.script(sql);
          await client.script(sql);
          if (refused-- > 0) await client.script(`do $$ begin raise exception 'busy' using errcode = '55P03'; end $$`);
        },
      };
      const said: string[] = [];
      const say = (line: string) => said.push(line);
      expect(await migrate(locking, folder.path, { say })).toEqual(['20991231000000_locked.sql']);
      expect(said).toEqual([
        expect.stringMatching(/^20991231000000_locked\.sql waits for a lock\. /),
        'applied 20991231000000_locked.sql',
      ]);
      await client.script(`drop table work.locked; delete from tripoint.migrations where name like '2099%'`);
      refused = Number.POSITIVE_INFINITY;
      await expect(migrate(locking, folder.path, { waitMs: 300 })).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringMatching(
          /^20991231000000_locked\.sql did not get its locks, and nothing of it was applied/,
        ),
      });
      expect(await read(client, "select to_regclass('work.locked') as all")).toBeNull();
    });
  });
});

describe.skipIf(!isRealStack)('tripoint migrate (real only: a database, roles and connections of its own)', () => {
  const names: string[] = [];
  const OWNER = `tripoint_test_owner_${process.pid}`;
  const asSuperuser = <T>(work: (client: MigrationClient) => Promise<T>) =>
    withOwner(stackVariable('MIGRATIONS_DATABASE_URL'), work);

  async function createDatabase(setUp = '', owner?: string) {
    const name = `tripoint_test_${process.pid}_${randomBytes(4).toString('hex')}`;
    names.push(name);
    await asSuperuser((client) => client.script(`create database ${name}${owner ? ` owner ${owner}` : ''}`));
    const url = databaseUrl('MIGRATIONS_DATABASE_URL', name);
    if (setUp) await withOwner(url, (client) => client.script(setUp));
    const owned = new URL(url);
    if (owner) owned.username = owner;
    const env = {
      MIGRATIONS_DATABASE_URL: owned.href,
      DATABASE_URL: databaseUrl('DATABASE_URL', name),
      SUPABASE_JWT_SECRET: JWT_SECRET,
      ODOO_STAGE: 'development',
    };
    return { url, env };
  }

  const run = (args: string[], env: Record<string, string>) => runHere(args, { cwd: tmpdir(), env });

  afterAll(async () => {
    await asSuperuser(async (client) => {
      for (const name of names) await client.script(`drop database if exists ${name} with (force)`);
      await client.script(`drop role if exists ${OWNER}`);
    });
  });

  it('brings an empty database up to date, and run again says so and changes nothing', async () => {
    const { url, env } = await createDatabase();
    const first = await run(['migrate'], env);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/^applied 20261121000001_foundation\.sql$/m);
    const before = await withOwner(url, (client) => read(client, CATALOG));
    expect(await run(['migrate'], env)).toEqual({ code: 0, stdout: 'the database is up to date\n', stderr: '' });
    expect(await withOwner(url, (client) => read(client, CATALOG))).toBe(before);
  });

  it('run twice at once on one database applies each migration once', async () => {
    const { url, env } = await createDatabase();
    const outcomes = await Promise.all([run(['migrate'], env), run(['migrate'], env), run(['migrate'], env)]);
    expect(outcomes.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      outcomes.map(() => ({ code: 0, stderr: '' })),
    );
    expect(outcomes.filter(({ stdout }) => stdout.startsWith('applied'))).toHaveLength(1);
    const rows = await withOwner(url, (client) => client.query('select count(*)::int as n from tripoint.migrations'));
    expect(rows[0]?.n).toBeGreaterThanOrEqual(3);
  });

  it('run at once on several databases of one cluster does not collide over the roles', async () => {
    const made = await Promise.all([createDatabase(), createDatabase(), createDatabase()]);
    const outcomes = await Promise.all(made.map(({ env }) => run(['migrate'], env)));
    expect(outcomes.map(({ code, stderr }) => ({ code, stderr }))).toEqual(made.map(() => ({ code: 0, stderr: '' })));
  });

  const owned = `create schema extensions; create extension vector with schema extensions;
    grant usage on schema extensions to ${OWNER};`;

  it('works for an owner that is no superuser, where the extensions exist', async () => {
    // As `postgres` on Supabase, which may read every setting.
    await asSuperuser((client) => client.script(`create role ${OWNER} login; grant pg_monitor to ${OWNER}`));
    const { env } = await createDatabase(owned, OWNER);
    expect(await run(['migrate', '--seed'], env)).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['migrate'], env)).toMatchObject({ code: 0, stdout: 'the database is up to date\n' });
  });

  // Fails where pg_cron is loaded: the foundation asks for `cron.database_name`, which such an owner may not read.
  it('works for an owner that may not read every setting either', async () => {
    await asSuperuser((client) => client.script(`revoke pg_monitor from ${OWNER}`));
    const { env } = await createDatabase(owned, OWNER);
    expect(await run(['migrate'], env)).toMatchObject({ code: 0, stderr: '' });
  });

  it('behind a long reader lets others read on, says whom it waits for, and goes on after the end', async () => {
    using folder = copyMigrations();
    const { url, env } = await createDatabase();
    expect((await run(['migrate'], env)).code).toBe(0);
    writeFileSync(join(folder.path, '20991231000000_later.sql'), 'alter table work.pages add column later int;');
    const said: string[] = [];
    const longest = await withOwner(url, async (reader) => {
      await reader.script(`set application_name = 'backup'; begin; select count(*) from work.pages`);
      const migrating = withOwner(url, (client) => migrate(client, folder.path, { say: (line) => said.push(line) }));
      const waits: number[] = [];
      await withOwner(url, async (other) => {
        for (const until = Date.now() + 3_000; Date.now() < until; ) {
          const start = performance.now();
          await other.query('select count(*) from work.pages');
          waits.push(performance.now() - start);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      });
      await reader.script('rollback');
      expect(await migrating).toEqual(['20991231000000_later.sql']);
      return Math.max(...waits);
    });
    expect(longest).toBeLessThan(1_500);
    expect(said).toEqual([
      expect.stringMatching(
        /^20991231000000_later\.sql waits for a lock\. .* process \d+ \(.*backup\), since \d\d:\d\d:\d\d UTC$/,
      ),
      'applied 20991231000000_later.sql',
    ]);
  });

  it.each(['x', '-1', '1.5'])('--wait %s is not understood', async (wait) => {
    const { env } = await createDatabase();
    expect(await run(['migrate', `--wait=${wait}`], env)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--wait'),
    });
  });

  it('never touches a schema auth that is there', async () => {
    const { url, env } = await createDatabase(`create schema auth;
      create table auth.users (id uuid primary key, instance uuid, email text);
      create function auth.uid() returns uuid language sql stable as $$
        select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;`);
    const AUTH = `select jsonb_build_object(
      'schema', (select to_jsonb(n) from pg_namespace n where nspname = 'auth'),
      'classes', (select jsonb_agg(to_jsonb(c) - 'relpages' - 'reltuples' - 'relfrozenxid' - 'relallvisible' - 'relhastriggers' order by oid) from pg_class c where relnamespace = 'auth'::regnamespace),
      'columns', (select jsonb_agg(jsonb_build_array(attrelid::int8, attname, atttypid::int8) order by attrelid, attnum) from pg_attribute where attrelid = 'auth.users'::regclass),
      'functions', (select jsonb_agg(to_jsonb(p) order by oid) from pg_proc p where pronamespace = 'auth'::regnamespace))::text as all`;
    const before = await withOwner(url, (client) => read(client, AUTH));
    expect(await run(['migrate'], env)).toMatchObject({ code: 0, stderr: '' });
    expect(await withOwner(url, (client) => read(client, AUTH))).toBe(before);
  });

  it('--seed adds the demo workspace and ledger, once', async () => {
    const { url, env } = await createDatabase();
    const count = () =>
      withOwner(url, (client) =>
        read(
          client,
          `select json_build_array((select count(*) from work.spaces), (select count(*) from work.pages),
             (select count(*) from work.blocks), (select count(*) from ops.runs), (select count(*) from ops.run_events))::text as all`,
        ),
      );
    const seeded = await run(['migrate', '--seed'], env);
    expect(seeded).toMatchObject({ code: 0, stderr: '' });
    expect(seeded.stdout).toMatch(/seeded the demo workspace and ledger; 0 pages link/);
    const first = await count();
    expect(first).toMatch(/^\[4, 12, /);
    expect((await run(['migrate', '--seed'], env)).code).toBe(0);
    expect(await count()).toBe(first);
  });

  it('leaves a login that start takes, while it refuses one that passes by the locks', async () => {
    const { env } = await createDatabase();
    await run(['migrate'], env);
    const start = { ...env, PORT: '0' };
    expect(await run(['start'], start)).toMatchObject({ code: 0, stderr: '' });
    const refused = await run(['start'], { ...start, DATABASE_URL: env.MIGRATIONS_DATABASE_URL });
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/bypasses row-level security: use one that is NOINHERIT and NOBYPASSRLS/);
  });
});
