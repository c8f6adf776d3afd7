-- Verification of Odoo: what should be there, what of it is, and of the books control totals. A schema of its own, whose tables
-- belong to the surface `ops`.

create schema odoo_seed;
comment on schema odoo_seed is 'Shadow of Odoo: what should be there, the names of what is, and control totals of the books; no entry of them.';

create table odoo_seed.seed_projects (
  id uuid primary key default gen_random_uuid(),
  external_ref text not null unique check (external_ref ~ '^[A-Za-z0-9_][A-Za-z0-9_-]*([.:/][A-Za-z0-9_-]+)+$' and length(external_ref) <= 200),
  name text not null check (length(name) between 1 and 500),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table odoo_seed.seed_projects is 'Projects that should be in Odoo.';
comment on column odoo_seed.seed_projects.external_ref is 'An external id of Odoo, e.g. ipai_seed.website, or odoo.<model>.<id>.';

create table odoo_seed.seed_tasks (
  id uuid primary key default gen_random_uuid(),
  external_ref text not null unique check (external_ref ~ '^[A-Za-z0-9_][A-Za-z0-9_-]*([.:/][A-Za-z0-9_-]+)+$' and length(external_ref) <= 200),
  name text not null check (length(name) between 1 and 500),
  project_ref text not null check (length(project_ref) <= 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table odoo_seed.seed_tasks is 'Tasks that should be in Odoo.';
comment on column odoo_seed.seed_tasks.project_ref is 'The external_ref of the project that it should stand in.';

create table odoo_seed.shadow_projects (
  odoo_id bigint primary key,
  external_ref text not null,
  name text not null,
  synced_at timestamptz not null,
  raw jsonb not null
);
comment on table odoo_seed.shadow_projects is 'Projects of Odoo as the latest verification read them.';
comment on column odoo_seed.shadow_projects.external_ref is 'Of its external ids the one that a seed has, else its first one, else odoo.project.project.<id>.';
create index shadow_projects_external_ref on odoo_seed.shadow_projects (external_ref);

create table odoo_seed.shadow_tasks (
  odoo_id bigint primary key,
  external_ref text not null,
  name text not null,
  project_odoo_id bigint,
  synced_at timestamptz not null,
  raw jsonb not null
);
comment on table odoo_seed.shadow_tasks is 'Tasks of Odoo as the latest verification read them.';
comment on column odoo_seed.shadow_tasks.external_ref is 'Of its external ids the one that a seed has, else its first one, else odoo.project.task.<id>.';
create index shadow_tasks_external_ref on odoo_seed.shadow_tasks (external_ref);

create table odoo_seed.shadow_finance_totals (
  id uuid primary key default gen_random_uuid(),
  company_id bigint not null,
  company text not null,
  journal_id bigint not null,
  journal text not null,
  month date not null,
  state text not null,
  currency text not null,
  count bigint not null,
  debit numeric not null,
  credit numeric not null,
  hash text not null,
  is_locked boolean not null,
  synced_at timestamptz not null,
  constraint shadow_finance_totals_once unique (company_id, journal_id, month, state, currency)
);
comment on table odoo_seed.shadow_finance_totals is 'Control totals of the journal items of Odoo: never an item.';
comment on column odoo_seed.shadow_finance_totals.month is 'Its first day.';
comment on column odoo_seed.shadow_finance_totals.hash is 'SHA-256 over the ids and amounts of the items, by id; empty where there is none.';
comment on column odoo_seed.shadow_finance_totals.is_locked is 'Whether the whole month was in a locked period when it was read.';

create table odoo_seed.accepted_totals (
  id uuid primary key,
  count bigint not null,
  debit numeric not null,
  credit numeric not null,
  hash text not null,
  accepted_at timestamptz not null default now()
);
comment on column odoo_seed.accepted_totals.id is 'That of the total.';
comment on table odoo_seed.accepted_totals is 'What each control total is compared with: as it was last seen, or as somebody has accepted it.';

create table odoo_seed.verifications (
  id uuid primary key default gen_random_uuid(),
  run_id uuid not null,
  instance text,
  projects int not null default 0,
  tasks int not null default 0,
  totals int not null default 0,
  differences int,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz
);
comment on column odoo_seed.verifications.run_id is 'The run that did it. No foreign key: runs leave.';
comment on column odoo_seed.verifications.finished_at is 'As of when its differences hold; null while it is under way.';
create index verifications_finished_at on odoo_seed.verifications (finished_at desc, id);
create index verifications_started_at on odoo_seed.verifications (started_at, id);

alter table odoo_seed.seed_projects enable row level security;
alter table odoo_seed.seed_tasks enable row level security;
alter table odoo_seed.shadow_projects enable row level security;
alter table odoo_seed.shadow_tasks enable row level security;
alter table odoo_seed.shadow_finance_totals enable row level security;
alter table odoo_seed.accepted_totals enable row level security;
alter table odoo_seed.verifications enable row level security;
create policy all_read on odoo_seed.seed_projects for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);
create policy all_read on odoo_seed.seed_tasks for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);
create policy all_read on odoo_seed.shadow_projects for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);
create policy all_read on odoo_seed.shadow_tasks for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);
create policy all_read on odoo_seed.shadow_finance_totals for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);
create policy all_read on odoo_seed.accepted_totals for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);
create policy all_read on odoo_seed.verifications for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);

