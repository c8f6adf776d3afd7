/** Migrations: all or none, once, in order, by an owner of modest rights, and without touching what is not ours. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePaths } from '../../src/paths.ts';
import { type MigrationClient, migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
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
  'roles', (select jsonb_agg(to_jsonb(r) - 'oid' order by rolname) from pg_roles r where rolname ~ '^(anon|authenticated|service_role|gateway|agent_)'),
  'members', (select jsonb_agg(to_jsonb(m) order by m.roleid) from pg_auth_members m where m.member = 'gateway'::regrole),
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

  it('are applied all or none', async () => {
    using folder = copyMigrations();
    writeFileSync(join(folder.path, '20991231000000_good.sql'), 'create table work.good (id int);');
    writeFileSync(join(folder.path, '20991231000001_bad.sql'), 'create table work.bad (id nonsense);');
    await gateway.owner(async (client) => {
      const before = await read(client, CATALOG);
      await expect(migrate(client, folder.path)).rejects.toThrow(/nonsense/);
      expect(await read(client, CATALOG)).toBe(before);
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
