/** A planted violation of every rule on migrations: each is found at its line, and nothing else is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_LOGIN } from '../../src/analysis/odoo-login.ts';
import { printServer, printTables } from '../../src/analysis/our-side.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import type { Finding } from '../../src/guard/finding.ts';
import { packagePaths } from '../../src/paths.ts';
import { copyTree, type GuardedTree } from '../support/guarded.ts';

const FILE = 'migrations/20991231235959_planted.sql';
/** What a new table needs, so that nothing but what was planted is found. */
const locked = (table: string) =>
  `alter table ${table} enable row level security; create policy p on ${table} for select to service_role using (true);`;

/** Rule → SQL that breaks it, and no other rule. */
const PLANTED: readonly (readonly [rule: string, what: string, sql: string])[] = [
  [
    'migrations/odoo-foreign-key',
    'a foreign key to the shadow of a partner',
    `create table work.fk (id uuid primary key, partner int references odoo_seed.partners (id)); ${locked('work.fk')}`,
  ],
  [
    'migrations/odoo-foreign-key',
    'one that is added later, to a table named as Odoo names it',
    'alter table work.pages add foreign key (odoo_partner_id) references public.res_partner (id);',
  ],
  [
    'migrations/odoo-trigger',
    'a trigger on a table of Odoo, made by a function',
    `create function ops.plant() returns void language plpgsql set search_path = '' as $$
     begin
       execute 'create trigger t after insert on odoo.account_move execute function ops.refuse_change()';
     end $$;`,
  ],
  [
    'migrations/odoo-copy',
    'a copy by its name',
    `create table work.my_res_partners (id uuid); ${locked('work.my_res_partners')}`,
  ],
  [
    'migrations/odoo-copy',
    'a copy by its columns',
    `create table work.customers (id uuid, email text, phone text, vat text, city text, zip text); ${locked('work.customers')}`,
  ],
  [
    'migrations/odoo-copy',
    'a copy that says so',
    `create table ops.odoo_invoices_copy (invoice_id integer, amount_total numeric, state text); ${locked('ops.odoo_invoices_copy')}`,
  ],
  [
    'migrations/odoo-copy',
    'what speaks of customers and holds two of their fields',
    `create table work.customers_2 (id uuid, vat text, phone text); ${locked('work.customers_2')}`,
  ],
  [
    'migrations/odoo-copy',
    'columns that come later',
    `create table work.grows (id uuid, email text, phone text);
     alter table work.grows add column vat text, add column city text, add column zip text; ${locked('work.grows')}`,
  ],
  [
    'migrations/odoo-copy',
    "a query whose columns are a model's",
    `create table work.made as select 1 as email, 2 as phone, 3 as vat, 4 as city, 5 as zip; ${locked('work.made')}`,
  ],
  [
    'migrations/shadow-ledger',
    'a table of journal items',
    `create table odoo_seed.account_move_lines (id bigint); ${locked('odoo_seed.account_move_lines')}`,
  ],
  [
    'migrations/shadow-ledger',
    'a table of entries, in the plural and with more words',
    `create table ops.old_journal_entries_2026 (id bigint); ${locked('ops.old_journal_entries_2026')}`,
  ],
  [
    'migrations/shadow-ledger',
    'a shadow of moves',
    `create table odoo_seed.shadow_moves (odoo_id bigint, raw jsonb); ${locked('odoo_seed.shadow_moves')}`,
  ],
  [
    'migrations/shadow-ledger',
    "an amount beside an entry's id, in the schema of the shadow",
    `create table odoo_seed.checks (id uuid, odoo_move_id bigint, balance numeric); ${locked('odoo_seed.checks')}`,
  ],
  [
    'migrations/shadow-ledger',
    "an amount beside an invoice's number, under another name",
    `create table ops.receivables (id uuid, invoice_number text, amount_due numeric); ${locked('ops.receivables')}`,
  ],
  [
    'migrations/shadow-ledger',
    'a debit and a credit, entry by entry',
    `create table catalog.postings (id uuid, account text, debit numeric, credit numeric); ${locked('catalog.postings')}`,
  ],
  [
    'migrations/shadow-ledger',
    'columns that come later',
    `create table ops.later (id uuid, payment_id bigint); alter table ops.later add column amount_paid numeric; ${locked('ops.later')}`,
  ],
  ['migrations/wire', 'a foreign server', 'create server s foreign data wrapper f;'],
  ['migrations/wire', 'an extension that asks others', 'create extension if not exists dblink;'],
  ['migrations/wire', 'a second server of the same kind', 'create server second foreign data wrapper postgres_fdw;'],
  ['migrations/wire', 'the server by another wrapper', 'create server tripoint_odoo foreign data wrapper file_fdw;'],
  [
    'migrations/wire',
    'a login with its password',
    "create user mapping for current_user server tripoint_odoo options (user 'u', password 'p');",
  ],
  ['migrations/wire', 'whatever tables there are', 'import foreign schema public from server tripoint_odoo into ops;'],
  ...[
    ['another column', 'ops.odoo_tasks_fdw (id int, description text)', "table_name 'project_task'"],
    ['a column of another type', 'ops.odoo_tasks_fdw (id text)', "table_name 'project_task'"],
    [
      "a column under another's name",
      "ops.odoo_tasks_fdw (name text options (column_name 'email_cc'))",
      "table_name 'project_task'",
    ],
    ['another table under its name', 'ops.odoo_tasks_fdw (id int)', "table_name 'res_users'"],
    ['a table of another schema', 'ops.odoo_tasks_fdw (id int)', "schema_name 'other', table_name 'project_task'"],
  ].map(
    ([what, table, options]) =>
      [
        'migrations/wire',
        `a foreign table with ${what}`,
        `create foreign table ${table} server tripoint_odoo options (${options});`,
      ] as const,
  ),
  [
    'migrations/grant',
    'what postgres_fdw shows, to users',
    `create foreign table ops.odoo_tasks_fdw (id int) server tripoint_odoo options (table_name 'project_task');
     grant select on ops.odoo_tasks_fdw to authenticated;`,
  ],
  ['migrations/append-only', 'an update of an event', "update ops.run_events set payload = '{}';"],
  [
    'migrations/append-only',
    'a delete within a common table expression of a function in SQL',
    `create function ops.forget() returns void language sql set search_path = '' as $$
       with gone as (delete from ops.run_events returning 1) select count(*) from gone
     $$;`,
  ],
  [
    'migrations/append-only',
    'an upsert, put together as text',
    `do $$ declare t text; begin
       foreach t in array array['run_events'] loop
         execute format('insert into ops.%I default values on conflict (id) do update set seq = 1', t);
       end loop;
     end $$;`,
  ],
  ['migrations/append-only', 'a lock that is taken off', 'alter table ops.run_events disable trigger all;'],
  ['migrations/append-only', 'a lock that is dropped', 'drop trigger append_only on ops.run_events;'],
  ['migrations/append-only', 'all locks at once', 'set session_replication_role = replica;'],
  [
    'migrations/append-only',
    'a part that is taken off',
    'alter table ops.run_events detach partition ops.run_events_2026_11;',
  ],
  ['migrations/append-only', 'a column that goes', 'alter table ops.run_events drop column payload;'],
  ['migrations/never-deleted', 'runs that go', 'delete from ops.runs;'],
  ['migrations/never-deleted', 'runs that are cut off', 'truncate ops.runs cascade;'],
  [
    'migrations/unknown-dynamic-sql',
    'a statement of which nothing is known',
    `create function ops.run_it(sql text) returns void language plpgsql set search_path = '' as $$ begin execute sql; end $$;`,
  ],
  [
    'migrations/unknown-dynamic-sql',
    'a delete from a table of which nothing is known',
    `create function ops.clear(t text) returns void language plpgsql set search_path = '' as $$
     begin execute format('delete from ops.%I', t); end $$;`,
  ],
  ['migrations/grant', 'a write to who only reads', 'grant delete on work.pages to anon;'],
  ['migrations/grant', 'a table to an agent that has none', 'grant select on ops.runs to agent_workspace_indexer;'],
  [
    'migrations/grant',
    'a column beyond those of the doctrine',
    'grant update (created_by) on work.attachments to authenticated;',
  ],
  ['migrations/grant', 'everything to everybody', 'grant select on work.pages to public;'],
  [
    'migrations/grant',
    'what does not exist yet',
    'alter default privileges in schema work grant select on tables to anon;',
  ],
  ['migrations/grant', 'a role that stands for nobody', 'grant select on work.pages to reporting;'],
  ['migrations/grant', 'a function', 'grant execute on function ops.cancel(uuid, text) to agent_sync_odoo_agent;'],
  [
    'migrations/grant',
    'in a loop',
    `do $$ declare r text; begin
       foreach r in array array['anon'] loop execute format('grant insert on work.blocks to %I', r); end loop;
     end $$;`,
  ],
  ['migrations/grant', 'what may be passed on', 'grant select on work.pages to authenticated with grant option;'],
  ['migrations/role', 'an owner among the viewers', 'alter table work.pages owner to authenticated;'],
  ['migrations/role', 'a role above row-level security', 'alter role gateway bypassrls;'],
  ['migrations/role', 'a role of no agent', 'create role agent_of_nobody;'],
  ['migrations/role', 'a viewer that becomes another', 'grant service_role to authenticated;'],
  [
    'migrations/rls-missing',
    'a table without row-level security',
    'create table work.open (id uuid); create policy p on work.open for select to service_role using (true);',
  ],
  ['migrations/rls-missing', 'one where it is switched off', 'alter table work.pages disable row level security;'],
  ['migrations/rls-missing', 'a materialized view', 'create materialized view work.all_pages as select 1 as one;'],
  [
    'migrations/policy-missing',
    'a table without a policy',
    'create table work.closed (id uuid); alter table work.closed enable row level security;',
  ],
  ['migrations/view-invoker', 'a view that reads as its owner', 'create view work.everything as select 1 as one;'],
  [
    'migrations/definer-search-path',
    'a definer without a search_path',
    `create function work.lent() returns int language sql security definer as $$ select 1 $$;
     revoke execute on function work.lent() from public;`,
  ],
  [
    'migrations/definer-search-path',
    'a definer with a schema in it',
    `create function work.lent2() returns int language sql security definer set search_path = work as $$ select 1 $$;
     revoke execute on function work.lent2() from public;`,
  ],
  [
    'migrations/definer-public',
    'a definer for everybody',
    `create function work.lent3() returns int language sql security definer set search_path = '' as $$ select 1 $$;`,
  ],
  ['migrations/unnamed-job', 'a job without a name', "select cron.schedule('* * * * *', 'select 1');"],
  [
    'migrations/unnamed-job',
    'a job that is written by hand',
    "insert into cron.job (schedule, command) values ('* * * * *', 'select 1');",
  ],
  [
    'migrations/append-only',
    'a job with a name that deletes events',
    "select cron.schedule('tidy', '0 3 * * *', $job$ delete from ops.run_events where created_at < now() $job$);",
  ],
  [
    'migrations/never-deleted',
    'a job that is made in a block, in another database',
    `do $$ begin
       perform cron.schedule_in_database('tidy', '0 3 * * *', 'delete ' || 'from ops.runs', 'postgres');
     end $$;`,
  ],
  [
    'migrations/unknown-dynamic-sql',
    'a job whose command nobody knows',
    "select cron.schedule('any', '0 3 * * *', current_setting('x.command'));",
  ],
  [
    'code/unregistered-secret',
    'a secret of Vault',
    "select decrypted_secret from vault.decrypted_secrets where name = 'x';",
  ],
  [
    'migrations/unreadable',
    'a body that is no PL/pgSQL',
    `create function work.broken() returns int language plpgsql set search_path = '' as $$ begin retrun 1; end $$;`,
  ],
];

