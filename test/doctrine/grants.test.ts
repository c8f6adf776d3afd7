/** The database's own lock: its grants are the doctrine's, role by role, table by table, operation by operation. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { ANONYMOUS, agentRole, type Viewer } from '../../src/auth/viewer.ts';
import { type Doctrine, loadDoctrine, type Reads } from '../../src/doctrine/load.ts';
import { readersOfSome } from '../../src/guard/materialized.ts';
import { packagePaths } from '../../src/paths.ts';
import { storedSurfaceOf } from '../../src/schemas.ts';
import { readDirective, readListArgument } from '../../src/sdl/directives.ts';
import { isOfTests } from '../support/acting.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { readOwnSdl } from '../support/own-sdl.ts';
import { fillSummary } from '../support/project-summary.ts';

const doctrine: Doctrine = loadDoctrine(packagePaths());
const TABLES = [...doctrine.surfaces.ops.owns, ...doctrine.surfaces.work.owns];
const GROUPED = Object.values(doctrine.groups).flatMap(({ reads: { ops = [] } }) => ops);
const READERS: readonly (readonly [role: string, reads: Reads])[] = [
  ['anon', doctrine.readers.anonymous],
  ['anonymous_user', doctrine.readers.anonymousUser],
  // Whom of them the rows of a group's table are shown to, its policy says.
  ['authenticated', { ...doctrine.readers.user, ops: [...(doctrine.readers.user.ops ?? []), ...GROUPED] }],
  ['service_role', doctrine.readers.service],
  // What agents do for users: in the workspace as users.
  ['acting_agent', { work: doctrine.readers.user.work }],
  ...Object.entries(doctrine.agents).map(([name, { reads }]) => [agentRole(name), reads] as const),
];

const ANA = DEMO_USERS.ana;

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
  await fillSummary(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** Tables that some mutation writes as its viewer, without a function that the doctrine grants. */
const WRITTEN = new Set(
  Object.values(readOwnSdl().schema.getMutationType()?.getFields() ?? {}).flatMap(({ astNode }) =>
    readDirective(astNode, 'writes')?.by ? [] : (readListArgument(astNode, 'writes', 'to') ?? []),
  ),
);

/** Granted already, while the mutations that write them are still to come. */
const AWAITED: readonly string[] = [];

/** Whether a role writes rows of a table itself: as a writer of its surface, what mutations write so. */
function mayWrite(role: string, table: string): boolean {
  const { writers } = doctrine.surfaces[storedSurfaceOf(table)];
  const names: Readonly<Record<string, string>> = {
    anon: 'anonymous',
    anonymous_user: 'anonymousUser',
    authenticated: 'user',
    service_role: 'service',
    acting_agent: 'user',
  };
  const isWriter = writers.some((name) => (names[role] ?? role) === name || agentRole(name) === role);
  return isWriter && (WRITTEN.has(table) || AWAITED.includes(table));
}

const ask = (text: string, values: unknown[] = []) => gateway.owner((client) => client.query(text, values));

function mayRead(reads: Reads, table: string): boolean {
  const granted = reads[storedSurfaceOf(table)];
  return granted === 'all' || (granted?.includes(table) ?? false);
}

