/** `guard --database`: a database as the migrations leave it has no finding, and each difference is one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { checkDatabase } from '../../src/guard/database.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { isRealStack } from '../support/stack.ts';

const doctrine = loadDoctrine(packagePaths());

/** What somebody did to the live database, and what is said of it. */
const PLANTED: readonly (readonly [sql: string, finding: string])[] = [
  ['revoke select on work.pages from authenticated', 'database/table-grant authenticated lacks select on work.pages'],
  [
    'grant insert on ops.runs to agent_sync_odoo_agent',
    'database/table-grant agent_sync_odoo_agent has insert on ops.runs',
  ],
  ['grant truncate on work.blocks to service_role', 'database/table-grant service_role has truncate on work.blocks'],
  ['grant select on ops.schedules to public', 'database/table-grant public has a grant on ops.schedules'],
  [
    'grant update (size) on work.attachments to authenticated',
    'database/column-grant authenticated has update (size) on work.attachments',
  ],
  [
    'grant update on work.templates to authenticated',
    'database/column-grant authenticated has update on work.templates, and the doctrine gives it id, space_id',
  ],
  [
    'revoke update (title) on work.databases from authenticated',
    'database/column-grant authenticated lacks update (title) on work.databases',
  ],
  ['create table work.stray (id int)', 'database/table-unknown work.stray'],
  ['create table work.stray2 (id int)', 'database/table-unknown work.stray2'],
  [
    "create function work.stray() returns int language sql set search_path = '' as 'select 1'",
    'database/function-unknown work.stray()',
  ],
  ['alter function ops.enqueue reset search_path', 'database/search-path ops.enqueue'],
  [
    'drop function work.refuse_operation(text, text, text)',
    'database/function-missing The database has no function work.refuse_operation',
  ],
  [
    'grant execute on function ops.cancel to agent_sync_odoo_agent',
    'database/function-execute agent_sync_odoo_agent has execute on ops.cancel',
  ],
  [
    'grant execute on function ops.refuse_removal to public',
    'database/function-execute public has execute on ops.refuse_removal',
  ],
  [
    'revoke execute on function ops.claim from service_role',
    'database/function-execute service_role lacks execute on ops.claim',
  ],
  [
    'alter table work.comments disable row level security',
    'database/rls-off Row-level security is off on work.comments',
  ],
  [
    'alter policy member_reads on work.blocks using (true)',
    'database/policy-open The policy member_reads of work.blocks',
  ],
  [
    'alter policy editor_updates on work.db_rows with check (true)',
    'database/policy-open The policy editor_updates of work.db_rows',
  ],
  [
    'create policy stray on ops.schedules for select to authenticated using (true)',
    'database/policy-stray The policy stray of ops.schedules',
  ],
  [
    'create policy everything on ops.builds to service_role using (true)',
    'database/policy-stray The policy everything of ops.builds is for everything',
  ],
  [
    'drop policy member_reads on work.db_columns',
    'database/policy-missing No policy of work.db_columns is for select by authenticated',
  ],
  [
    'drop policy member_reads on work.relations; create policy member_reads on work.relations as restrictive for select to authenticated using (true)',
    'database/policy-missing No policy of work.relations is for select by authenticated',
  ],
  [
    'create foreign data wrapper w; create server second foreign data wrapper w',
    'database/wire The foreign server second (w) leads out of the database',
  ],
  ['alter view work.breadcrumbs set (security_invoker = false)', 'database/view-invoker work.breadcrumbs'],
  ['alter table ops.builds disable trigger append_only', 'database/append-only Nothing refuses UPDATE on ops.builds'],
  ['drop trigger refuse_removal on ops.backups', 'database/append-only Nothing refuses DELETE on ops.backups'],
  ['grant usage on schema tripoint to anon', 'database/schema-usage anon has usage of the schema tripoint'],
  ['grant create on schema work to authenticated', 'database/schema-usage authenticated may create in the schema work'],
  [
    'revoke usage on schema ops from authenticated',
    'database/schema-usage authenticated lacks usage of the schema ops',
  ],
  [
    'alter default privileges in schema work grant select on tables to anon',
    'database/default-privileges anon gets select',
  ],
  // What PostgREST may expose beside our schemas.
  [
    'create view public.shown as select id from ops.runs; grant select on public.shown to anon',
    'database/exposed The view public.shown shows ops.runs to anon, past its policies',
  ],
  [
    'create view public.inner_one as select id from work.pages; create view public.outer_one as select id from public.inner_one; grant select on public.outer_one to authenticated',
    'database/exposed The view public.outer_one shows work.pages to authenticated',
  ],
  [
    'create materialized view public.kept as select id from ops.runs; grant select on public.kept to authenticated',
    'database/exposed The materialized view public.kept shows ops.runs to authenticated',
  ],
  [
    "create schema api; grant usage on schema api to anon; create function api.runs() returns setof ops.runs language sql security definer set search_path = '' as 'select * from ops.runs'",
    'database/exposed api.runs(), SECURITY DEFINER, reaches ops.runs for ',
  ],
  [
    "create schema if not exists graphql_public; grant usage on schema graphql_public to anon; create function graphql_public.pages() returns setof work.pages language sql security definer as 'select * from work.pages'",
    'database/exposed graphql_public.pages(), SECURITY DEFINER, reaches work.pages for ',
  ],
  [
    'create schema if not exists storage; grant usage on schema storage to authenticated; create view storage.shown as select id from ops.runs; grant select on storage.shown to authenticated',
    'database/exposed The view storage.shown shows ops.runs to authenticated, past its policies',
  ],
  [
    "create function public.by_path() returns bigint language plpgsql security definer set search_path = ops as 'begin return (select count(*) from runs); end'",
    'database/exposed public.by_path(), SECURITY DEFINER, reaches the schema ops for ',
  ],
  [
    "create function public.lower_one() returns bigint language sql as 'select count(*) from work.pages'; create function public.upper_one() returns bigint language sql security definer as 'select public.lower_one()'",
    'database/exposed public.upper_one(), SECURITY DEFINER, reaches work.pages for ',
  ],
  [
    "create function public.dynamic(text) returns void language plpgsql security definer as 'begin execute $1; end'",
    'database/exposed public.dynamic(text), SECURITY DEFINER, reaches whatever SQL it puts together for ',
  ],
  [
    "alter policy group_reads on ops.artifacts using ((select ops.my_groups()) && array['hr'])",
    'database/policy-groups The policy group_reads of ops.artifacts is for hr, and the doctrine says auditors',
  ],
  // Tenants.
  [
    'drop policy no_tenant_only on ops.builds',
    'database/tenant ops.builds shows agent_sync_odoo_agent every tenant by any token',
  ],
  [
    'alter policy tenant_only on ops.runs using (true)',
    'database/tenant ops.runs shows authenticated every tenant by any token',
  ],
  [
    'alter policy agent_tenant_only on ops.projects using (tenant_id is not null)',
    'database/tenant ops.projects shows agent_delivery_agent every tenant by any token',
  ],
  [
    "alter policy member_reads on ops.deployments using (project_id in (select ops.my_project_ids()) or status = 'FAILED')",
    'database/tenant ops.deployments shows authenticated every tenant by any token',
  ],
  [
    'create table ops.reviews (project_id uuid references ops.projects)',
    'database/tenant ops.reviews is below ops.projects and has no tenant_id',
  ],
  // Every schema, whether it shows what is ours or not.
  [
    'create table public.open_one (id int)',
    'database/foreign-rls-off Row-level security is off on public.open_one, in a schema that ',
  ],
  [
    'create table public.idle_one (id int); create policy all_read on public.idle_one for select to anon using (true)',
    'database/foreign-rls-off Row-level security is off on public.idle_one, in a schema that ',
  ],
  [
    'create schema stray; grant usage on schema stray to authenticated; create table stray.parts (id int) partition by list (id)',
    'database/foreign-rls-off Row-level security is off on stray.parts, in a schema that authenticated may use: ',
  ],
  [
    'create table public.closed_one (id int); alter table public.closed_one enable row level security; grant insert on public.closed_one to anon',
    'database/foreign-policy-missing public.closed_one has no policy, and a grant to anon: ',
  ],
  [
    'grant create on schema public to authenticated',
    'database/schema-create authenticated may create in the schema public',
  ],
  [
    "do $$ begin if not exists (select from pg_roles where rolname = 'authenticator') then create role authenticator; end if; end $$; alter role authenticator set pgrst.db_schemas = 'public, work, vault'",
    'database/schema-exposed PostgREST exposes the schema vault: ',
  ],
  [
    "update ops.agents set kinds = '{odoo.wirte}' where name = 'sync-odoo-agent'",
    'database/agents The ledger knows sync-odoo-agent by kinds [odoo.wirte], otherKinds wait, ageing 60; the doctrine says kinds [odoo.write]',
  ],
  ["delete from ops.agents where name = 'workspace-indexer'", 'database/agents The ledger knows workspace-indexer not'],
  ["insert into ops.agents (name) values ('stray')", 'database/agents The ledger takes runs for stray'],
  // Roles belong to the cluster: undone with the transaction, and seen by nobody before.
  ['alter role agent_workspace_indexer bypassrls', 'database/role-attribute agent_workspace_indexer has bypassrls'],
  ['alter role gateway inherit', 'database/role-attribute gateway has inherit'],
  [
    'revoke agent_workspace_indexer from gateway',
    'database/role-member gateway may not become agent_workspace_indexer',
  ],
  [
    'grant service_role to agent_workspace_ask_docs',
    'database/role-member agent_workspace_ask_docs may become service_role',
  ],
];

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** What is found after the statements, which are then undone. */
async function findAfter(statements: readonly string[]): Promise<string[]> {
  return gateway.owner(async (client) => {
    await client.script('begin');
    try {
      for (const statement of statements) await client.script(statement);
      const findings = await checkDatabase((sql) => client.query(sql), doctrine);
      return findings.map(({ rule, message }) => `${rule} ${message}`);
    } finally {
      await client.script('rollback');
    }
  });
}