let tree: GuardedTree;
let found: readonly Finding[];
let lines: readonly (readonly [first: number, last: number])[];

beforeAll(async () => {
  tree = copyTree(['migrations', 'schema']);
  const before = await tree.find({}, { parts: ['migrations'] });
  let next = 1;
  lines = PLANTED.map(([, , sql]) => {
    const first = next;
    next += sql.split('\n').length;
    return [first, next - 1] as const;
  });
  const after = await tree.find({ [FILE]: PLANTED.map(([, , sql]) => sql).join('\n') }, { parts: ['migrations'] });
  // What is planted to break another rule is in no doctrine either.
  const incidental = ['migrations/unrecorded', 'migrations/table-unknown'];
  const known = new Set(before.map((finding) => JSON.stringify(finding)));
  found = after.filter((finding) => !known.has(JSON.stringify(finding)) && !incidental.includes(finding.rule));
});
afterAll(() => tree[Symbol.dispose]());

describe('a migration', () => {
  it.each(PLANTED.map(([rule, what], index) => [rule, what, index] as const))(
    'breaks %s by %s',
    (rule, _what, index) => {
      const [first, last] = lines[index] ?? [0, 0];
      const here = found.filter(({ file, line = 0 }) => file === FILE && line >= first && line <= last);
      // What is taken away from a table of an earlier migration is found where that table is made.
      const isElsewhere = PLANTED[index]?.[2].startsWith('alter table work.pages disable');
      const rules = isElsewhere
        ? found.filter(({ file }) => file !== FILE).map((each) => each.rule)
        : here.map((each) => each.rule);
      expect(new Set(rules)).toEqual(new Set([rule]));
    },
  );

  it('makes no table that the doctrine does not know; a partition is its table', async () => {
    const sql = `create table ops.stray (id uuid); ${locked('ops.stray')}
      create table ops.run_events_2030_01 (id uuid); ${locked('ops.run_events_2030_01')}`;
    const findings = await tree.find({ [FILE]: sql }, { parts: ['migrations'] });
    expect(findings.filter(({ rule }) => rule === 'migrations/table-unknown')).toMatchObject([
      { message: expect.stringMatching(/^ops\.stray is owned by no surface/), file: FILE, line: 1 },
    ]);
  });

  it('shadows Odoo where the schema says so alone', async () => {
    const marked = 'migrations/20261130022001_odoo_seed.sql';
    const unmark = (text: string) =>
      text.replace(/comment on schema odoo_seed is '[^']*'/, "comment on schema odoo_seed is 'Things'");
    const findings = await tree.find({ [marked]: unmark }, { parts: ['migrations'] });
    const copies = findings.filter(({ rule }) => rule === 'migrations/odoo-copy');
    expect(copies).toContainEqual(
      expect.objectContaining({
        file: marked,
        message: expect.stringMatching(/^odoo_seed\.shadow_projects shadows Odoo and nothing says so/),
      }),
    );
    const sql = 'create trigger t after insert on odoo_seed.shadow_tasks execute function ops.refuse_change();';
    const stray = await tree.find({ [FILE]: sql }, { parts: ['migrations'] });
    expect(stray.filter(({ file }) => file === FILE).map(({ rule }) => rule)).toContain('migrations/odoo-trigger');
  });

  it('may keep control totals, ids of entries alone, and amounts that are of no entry', async () => {
    const columns: Record<string, string> = {
      'ops.finance_totals_a':
        'company text, journal text, month date, state text, currency text, count bigint, debit numeric, credit numeric, hash text',
      'ops.shadow_expense_totals': 'month date, expense_count int, total_amount numeric',
      'work.page_notes': 'id uuid, odoo_move_id bigint, note text',
      'ops.deals': 'id uuid, title text, amount numeric, currency text',
      'ops.movements': 'id uuid, from_page uuid, to_page uuid, moved_at timestamptz',
      'ops.credits': 'id uuid, agent text, credit int',
      'ops.ledger_checks': 'id uuid, checked_at timestamptz, ok boolean',
      'ops.approval_limits': 'id uuid, role text, amount_max numeric, payment_terms text',
    };
    const sql = Object.entries(columns).map(([name, list]) => `create table ${name} (${list}); ${locked(name)}`);
    const foreign = 'create foreign table ops.their_moves (move_id int, debit numeric, credit numeric) server s;';
    const findings = await tree.find({ [FILE]: [...sql, foreign].join('\n') }, { parts: ['migrations'] });
    expect(findings.filter(({ rule }) => rule === 'migrations/shadow-ledger')).toEqual([]);
  });

  it('may make the one wire that the doctrine describes, with its columns and its readers', async () => {
    const doctrine = loadDoctrine(packagePaths());
    const sql = `create extension if not exists postgres_fdw; ${printServer(doctrine, EXAMPLE_LOGIN)} ${printTables(doctrine)}`;
    const findings = await tree.find({ [FILE]: sql }, { parts: ['migrations'] });
    expect(findings.filter(({ rule }) => rule !== 'migrations/unrecorded')).toEqual([]);
  });

  it('is found nowhere but where something was planted', () => {
    const elsewhere = found.filter(({ file }) => file !== FILE);
    expect(elsewhere.map(({ message }) => message)).toEqual(['Table work.pages has no row-level security: enable it']);
  });
});