-- Seeds and shadows ------------------------------------------------------------------------------------------------

create view odoo_seed.v_missing_in_odoo with (security_invoker = true) as
  select 'PROJECT'::text as entity, s.external_ref, s.name
  from odoo_seed.seed_projects s
  where not exists (select from odoo_seed.shadow_projects o where o.external_ref = s.external_ref)
  union all
  select 'TASK', s.external_ref, s.name
  from odoo_seed.seed_tasks s
  where not exists (select from odoo_seed.shadow_tasks o where o.external_ref = s.external_ref);
comment on view odoo_seed.v_missing_in_odoo is 'Seeds of which the latest verification found no record.';

-- People make projects and tasks too: a record is an orphan where its external id says that it came from the seeds.
create view odoo_seed.v_orphan_in_odoo with (security_invoker = true) as
  with modules as materialized (
    select split_part(translate(s.external_ref, ':/', '..'), '.', 1) as module from odoo_seed.seed_projects s
    union
    select split_part(translate(s.external_ref, ':/', '..'), '.', 1) from odoo_seed.seed_tasks s
  )
  select 'PROJECT'::text as entity, o.odoo_id, o.external_ref, o.name, o.synced_at
  from odoo_seed.shadow_projects o
  where split_part(translate(o.external_ref, ':/', '..'), '.', 1) in (select m.module from modules m where m.module <> 'odoo')
    and not exists (select from odoo_seed.seed_projects s where s.external_ref = o.external_ref)
  union all
  select 'TASK', o.odoo_id, o.external_ref, o.name, o.synced_at
  from odoo_seed.shadow_tasks o
  where split_part(translate(o.external_ref, ':/', '..'), '.', 1) in (select m.module from modules m where m.module <> 'odoo')
    and not exists (select from odoo_seed.seed_tasks s where s.external_ref = o.external_ref);
comment on view odoo_seed.v_orphan_in_odoo is 'Records whose external id is of a module that the seeds use, and of no seed.';

create view odoo_seed.v_name_drift with (security_invoker = true) as
  select 'PROJECT'::text as entity, o.odoo_id, s.external_ref, s.name as seed_name, o.name as odoo_name, o.synced_at
  from odoo_seed.seed_projects s join odoo_seed.shadow_projects o on o.external_ref = s.external_ref
  where o.name <> s.name
  union all
  select 'TASK', o.odoo_id, s.external_ref, s.name, o.name, o.synced_at
  from odoo_seed.seed_tasks s join odoo_seed.shadow_tasks o on o.external_ref = s.external_ref
  where o.name <> s.name;
comment on view odoo_seed.v_name_drift is 'Records that have another name than their seed.';