describe('grants', () => {
  it.each(READERS)('of %s are those of the doctrine, on every table', async (role, reads) => {
    for (const table of TABLES) {
      const [row] = await ask(
        `select has_table_privilege($1, $2, 'select') as reads,
           has_table_privilege($1, $2, 'insert') or has_any_column_privilege($1, $2, 'insert')
             or has_any_column_privilege($1, $2, 'update') or has_table_privilege($1, $2, 'delete') as writes,
           has_table_privilege($1, $2, 'truncate') or has_table_privilege($1, $2, 'trigger')
             or has_table_privilege($1, $2, 'references') as more`,
        [role, table],
      );
      expect(row, table).toEqual({ reads: mayRead(reads, table), writes: mayWrite(role, table), more: false });
    }
  });

  it('await no mutation that is there', () => {
    expect(AWAITED.filter((table) => WRITTEN.has(table))).toEqual([]);
  });

  it('exist for nobody on a table of ours that the doctrine does not name', async () => {
    const rows = await ask(
      `select c.oid::regclass::text as name from pg_class c
       where c.relnamespace::regnamespace::text in ('ops', 'odoo', 'odoo_seed', 'catalog', 'work') and c.relkind in ('r', 'p', 'v', 'm', 'f')
         and not c.relispartition`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...TABLES].sort());
  });

  it('give nobody a partition, which is under row-level security of its own', async () => {
    const rows = await ask(
      `select c.oid::regclass::text as name, c.relrowsecurity as secure,
         (select count(*)::int from aclexplode(c.relacl) a where a.grantee <> c.relowner) as grants
       from pg_class c where c.relispartition and c.relkind in ('r', 'p') and c.relnamespace = 'ops'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const row of rows) expect(row, String(row.name)).toMatchObject({ secure: true, grants: 0 });
  });

  it('leave every table of ours under row-level security, with a policy for each reader', async () => {
    for (const table of TABLES) {
      const [row] = await ask(
        `select relrowsecurity as on, relkind = 'v' as view, relkind = 'm' as materialized, 'security_invoker=true' = any (reloptions) as invoker
         from pg_class where oid = $1::regclass`,
        [table],
      );
      // A materialized view can have none either: only who sees every row reads it.
      if (row?.materialized) {
        expect(readersOfSome(doctrine, table), table).toEqual([]);
        continue;
      }
      // A view has no policies: it asks those of its tables, as its reader.
      if (row?.view) {
        expect(row, table).toMatchObject({ invoker: true });
        continue;
      }
      expect(row, table).toMatchObject({ on: true });
      const policies = await ask(
        `select unnest(roles)::text as role, cmd from pg_policies
         where schemaname || '.' || tablename = $1 and permissive = 'PERMISSIVE'`,
        [table],
      );
      const readers = READERS.filter(([, reads]) => mayRead(reads, table)).map(([role]) => role);
      const reading = policies.filter(({ cmd }) => cmd === 'SELECT').map(({ role }) => role);
      expect(reading.sort(), table).toEqual(readers.sort());
      const writing = policies.filter(({ cmd }) => cmd !== 'SELECT').map(({ role, cmd }) => `${role} ${cmd}`);
      // More than one policy a role and operation, and each is asked for every row.
      expect(new Set(writing).size, table).toBe(writing.length);
      expect(
        writing.filter((line) => !/ (INSERT|UPDATE|DELETE)$/.test(line)),
        table,
      ).toEqual([]);
      const writers = READERS.map(([role]) => role).filter((role) => mayWrite(role, table));
      expect([...new Set(writing.map((line) => line.split(' ')[0]))].sort(), table).toEqual(writers.sort());
    }
  });

  it('give nobody the migration ledger', async () => {
    for (const [role] of READERS) {
      const [row] = await ask("select has_schema_privilege($1, 'tripoint', 'usage') as may", [role]);
      expect(row, role).toEqual({ may: false });
    }
  });

  it('let only members of the doctrine run the functions of the workspace, each with an empty search path', async () => {
    const rows = await ask(
      `select p.oid::regprocedure::text as name, p.prosecdef as definer, p.proconfig::text as config,
         has_function_privilege('anon', p.oid, 'execute') as anon
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('ops', 'odoo', 'odoo_seed', 'catalog', 'work')`,
    );
    for (const row of rows)
      expect(row, String(row.name)).toMatchObject({
        anon: false,
        config: expect.stringContaining('"search_path=\\"\\""'),
      });
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe("the gateway's login", () => {
  it('inherits nothing and bypasses nothing', async () => {
    const [row] = await ask(
      `select rolinherit, rolbypassrls, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin
       from pg_roles where rolname = 'gateway'`,
    );
    expect(row).toEqual({
      rolinherit: false,
      rolbypassrls: false,
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      rolcanlogin: true,
    });
  });

  it('may become each role of the doctrine, and no other', async () => {
    const rows = await ask(
      `select roleid::regrole::text as role, admin_option as admin from pg_auth_members
       where member = 'gateway'::regrole and not ${isOfTests('roleid::regrole::text')}`,
    );
    expect([...new Set(rows.map(({ role }) => role))].sort()).toEqual(READERS.map(([role]) => role).sort());
    expect(rows.some(({ admin }) => admin)).toBe(false);
  });

  it('has no table grant of its own', async () => {
    for (const table of TABLES) {
      const rows = await ask(
        `select a.privilege_type from pg_class c, aclexplode(c.relacl) a where c.oid = $1::regclass and a.grantee in (0, 'gateway'::regrole)`,
        [table],
      );
      expect(rows, table).toEqual([]);
    }
  });

  it.each(READERS.map(([role]) => role))('%s can neither log in nor bypass row-level security', async (role) => {
    const [row] = await ask('select rolcanlogin, rolbypassrls, rolsuper from pg_roles where rolname = $1', [role]);
    expect(row).toEqual({ rolcanlogin: false, rolbypassrls: false, rolsuper: false });
  });
});

describe('the ledger', () => {
  it.each([
    "update ops.run_events set type = 'x'",
    'delete from ops.run_events',
    'truncate ops.run_events',
    'truncate ops.runs cascade',
  ])('refuses "%s" even to its owner', async (statement) => {
    await expect(gateway.owner((client) => client.script(statement))).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the database, with the other locks open', () => {
  const viewer = (role: string, claims = ''): Viewer => ({
    ...ANONYMOUS,
    kind: 'user',
    role,
    claims,
  });
  const ana = (more: object) => viewer('authenticated', JSON.stringify({ role: 'authenticated', sub: ANA, ...more }));

  it.each(READERS)('refuses %s what the doctrine does not give, whatever the rules say', async (role, reads) => {
    for (const table of TABLES) {
      const asked = gateway.sources.postgres?.render(viewer(role), {
        text: `select count(*)::text from ${table}`,
        values: [],
      });
      if (mayRead(reads, table)) await expect(asked, table).resolves.toBeInstanceOf(Buffer);
      else await expect(asked, table).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('shows a user without claims no row', async () => {
    for (const table of doctrine.surfaces.work.owns.filter((name) => mayRead(doctrine.readers.user, name))) {
      const text = `select count(*)::text from ${table}`;
      expect(String(await gateway.sources.postgres?.render(viewer('authenticated'), { text, values: [] }))).toBe('0');
    }
  });

  it.each([
    ['an anonymous sign-in', { is_anonymous: true }],
    ['one that says so in a text', { is_anonymous: 'true' }],
    ["an OAuth client's token", { client_id: 'x' }],
    ['somebody who acts for the user', { act: { sub: 'x' } }],
    ['a scope', { scope: 'pages' }],
  ])(
    'shows the role of users no row and lets it write none for claims of less than a full user: %s',
    async (_name, less) => {
      const { postgres } = gateway.sources;
      const count = (as: Viewer, table: string) =>
        postgres?.render(as, { text: `select count(*)::text from ${table}`, values: [] });
      expect(String(await count(ana({ is_anonymous: false }), 'work.spaces'))).toBe('2');
      for (const table of ['work', 'ops'].flatMap((surface) => doctrine.readers.user[surface as 'work']))
        expect(String(await count(ana(less), String(table))), String(table)).toBe('0');
      for (const text of [
        "select work.create_space('Mine')::text",
        "select work.begin_once('k', 'createSpace', '{}')::text",
        'with gone as (delete from work.permissions returning 1) select count(*)::text from gone',
        "with renamed as (update work.spaces set name = 'x' returning 1) select count(*)::text from renamed",
      ]) {
        const asked = postgres?.transact(ana(less), (run) => run({ text, values: [] })).then(String);
        if (text.startsWith('with')) expect(await asked).toBe('0');
        else await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' });
      }
    },
  );

  it.each(READERS.map(([role]) => role))('lets %s write nothing that the doctrine does not give', async (role) => {
    const views = await ask("select oid::regclass::text as name from pg_class where relkind = 'v'");
    const names = new Set(views.map(({ name }) => name));
    for (const table of TABLES.filter((name) => !names.has(name) && !mayWrite(role, name))) {
      const text = `with gone as (delete from ${table} returning 1) select count(*)::text from gone`;
      const asked = gateway.sources.postgres?.transact(viewer(role), (run) => run({ text, values: [] }));
      await expect(asked, table).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('lets a read write nothing, not even as the service', async () => {
    const text =
      "with made as (insert into work.spaces (name) values ('x') returning 1) select count(*)::text from made";
    const asked = gateway.sources.postgres?.render(viewer('service_role'), { text, values: [] });
    await expect(asked).rejects.toMatchObject({ cause: { code: '25006' } });
    const called = gateway.sources.postgres?.render(viewer('service_role'), {
      text: "select work.create_space(name => 'x', admin_id => gen_random_uuid())::text",
      values: [],
    });
    await expect(called).rejects.toMatchObject({ cause: { code: '25006' } });
  });
});