describe('a migration that has landed', () => {
  const LATE = 'migrations/20261121000002_x_late.sql';
  const RECORD = 'ssot/migrations.sha256';
  const DROPPED = 'migrations/20991231235958_dropped.sql';
  let findings: readonly Finding[];
  beforeAll(async () => {
    const changes = {
      'migrations/20261121000002_ops.sql': (text: string) => `${text} `,
      'migrations/20261121000012_run_pages.sql': null,
      [LATE]: 'select 1;',
      [FILE]: 'select 1;\n\nselct 2;\n',
      [DROPPED]: 'drop schema ops cascade;',
      [RECORD]: (text: string) => text.replace(/^[0-9a-f]{8}/, 'edited!!'),
    };
    findings = await tree.find(changes, { parts: ['migrations'] });
  });

  it.each([
    ['is not edited: a space is enough', 'edited', 'migrations/20261121000002_ops.sql', 1],
    ['does not vanish', 'vanished', RECORD, 12],
    ['has no new one before it', 'out-of-order', LATE, 1],
    ['is recorded', 'unrecorded', FILE, 1],
    ['is not edited in the record either', 'edited', RECORD, 1],
    ['keeps its tables: a schema is not dropped', 'append-only', DROPPED, 1],
    ['is SQL: what is not is found with its line', 'unreadable', FILE, 3],
  ])('%s', (_promise, rule, file, line) => {
    expect(findings).toContainEqual(expect.objectContaining({ rule: `migrations/${rule}`, file, line }));
  });
});
