-- Links between projects of Odoo and runs, between pages and runs, and from pages to more of Odoo; and what changed in Odoo.

-- The project of Odoo that a project of the ledger is. A slug odoo-<id> alone does not make it one: somebody may have named it so.
alter table ops.projects add column odoo_project_id int generated always as (
  case when odoo_instance is not null and slug ~ '^odoo-[1-9][0-9]{0,9}$' then
    case when substr(slug, 6)::bigint <= 2147483647 then substr(slug, 6)::int end
  end) stored;
comment on column ops.projects.odoo_project_id is 'Id of project.project that this project is; null for one that no Odoo has.';
create index projects_odoo_project on ops.projects (odoo_project_id) where odoo_project_id is not null;

alter table ops.project_runs add column odoo_project_id int;
comment on column ops.project_runs.odoo_project_id is 'That of the project, beside it so that the runs of a project of Odoo are found by an index.';
update ops.project_runs r set odoo_project_id = p.odoo_project_id from ops.projects p
where p.id = r.project_id and p.odoo_project_id is not null;
create index project_runs_odoo_project on ops.project_runs (odoo_project_id, created_at, id) where odoo_project_id is not null;

-- One row for each project of Odoo that the viewer sees in the ledger, also where nothing has run for it.
create view ops.project_run_stats with (security_invoker = true) as
select p.odoo_project_id as id, p.id as project_id, s.total, s.succeeded, s.failed, s.last_run_at
from ops.projects p cross join lateral (
  select count(*)::int as total, (count(*) filter (where r.status = 'SUCCEEDED'))::int as succeeded,
    (count(*) filter (where r.status in ('FAILED', 'DEAD')))::int as failed, max(r.created_at) as last_run_at
  from ops.project_runs r where r.project_id = p.id) s
where p.odoo_project_id is not null;

-- A schedule's runs are done for its project.
alter table ops.schedules add column project_id uuid references ops.projects (id);
comment on column ops.schedules.project_id is 'The project that its runs are done for; null where they are nobody''s.';
create index schedules_project on ops.schedules (project_id) where project_id is not null;

-- What a run touched is shown to members of its project, as far as they see the page.
create index run_pages_page on ops.run_pages (page_id, created_at, id);
create policy member_reads on ops.run_pages for select to authenticated using (
  run_id in (select r.id from ops.project_runs r where r.project_id in (select ops.my_project_ids()))
  and exists (select from work.pages p where p.id = run_pages.page_id));

alter table work.pages
  add column odoo_purchase_order_id int check (odoo_purchase_order_id > 0),
  add column odoo_expense_id int check (odoo_expense_id > 0),
  add column odoo_employee_id int check (odoo_employee_id > 0),
  add column odoo_task_id int check (odoo_task_id > 0);
create index pages_purchase_order on work.pages (odoo_purchase_order_id) where odoo_purchase_order_id is not null;
create index pages_expense on work.pages (odoo_expense_id) where odoo_expense_id is not null;
create index pages_employee on work.pages (odoo_employee_id) where odoo_employee_id is not null;
create index pages_task on work.pages (odoo_task_id) where odoo_task_id is not null;
drop trigger remember_update on work.pages;
create trigger remember_update after update on work.pages for each row when (
  new.title is distinct from old.title or new.parent_id is distinct from old.parent_id
  or new.space_id is distinct from old.space_id or new.rank is distinct from old.rank
  or new.archived_at is distinct from old.archived_at
  or new.odoo_partner_id is distinct from old.odoo_partner_id or new.odoo_move_id is distinct from old.odoo_move_id
  or new.odoo_project_id is distinct from old.odoo_project_id
  or new.odoo_purchase_order_id is distinct from old.odoo_purchase_order_id
  or new.odoo_expense_id is distinct from old.odoo_expense_id
  or new.odoo_employee_id is distinct from old.odoo_employee_id
  or new.odoo_task_id is distinct from old.odoo_task_id) execute function work.remember_page();

-- Cells that name a record of Odoo: what they hold, beside the name of their column.
create view work.odoo_cells with (security_invoker = true) as
select md5(r.id::text || c.id::text)::uuid as id, r.id as row_id, r.space_id, c.id as column_id, c.name as column_name, c.rank,
  r.data -> c.name as value
from work.db_rows r join work.db_columns c on c.database_id = r.database_id and c.type = 'ODOO_RECORD'
where jsonb_typeof(r.data -> c.name) = 'object';

-- What the log says of changes in Odoo, with its place among all changes: live readers follow it.
create table odoo.changes (
  id uuid primary key,
  kind text not null check (kind in ('changed', 'removed')),
  instance text,
  model text not null,
  record_id text not null,
  written_at timestamptz,
  noted_at timestamptz not null,
  changed_in xid8 not null default pg_current_xact_id()
);
comment on column odoo.changes.id is 'That of the entry of odoo.event_log. No foreign key: entries may leave.';
comment on column odoo.changes.written_at is 'When Odoo last wrote the record, in whole seconds; null where it is gone, or the log does not say.';
create index changes_in on odoo.changes (changed_in, id);
alter table odoo.changes enable row level security;
create policy all_read on odoo.changes for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);
-- By SQL a member sees that its own projects have changed. What else a person may be told, Odoo has to be asked: the gateway does,
-- and reads the table for it as the bridge's agent.
create policy member_reads on odoo.changes for select to authenticated using (
  model = 'project.project' and exists (
    select from ops.projects p
    where p.slug = 'odoo-' || changes.record_id and p.odoo_instance = changes.instance
      and p.id in (select ops.my_project_ids())));
create trigger notify_insert after insert on odoo.changes referencing new table as changed
  for each statement execute function ops.notify_changes();