/** Roles belong to the cluster: those of agents and clients that another test has meanwhile are not this one's. */
const ofOthers = (finding: string) => /^database\/role-member gateway may become (agent|client)_test_/.test(finding);

describe('the guard of a live database', () => {
  it('finds nothing in one that the migrations made', async () => {
    expect((await findAfter([])).filter((one) => !ofOthers(one))).toEqual([]);
  });

  it('lets pass what reads as who asks, what the service alone sees, and what is not ours', async () => {
    const found = await findAfter([
      'create view public.asking with (security_invoker = true) as select id from work.pages; grant select on public.asking to authenticated',
      'create schema hidden; create table hidden.away (id int)',
      'create table public.behind (id int); alter table public.behind enable row level security; grant select on public.behind to anon; create policy few on public.behind for select to anon using (id = 1)',
      'create table public.of_nobody (id int); alter table public.of_nobody enable row level security',
      "do $$ begin if not exists (select from pg_roles where rolname = 'authenticator') then create role authenticator; end if; end $$; alter role authenticator set pgrst.db_schemas = 'public, work, ops, graphql_public'",
      'create view public.for_the_service as select id from ops.runs; grant select on public.for_the_service to service_role',
      "create table public.notes (id int); alter table public.notes enable row level security; create function public.note_count() returns bigint language sql security definer set search_path = '' as 'select count(*) from public.notes'",
    ]);
    expect(found.filter((one) => !ofOthers(one))).toEqual([]);
  });

  it('finds each of many differences at once', async () => {
    const found = await findAfter(PLANTED.map(([sql]) => sql));
    for (const [sql, finding] of PLANTED)
      expect(
        found.some((one) => one.startsWith(finding)),
        `${sql}\n${found.join('\n')}`,
      ).toBe(true);
  });

  it.runIf(isRealStack).each(PLANTED)('finds "%s" alone', async (sql, finding) => {
    const found = await findAfter([sql]);
    expect(
      found.some((one) => one.startsWith(finding)),
      found.join('\n'),
    ).toBe(true);
  });

  it('finds a role and a table that are not there', async () => {
    const more = structuredClone(doctrine);
    more.surfaces.work.owns.push('work.later');
    more.agents['later-agent'] = structuredClone(doctrine.templates.worker as (typeof more.agents)[string]);
    const found = await gateway.owner((client) => checkDatabase((sql) => client.query(sql), more));
    const messages = found.map(({ rule, message }) => `${rule} ${message}`);
    expect(messages).toContain(
      'database/table-missing The database has no work.later, which the doctrine lists: run `tripoint migrate`, or take it off',
    );
    expect(messages).toContain('database/role-missing There is no role agent_later_agent: run `tripoint migrate`');
  });
});