create view odoo_seed.v_project_drift with (security_invoker = true) as
  select o.odoo_id, s.external_ref, s.project_ref as seed_project_ref, p.external_ref as odoo_project_ref, o.synced_at
  from odoo_seed.seed_tasks s
  join odoo_seed.shadow_tasks o on o.external_ref = s.external_ref
  left join odoo_seed.shadow_projects p on p.odoo_id = o.project_odoo_id
  where p.external_ref is distinct from s.project_ref;
comment on view odoo_seed.v_project_drift is 'Tasks that stand in another project than their seed says.';

-- Control totals ---------------------------------------------------------------------------------------------------

create view odoo_seed.v_finance_drift with (security_invoker = true) as
  select md5(concat_ws(':', t.id, t.count, t.debit, t.credit, t.hash))::uuid as id, t.id as total_id,
    case when t.is_locked then 'FINANCE_LOCKED' else 'FINANCE_ALTERED' end as kind,
    format('%s, %s, %s, %s, %s', t.company, t.journal, to_char(t.month, 'YYYY-MM'), t.state, t.currency) as name,
    format('%s items, debit %s, credit %s, hash %s', a.count, a.debit, a.credit, coalesce(nullif(left(a.hash, 12), ''), 'none')) as accepted,
    format('%s items, debit %s, credit %s, hash %s', t.count, t.debit, t.credit, coalesce(nullif(left(t.hash, 12), ''), 'none')) as found,
    t.synced_at
  from odoo_seed.shadow_finance_totals t
  join odoo_seed.accepted_totals a on a.id = t.id
  where (t.count, t.debit, t.credit, t.hash) is distinct from (a.count, a.debit, a.credit, a.hash);
comment on column odoo_seed.v_finance_drift.id is 'Of the total as it is now: once it changes, the difference is another.';
comment on view odoo_seed.v_finance_drift is 'Control totals that differ from what was accepted: of a locked period, or of a past month in which as many items have other amounts.';

-- All of it --------------------------------------------------------------------------------------------------------

create view odoo_seed.v_drift with (security_invoker = true) as
  with latest as materialized (select max(v.finished_at) as finished_at from odoo_seed.verifications v)
  select md5('MISSING:' || d.entity || ':' || d.external_ref)::uuid as id, 'MISSING'::text as kind, d.entity, d.external_ref, null::int as odoo_id,
    d.name as expected, null::text as found, l.finished_at as as_of
  from odoo_seed.v_missing_in_odoo d cross join latest l
  where l.finished_at is not null
  union all
  select md5('ORPHAN:' || d.entity || ':' || d.odoo_id)::uuid, 'ORPHAN', d.entity, d.external_ref, d.odoo_id::int, null, d.name, d.synced_at
  from odoo_seed.v_orphan_in_odoo d
  union all
  select md5('NAME:' || d.entity || ':' || d.odoo_id)::uuid, 'NAME', d.entity, d.external_ref, d.odoo_id::int, d.seed_name, d.odoo_name, d.synced_at
  from odoo_seed.v_name_drift d
  union all
  select md5('PROJECT:TASK:' || d.odoo_id)::uuid, 'PROJECT', 'TASK', d.external_ref, d.odoo_id::int, d.seed_project_ref, d.odoo_project_ref, d.synced_at
  from odoo_seed.v_project_drift d
  union all
  select d.id, d.kind, 'FINANCE_TOTAL', d.name, null, d.accepted, d.found, d.synced_at
  from odoo_seed.v_finance_drift d;
comment on view odoo_seed.v_drift is 'Every difference, one a row.';

-- What mutations write is noted while the gateway asks for it: docs/dry-runs.md.
create trigger note_inserted after insert on odoo_seed.seed_projects referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on odoo_seed.seed_projects referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on odoo_seed.seed_projects referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on odoo_seed.seed_tasks referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on odoo_seed.seed_tasks referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on odoo_seed.seed_tasks referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on odoo_seed.accepted_totals referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on odoo_seed.accepted_totals referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on odoo_seed.accepted_totals referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
