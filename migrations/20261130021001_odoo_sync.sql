-- How far the bridge has looked at each model of an Odoo, and what it knows of the records: that they are there, and when each
-- was written. No field of them.

create table odoo.sync_cursors (
  id uuid primary key default gen_random_uuid(),
  instance text not null check (length(instance) between 1 and 200),
  model text not null check (length(model) between 1 and 100),
  walk text not null check (walk in ('changes', 'ids', 'links')),
  since timestamptz,
  latest timestamptz,
  mark timestamptz,
  marked_at timestamptz,
  after_id bigint not null default 0,
  step int not null default 0,
  walked int not null default 0,
  told int not null default 0,
  started_at timestamptz,
  finished_at timestamptz,
  updated_at timestamptz not null default clock_timestamp(),
  constraint sync_cursors_once unique (instance, model, walk)
);
comment on column odoo.sync_cursors.walk is 'changes: records by their time of writing. ids: all ids, for those that are gone. links: many2many fields.';
comment on column odoo.sync_cursors.since is 'Records that were written before are not looked at by the walk; null where all are.';
comment on column odoo.sync_cursors.latest is 'The latest time of writing in Odoo when the walk began.';
comment on column odoo.sync_cursors.mark is 'How far Odoo''s clock had come at least when the walk began; the next one begins there, less the overlap.';
comment on column odoo.sync_cursors.marked_at is 'When that was, by the database''s own clock.';
comment on column odoo.sync_cursors.after_id is 'The id up to which the walk has come: it goes on after it, by whoever continues it.';
comment on column odoo.sync_cursors.step is 'Counts pages: who continues names the step that it saw, so that no two continue from one place.';
comment on column odoo.sync_cursors.started_at is 'When the walk that is under way began; null where none is.';
comment on column odoo.sync_cursors.finished_at is 'When a walk last came to its end; null before the first.';
comment on column odoo.sync_cursors.updated_at is 'What is asked of Odoo for the next page is asked after this time.';
alter table odoo.sync_cursors enable row level security;
create policy all_read on odoo.sync_cursors for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);

create table odoo.known_records (
  instance text not null,
  model text not null,
  record_id bigint not null,
  written_at timestamptz not null,
  links text check (length(links) <= 1000),
  noted_at timestamptz not null default clock_timestamp(),
  removed_at timestamptz,
  primary key (instance, model, record_id)
);
comment on column odoo.known_records.written_at is 'Odoo''s time of the last write that was told of, with microseconds; -infinity where Odoo has none.';
comment on column odoo.known_records.links is 'Names of many2many fields, a colon, and a digest of the ids in them; null where none are polled.';
comment on column odoo.known_records.removed_at is 'When it was found to be gone; such a row is kept for a week, so that what was asked before does not bring it back.';
alter table odoo.known_records enable row level security;
create policy all_read on odoo.known_records for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);

create table odoo.entity_mappings (
  id uuid primary key default gen_random_uuid(),
  instance text not null check (length(instance) between 1 and 200),
  model text not null check (model ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$' and length(model) <= 100),
  odoo_id bigint not null check (odoo_id > 0),
  external_ref text not null
    check (external_ref ~ '^[A-Za-z][A-Za-z0-9_-]*([.:/][A-Za-z0-9_-]+)+$' and length(external_ref) <= 200),
  created_by text not null,
  created_at timestamptz not null default now(),
  constraint entity_mappings_record unique (instance, model, odoo_id),
  constraint entity_mappings_ref unique (instance, model, external_ref)
);
comment on column odoo.entity_mappings.external_ref is 'What another system calls the record: that system, and its own key, e.g. crm:ACC-0042 or base.main_company.';
alter table odoo.entity_mappings enable row level security;
create policy all_read on odoo.entity_mappings for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);

create table odoo.modules (
  id uuid primary key default gen_random_uuid(),
  instance text not null check (length(instance) between 1 and 200),
  name text not null check (length(name) between 1 and 200),
  state text not null check (length(state) between 1 and 50),
  installed_version text check (length(installed_version) <= 100),
  disk_version text check (length(disk_version) <= 100),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint modules_once unique (instance, name)
);
comment on column odoo.modules.installed_version is 'The version that its database has; Odoo calls it latest_version.';
comment on column odoo.modules.disk_version is 'The version of its files; Odoo calls it installed_version.';
alter table odoo.modules enable row level security;
create policy all_read on odoo.modules for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);

-- A module that changed is an event of the log too.
alter table odoo.event_log drop constraint event_log_type_check;
alter table odoo.event_log add constraint event_log_type_check
  check (type in ('received', 'refused', 'changed', 'removed', 'processed', 'failed', 'module'));

-- Rows of the log and events that have ended leave as others do: by the retention, which has them in an archive first.
create or replace trigger append_only before update on odoo.event_log for each row execute function ops.refuse_change();
create trigger refuse_removal before delete on odoo.event_log for each statement execute function ops.refuse_removal();
create trigger check_leaving after delete on odoo.event_log referencing old table as gone
  for each statement execute function ops.check_leaving();
create trigger refuse_removal before delete or truncate on odoo.webhook_events
  for each statement execute function ops.refuse_removal();
create trigger check_leaving after delete on odoo.webhook_events referencing old table as gone
  for each statement execute function ops.check_leaving();
alter table ops.archives drop constraint archives_source_check;
alter table ops.archives add constraint archives_source_check check (source in
  ('ops.run_events', 'ops.runs', 'ops.artifacts', 'ops.backups', 'odoo.event_log', 'odoo.webhook_events'));
