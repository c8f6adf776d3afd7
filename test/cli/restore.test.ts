/** docs/restore.md, command by command, on a cluster of its own: with the roles first, and without them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withOwner } from '../../src/postgres/owner.ts';
import { type Cluster, createCluster, findPostgresPrograms } from '../support/cluster.ts';
import { createFolder, runHere } from '../support/command.ts';
import { isRealStack, JWT_SECRET } from '../support/stack.ts';

/** The commands of the guide, in its order. */
const COMMANDS = [
  ...readFileSync(join(import.meta.dirname, '../../docs/restore.md'), 'utf8').matchAll(
    /^ *```sh\n([\s\S]+?)\n *```$/gm,
  ),
].flatMap(([, block = '']) => block.split('\n').map((line) => line.trim()));

/** Who may do what beside the owner, by name; a dump leaves out what is the default anyway. */
const aclOf = (acl: string, kind: 'r' | 'f', owner: string) =>
  `(select array_agg(granted order by granted) from (
    select distinct concat_ws(' ', case when grantee = 0 then 'public' else grantee::regrole::text end, privilege_type) as granted
    from aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) where grantee <> ${owner}) a)`;

/** What a restore has to bring back: who may do what, by which policies and triggers, and how much there is. */
const RESTORED = `
select jsonb_build_object(
  'tables', (select jsonb_agg(jsonb_build_array(c.oid::regclass, c.relrowsecurity, ${aclOf('c.relacl', 'r', 'c.relowner')}) order by c.oid::regclass::text)
    from pg_class c where c.relnamespace in ('ops'::regnamespace, 'odoo'::regnamespace, 'odoo_seed'::regnamespace, 'catalog'::regnamespace, 'work'::regnamespace) and c.relkind in ('r', 'p', 'v')),
  'functions', (select jsonb_agg(jsonb_build_array(p.oid::regprocedure, p.prosecdef, ${aclOf('p.proacl', 'f', 'p.proowner')}) order by p.oid::regprocedure::text)
    from pg_proc p where p.pronamespace in ('ops'::regnamespace, 'odoo'::regnamespace, 'odoo_seed'::regnamespace, 'catalog'::regnamespace, 'work'::regnamespace)),
  'policies', (select jsonb_agg(jsonb_build_array(schemaname, tablename, policyname, roles, cmd, qual, with_check) order by schemaname, tablename, policyname) from pg_policies),
  'triggers', (select jsonb_agg(jsonb_build_array(tgrelid::regclass, tgname, tgenabled) order by tgrelid::regclass::text, tgname) from pg_trigger where not tgisinternal),
  'rows', jsonb_build_array((select count(*) from work.blocks), (select count(*) from ops.run_events), (select count(*) from ops.runs)),
  'migrations', (select jsonb_agg(name order by name) from tripoint.migrations)
) as all`;

const programs = findPostgresPrograms();

describe.runIf(isRealStack && programs !== null)('a restore', { timeout: 120_000 }, () => {
  const folder = createFolder();
  let cluster: Cluster;
  let source: unknown;

  const envOf = (database: string) => ({
    MIGRATIONS_DATABASE_URL: cluster.url(database),
    SUPABASE_JWT_SECRET: JWT_SECRET,
    ODOO_STAGE: 'development',
    STORAGE_FOLDER: join(folder.path, 'archives'),
  });
  const tripoint = (database: string, line: string) =>
    runHere(line.split(' ').slice(1), { cwd: folder.path, env: envOf(database) });
  const shell = (database: string, line: string) => cluster.shell(line, envOf(database), folder.path);
  const read = (database: string, sql: string) =>
    withOwner(cluster.url(database), async (client) => (await client.query(sql))[0]?.all);
  const command = (start: string) => COMMANDS.find((line) => line.startsWith(start)) as string;
  /** As in a cluster that has never seen them. */
  const forget = async (database: string) => {
    await cluster.script(`drop database ${database} with (force)`);
    const names = await read(
      'postgres',
      `select string_agg(quote_ident(rolname), ', ') as all from pg_roles where rolname ~ '^(anon|authenticated|service_role|gateway|agent_)'`,
    );
    if (names) await cluster.script(`drop role ${names}`);
    expect(await read('postgres', `select to_regrole('gateway') as all`)).toBeNull();
  };
  const PUBLIC = `select exists (select from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
    where p.pronamespace in ('ops'::regnamespace, 'odoo'::regnamespace, 'odoo_seed'::regnamespace, 'catalog'::regnamespace, 'work'::regnamespace) and p.prosecdef and a.grantee = 0) as all`;

  beforeAll(async () => {
    cluster = await createCluster(programs as string);
    await cluster.script('create database before');
    expect(await tripoint('before', 'tripoint migrate --seed')).toMatchObject({ code: 0, stderr: '' });
    source = await read('before', RESTORED);
    expect(await shell('before', command('pg_dump'))).toEqual({ code: 0, stderr: '' });
    await forget('before');
  }, 120_000);
  afterAll(async () => {
    await cluster?.[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  it('by the guide brings everything back, and the commands of the guide find nothing wrong', async () => {
    expect(COMMANDS.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'pg_dump --format=custom --file',
      'tripoint migrate --roles',
      'pg_restore --exit-on-error --no-owner',
      'tripoint guard --database',
      'tripoint retention verify',
    ]);
    await cluster.script('create database good');
    expect(await tripoint('good', command('tripoint migrate --roles'))).toMatchObject({ code: 0, stderr: '' });
    expect(await shell('good', command('pg_restore'))).toEqual({ code: 0, stderr: '' });
    expect(await tripoint('good', 'tripoint migrate')).toEqual({
      code: 0,
      stdout: 'the database is up to date\n',
      stderr: '',
    });
    expect(await read('good', RESTORED)).toEqual(source);
    const guarded = await tripoint('good', command('tripoint guard'));
    expect(guarded).toMatchObject({ code: 0, stderr: '' });
    expect(await tripoint('good', command('tripoint retention'))).toMatchObject({ code: 0, stderr: '' });
  });

  it('whose grants were lost or widened afterwards is repaired by migrate, which says what it was', async () => {
    await withOwner(cluster.url('good'), (client) =>
      client.script(`grant execute on all functions in schema ops to public; revoke select on work.pages from authenticated;
        revoke agent_sync_odoo_agent from gateway`),
    );
    const { code, stdout } = await tripoint('good', 'tripoint migrate');
    expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({
      code: 0,
      last: 'the database is up to date',
    });
    expect(stdout).toMatch(
      /^repaired roles and grants, which were not as ssot\/doctrine\.yaml says: \d+ differences$/m,
    );
    expect(stdout).toMatch(/gateway may not become agent_sync_odoo_agent/);
    expect(await read('good', RESTORED)).toEqual(source);
    expect((await tripoint('good', 'tripoint migrate')).stdout).toBe('the database is up to date\n');
  });

  it('without the roles is closed by migrate, which ends with 1 and says what is missing and what to do', async () => {
    await forget('good');
    await cluster.script('create database bad');
    const restored = await shell('bad', command('pg_restore').replace('--exit-on-error ', ''));
    expect(restored.code).toBe(1);
    expect(restored.stderr).toMatch(/errors ignored on restore: \d{2,}/);
    expect(await read('bad', PUBLIC)).toBe(true);
    const { code, stdout, stderr } = await tripoint('bad', 'tripoint migrate');
    expect(code).toBe(1);
    expect(stdout).toMatch(/repaired roles and grants/);
    expect(stdout).toMatch(/No policy of \S+ is for select by /);
    expect(stdout).not.toContain('up to date');
    expect(stderr).toMatch(
      /is not as its migrations made it, in \d+ things .*`tripoint migrate --roles`.*docs\/restore\.md/,
    );
    expect(await read('bad', PUBLIC)).toBe(false);
    expect(
      await read('bad', `select has_function_privilege('service_role', 'ops.oldest_writer()', 'execute') as all`),
    ).toBe(true);
  });
});
