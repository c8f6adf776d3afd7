-- Written by `tripoint migrate --mirror`: never edited, never applied. What the migrations leave of tables and all that
-- stands on them, by name. Functions: migrations/functions. Grants: the newest …_doctrine_grants.sql.

create sequence ops.run_place as bigint;

create table catalog.assets (
  changed_at timestamp with time zone not null default now(),
  fqdn text not null,
  id uuid not null generated always as ((md5(fqdn))::uuid),
  metadata jsonb not null default '{}'::jsonb,
  registered_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  type text not null,
  constraint assets_fqdn_check CHECK (((length(fqdn) >= 1) AND (length(fqdn) <= 500))),
  constraint assets_type_check CHECK ((type = ANY (ARRAY['ODOO_MODEL'::text, 'ODOO_FIELD'::text, 'TABLE'::text, 'COLUMN'::text, 'GRAPHQL_TYPE'::text, 'OPERATION'::text, 'AGENT'::text]))),
  constraint assets_pkey PRIMARY KEY (id),
  constraint assets_fqdn_key UNIQUE (fqdn)
);
alter table catalog.assets enable row level security;
comment on column catalog.assets.changed_at is 'When it was last registered as another than before.';
comment on column catalog.assets.fqdn is 'system.db.model, e.g. odoo.odoo_core.account.move or supabase.ops.runs; of a field or column with #name behind.';
comment on column catalog.assets.registered_at is 'When it was first registered.';
comment on column catalog.assets.removed_at is 'Since when it is not there any more; null while it is.';
CREATE INDEX assets_type ON catalog.assets USING btree (type, fqdn);
create policy all_read on catalog.assets for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);
create policy group_reads on catalog.assets for select to authenticated using (( SELECT (ops.my_groups() && ARRAY['auditors'::text])));

create table catalog.lineage (
  from text not null,
  from_fqdn text generated always as ("from"),
  from_id uuid generated always as ((md5("from"))::uuid),
  id uuid not null generated always as ((md5((((("from" || ' '::text) || "to") || ' '::text) || via)))::uuid),
  registered_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  to text not null,
  to_fqdn text generated always as ("to"),
  to_id uuid generated always as ((md5("to"))::uuid),
  via text not null,
  constraint lineage_via_check CHECK (((length(via) >= 1) AND (length(via) <= 200))),
  constraint lineage_from_id_fkey FOREIGN KEY (from_id) REFERENCES catalog.assets(id),
  constraint lineage_to_id_fkey FOREIGN KEY (to_id) REFERENCES catalog.assets(id),
  constraint lineage_pkey PRIMARY KEY (id)
);
alter table catalog.lineage enable row level security;
comment on table catalog.lineage is 'What comes from what: from one FQDN, by a way, to another. `from_fqdn` and `to_fqdn` are the same without quotes.';
CREATE INDEX lineage_from ON catalog.lineage USING btree (from_id, via, id);
CREATE INDEX lineage_to ON catalog.lineage USING btree (to_id, via, id);
create policy all_read on catalog.lineage for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);
create policy group_reads on catalog.lineage for select to authenticated using (( SELECT (ops.my_groups() && ARRAY['auditors'::text])));

create table odoo.changes (
  changed_in xid8 not null default pg_current_xact_id(),
  id uuid not null,
  instance text,
  kind text not null,
  model text not null,
  noted_at timestamp with time zone not null,
  record_id text not null,
  written_at timestamp with time zone,
  constraint changes_kind_check CHECK ((kind = ANY (ARRAY['changed'::text, 'removed'::text]))),
  constraint changes_pkey PRIMARY KEY (id)
);
alter table odoo.changes enable row level security;
comment on column odoo.changes.id is 'That of the entry of odoo.event_log. No foreign key: entries may leave.';
comment on column odoo.changes.written_at is 'When Odoo last wrote the record, in whole seconds; null where it is gone, or the log does not say.';
CREATE INDEX changes_in ON odoo.changes USING btree (changed_in, id);
CREATE TRIGGER notify_insert AFTER INSERT ON odoo.changes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ops.notify_changes();
create policy all_read on odoo.changes for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);
create policy member_reads on odoo.changes for select to authenticated using (((model = 'project.project'::text) AND (EXISTS ( SELECT
   FROM ops.projects p
  WHERE ((p.slug = ('odoo-'::text || changes.record_id)) AND (p.odoo_instance = changes.instance) AND (p.id IN ( SELECT ops.my_project_ids() AS my_project_ids)))))));

create table odoo.entity_mappings (
  created_at timestamp with time zone not null default now(),
  created_by text not null,
  external_ref text not null,
  id uuid not null default gen_random_uuid(),
  instance text not null,
  model text not null,
  odoo_id bigint not null,
  constraint entity_mappings_external_ref_check CHECK (((external_ref ~ '^[A-Za-z][A-Za-z0-9_-]*([.:/][A-Za-z0-9_-]+)+$'::text) AND (length(external_ref) <= 200))),
  constraint entity_mappings_instance_check CHECK (((length(instance) >= 1) AND (length(instance) <= 200))),
  constraint entity_mappings_model_check CHECK (((model ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$'::text) AND (length(model) <= 100))),
  constraint entity_mappings_odoo_id_check CHECK ((odoo_id > 0)),
  constraint entity_mappings_pkey PRIMARY KEY (id),
  constraint entity_mappings_record UNIQUE (instance, model, odoo_id),
  constraint entity_mappings_ref UNIQUE (instance, model, external_ref)
);
alter table odoo.entity_mappings enable row level security;
comment on column odoo.entity_mappings.external_ref is 'What another system calls the record: that system, and its own key, e.g. crm:ACC-0042 or base.main_company.';
CREATE TRIGGER note_deleted AFTER DELETE ON odoo.entity_mappings REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON odoo.entity_mappings REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON odoo.entity_mappings REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy all_read on odoo.entity_mappings for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create table odoo.event_log (
  created_at timestamp with time zone not null default clock_timestamp(),
  details jsonb,
  event_id uuid,
  id uuid not null default gen_random_uuid(),
  instance text,
  model text,
  record_id text,
  type text not null,
  constraint event_log_type_check CHECK ((type = ANY (ARRAY['received'::text, 'refused'::text, 'changed'::text, 'removed'::text, 'processed'::text, 'failed'::text, 'module'::text]))),
  constraint event_log_pkey PRIMARY KEY (id)
);
alter table odoo.event_log enable row level security;
comment on column odoo.event_log.event_id is 'The webhook event that it is about; null for a refusal.';
CREATE INDEX event_log_created_at ON odoo.event_log USING btree (created_at, id);
CREATE INDEX event_log_event ON odoo.event_log USING btree (event_id, created_at) WHERE (event_id IS NOT NULL);
CREATE INDEX event_log_refused ON odoo.event_log USING btree (created_at) WHERE (type = 'refused'::text);
CREATE UNIQUE INDEX event_log_one_change ON odoo.event_log USING btree (event_id) WHERE (type = ANY (ARRAY['changed'::text, 'removed'::text]));
CREATE TRIGGER append_only BEFORE UPDATE ON odoo.event_log FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON odoo.event_log FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER check_leaving AFTER DELETE ON odoo.event_log REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION ops.check_leaving();
CREATE TRIGGER forget_changes AFTER DELETE ON odoo.event_log REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION odoo.forget_changes();
CREATE TRIGGER keep_change AFTER INSERT ON odoo.event_log FOR EACH ROW WHEN ((new.type = ANY (ARRAY['changed'::text, 'removed'::text]))) EXECUTE FUNCTION odoo.keep_change();
CREATE TRIGGER refuse_removal BEFORE DELETE ON odoo.event_log FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_removal();
create policy all_read on odoo.event_log for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create table odoo.instances (
  created_at timestamp with time zone not null default now(),
  database text,
  id uuid not null default gen_random_uuid(),
  last_seen_at timestamp with time zone not null default now(),
  name text not null,
  stage text,
  url text,
  version text,
  constraint instances_database_check CHECK ((length(database) <= 200)),
  constraint instances_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint instances_stage_check CHECK ((stage = ANY (ARRAY['development'::text, 'staging'::text, 'production'::text]))),
  constraint instances_url_check CHECK (((length(url) <= 2000) AND (url !~ '^[a-z]+://[^/]*@'::text))),
  constraint instances_version_check CHECK ((length(version) <= 50)),
  constraint instances_pkey PRIMARY KEY (id),
  constraint instances_name_key UNIQUE (name)
);
alter table odoo.instances enable row level security;
comment on column odoo.instances.last_seen_at is 'When it last answered the bridge.';
comment on column odoo.instances.version is 'Its series, e.g. 19.0; null where it does not say.';
create policy all_read on odoo.instances for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create table odoo.known_records (
  instance text not null,
  links text,
  model text not null,
  noted_at timestamp with time zone not null default clock_timestamp(),
  record_id bigint not null,
  removed_at timestamp with time zone,
  written_at timestamp with time zone not null,
  constraint known_records_links_check CHECK ((length(links) <= 1000)),
  constraint known_records_pkey PRIMARY KEY (instance, model, record_id)
);
alter table odoo.known_records enable row level security;
comment on column odoo.known_records.links is 'Names of many2many fields, a colon, and a digest of the ids in them; null where none are polled.';
comment on column odoo.known_records.removed_at is 'When it was found to be gone; such a row is kept for a week, so that what was asked before does not bring it back.';
comment on column odoo.known_records.written_at is 'Odoo''s time of the last write that was told of, with microseconds; -infinity where Odoo has none.';
create policy all_read on odoo.known_records for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create table odoo.modules (
  created_at timestamp with time zone not null default now(),
  disk_version text,
  id uuid not null default gen_random_uuid(),
  installed_version text,
  instance text not null,
  name text not null,
  state text not null,
  updated_at timestamp with time zone not null default now(),
  constraint modules_disk_version_check CHECK ((length(disk_version) <= 100)),
  constraint modules_installed_version_check CHECK ((length(installed_version) <= 100)),
  constraint modules_instance_check CHECK (((length(instance) >= 1) AND (length(instance) <= 200))),
  constraint modules_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint modules_state_check CHECK (((length(state) >= 1) AND (length(state) <= 50))),
  constraint modules_pkey PRIMARY KEY (id),
  constraint modules_once UNIQUE (instance, name)
);
alter table odoo.modules enable row level security;
comment on column odoo.modules.disk_version is 'The version of its files; Odoo calls it installed_version.';
comment on column odoo.modules.installed_version is 'The version that its database has; Odoo calls it latest_version.';
create policy all_read on odoo.modules for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create table odoo.sync_cursors (
  after_id bigint not null default 0,
  finished_at timestamp with time zone,
  id uuid not null default gen_random_uuid(),
  instance text not null,
  latest timestamp with time zone,
  mark timestamp with time zone,
  marked_at timestamp with time zone,
  model text not null,
  since timestamp with time zone,
  started_at timestamp with time zone,
  step integer not null default 0,
  told integer not null default 0,
  updated_at timestamp with time zone not null default clock_timestamp(),
  walk text not null,
  walked integer not null default 0,
  constraint sync_cursors_instance_check CHECK (((length(instance) >= 1) AND (length(instance) <= 200))),
  constraint sync_cursors_model_check CHECK (((length(model) >= 1) AND (length(model) <= 100))),
  constraint sync_cursors_walk_check CHECK ((walk = ANY (ARRAY['changes'::text, 'ids'::text, 'links'::text]))),
  constraint sync_cursors_pkey PRIMARY KEY (id),
  constraint sync_cursors_once UNIQUE (instance, model, walk)
);
alter table odoo.sync_cursors enable row level security;
comment on column odoo.sync_cursors.after_id is 'The id up to which the walk has come: it goes on after it, by whoever continues it.';
comment on column odoo.sync_cursors.finished_at is 'When a walk last came to its end; null before the first.';
comment on column odoo.sync_cursors.latest is 'The latest time of writing in Odoo when the walk began.';
comment on column odoo.sync_cursors.mark is 'How far Odoo''s clock had come at least when the walk began; the next one begins there, less the overlap.';
comment on column odoo.sync_cursors.marked_at is 'When that was, by the database''s own clock.';
comment on column odoo.sync_cursors.since is 'Records that were written before are not looked at by the walk; null where all are.';
comment on column odoo.sync_cursors.started_at is 'When the walk that is under way began; null where none is.';
comment on column odoo.sync_cursors.step is 'Counts pages: who continues names the step that it saw, so that no two continue from one place.';
comment on column odoo.sync_cursors.updated_at is 'What is asked of Odoo for the next page is asked after this time.';
comment on column odoo.sync_cursors.walk is 'changes: records by their time of writing. ids: all ids, for those that are gone. links: many2many fields.';
create policy all_read on odoo.sync_cursors for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create table odoo.webhook_events (
  aggregate_id text not null,
  aggregate_type text not null,
  attempts integer not null default 0,
  dedupe_key text,
  error_code text,
  event_type text not null,
  finished_at timestamp with time zone,
  id uuid not null default gen_random_uuid(),
  instance text not null,
  payload jsonb,
  received_at timestamp with time zone not null default now(),
  run_id uuid,
  source text not null,
  status text not null default 'pending'::text,
  constraint webhook_events_aggregate_id_check CHECK (((length(aggregate_id) >= 1) AND (length(aggregate_id) <= 100))),
  constraint webhook_events_aggregate_type_check CHECK (((length(aggregate_type) >= 1) AND (length(aggregate_type) <= 100))),
  constraint webhook_events_dedupe_key_check CHECK (((length(dedupe_key) >= 1) AND (length(dedupe_key) <= 200))),
  constraint webhook_events_event_type_check CHECK (((length(event_type) >= 1) AND (length(event_type) <= 100))),
  constraint webhook_events_instance_check CHECK (((length(instance) >= 1) AND (length(instance) <= 200))),
  constraint webhook_events_source_check CHECK ((source = ANY (ARRAY['signed'::text, 'native'::text]))),
  constraint webhook_events_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'processing'::text, 'completed'::text, 'failed'::text]))),
  constraint webhook_events_pkey PRIMARY KEY (id),
  constraint webhook_events_once UNIQUE (instance, dedupe_key)
);
alter table odoo.webhook_events enable row level security;
comment on column odoo.webhook_events.dedupe_key is 'What two deliveries of one event have in common; null for a hint.';
comment on column odoo.webhook_events.run_id is 'The run that processes it, the latest where it was retried. No foreign key: runs leave.';
comment on column odoo.webhook_events.source is 'signed: its sender is known, and its payload kept. native: a hint, of which model and id alone are believed.';
CREATE INDEX webhook_events_aggregate ON odoo.webhook_events USING btree (aggregate_type, aggregate_id, received_at);
CREATE INDEX webhook_events_received_at ON odoo.webhook_events USING btree (received_at, id);
CREATE INDEX webhook_events_status ON odoo.webhook_events USING btree (status, received_at, id);
CREATE UNIQUE INDEX webhook_events_one_hint ON odoo.webhook_events USING btree (instance, aggregate_type, aggregate_id) WHERE ((source = 'native'::text) AND (status = 'pending'::text) AND (attempts = 0));
CREATE TRIGGER check_leaving AFTER DELETE ON odoo.webhook_events REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION ops.check_leaving();
CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON odoo.webhook_events FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_removal();
create policy all_read on odoo.webhook_events for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create table odoo_seed.accepted_totals (
  accepted_at timestamp with time zone not null default now(),
  count bigint not null,
  credit numeric not null,
  debit numeric not null,
  hash text not null,
  id uuid not null,
  constraint accepted_totals_pkey PRIMARY KEY (id)
);
alter table odoo_seed.accepted_totals enable row level security;
comment on table odoo_seed.accepted_totals is 'What each control total is compared with: as it was last seen, or as somebody has accepted it.';
comment on column odoo_seed.accepted_totals.id is 'That of the total.';
CREATE TRIGGER note_deleted AFTER DELETE ON odoo_seed.accepted_totals REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON odoo_seed.accepted_totals REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON odoo_seed.accepted_totals REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy all_read on odoo_seed.accepted_totals for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create table odoo_seed.seed_projects (
  created_at timestamp with time zone not null default now(),
  external_ref text not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  updated_at timestamp with time zone not null default now(),
  constraint seed_projects_external_ref_check CHECK (((external_ref ~ '^[A-Za-z0-9_][A-Za-z0-9_-]*([.:/][A-Za-z0-9_-]+)+$'::text) AND (length(external_ref) <= 200))),
  constraint seed_projects_name_check CHECK (((length(name) >= 1) AND (length(name) <= 500))),
  constraint seed_projects_pkey PRIMARY KEY (id),
  constraint seed_projects_external_ref_key UNIQUE (external_ref)
);
alter table odoo_seed.seed_projects enable row level security;
comment on table odoo_seed.seed_projects is 'Projects that should be in Odoo.';
comment on column odoo_seed.seed_projects.external_ref is 'An external id of Odoo, e.g. ipai_seed.website, or odoo.<model>.<id>.';
CREATE TRIGGER note_deleted AFTER DELETE ON odoo_seed.seed_projects REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON odoo_seed.seed_projects REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON odoo_seed.seed_projects REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy all_read on odoo_seed.seed_projects for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create table odoo_seed.seed_tasks (
  created_at timestamp with time zone not null default now(),
  external_ref text not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  project_ref text not null,
  updated_at timestamp with time zone not null default now(),
  constraint seed_tasks_external_ref_check CHECK (((external_ref ~ '^[A-Za-z0-9_][A-Za-z0-9_-]*([.:/][A-Za-z0-9_-]+)+$'::text) AND (length(external_ref) <= 200))),
  constraint seed_tasks_name_check CHECK (((length(name) >= 1) AND (length(name) <= 500))),
  constraint seed_tasks_project_ref_check CHECK ((length(project_ref) <= 200)),
  constraint seed_tasks_pkey PRIMARY KEY (id),
  constraint seed_tasks_external_ref_key UNIQUE (external_ref)
);
alter table odoo_seed.seed_tasks enable row level security;
comment on table odoo_seed.seed_tasks is 'Tasks that should be in Odoo.';
comment on column odoo_seed.seed_tasks.project_ref is 'The external_ref of the project that it should stand in.';
CREATE TRIGGER note_deleted AFTER DELETE ON odoo_seed.seed_tasks REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON odoo_seed.seed_tasks REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON odoo_seed.seed_tasks REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy all_read on odoo_seed.seed_tasks for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create table odoo_seed.shadow_finance_totals (
  company text not null,
  company_id bigint not null,
  count bigint not null,
  credit numeric not null,
  currency text not null,
  debit numeric not null,
  hash text not null,
  id uuid not null default gen_random_uuid(),
  is_locked boolean not null,
  journal text not null,
  journal_id bigint not null,
  month date not null,
  state text not null,
  synced_at timestamp with time zone not null,
  constraint shadow_finance_totals_pkey PRIMARY KEY (id),
  constraint shadow_finance_totals_once UNIQUE (company_id, journal_id, month, state, currency)
);
alter table odoo_seed.shadow_finance_totals enable row level security;
comment on table odoo_seed.shadow_finance_totals is 'Control totals of the journal items of Odoo: never an item.';
comment on column odoo_seed.shadow_finance_totals.hash is 'SHA-256 over the ids and amounts of the items, by id; empty where there is none.';
comment on column odoo_seed.shadow_finance_totals.is_locked is 'Whether the whole month was in a locked period when it was read.';
comment on column odoo_seed.shadow_finance_totals.month is 'Its first day.';
create policy all_read on odoo_seed.shadow_finance_totals for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create table odoo_seed.shadow_projects (
  external_ref text not null,
  name text not null,
  odoo_id bigint not null,
  raw jsonb not null,
  synced_at timestamp with time zone not null,
  constraint shadow_projects_pkey PRIMARY KEY (odoo_id)
);
alter table odoo_seed.shadow_projects enable row level security;
comment on table odoo_seed.shadow_projects is 'Projects of Odoo as the latest verification read them.';
comment on column odoo_seed.shadow_projects.external_ref is 'Of its external ids the one that a seed has, else its first one, else odoo.project.project.<id>.';
CREATE INDEX shadow_projects_external_ref ON odoo_seed.shadow_projects USING btree (external_ref);
create policy all_read on odoo_seed.shadow_projects for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create table odoo_seed.shadow_tasks (
  external_ref text not null,
  name text not null,
  odoo_id bigint not null,
  project_odoo_id bigint,
  raw jsonb not null,
  synced_at timestamp with time zone not null,
  constraint shadow_tasks_pkey PRIMARY KEY (odoo_id)
);
alter table odoo_seed.shadow_tasks enable row level security;
comment on table odoo_seed.shadow_tasks is 'Tasks of Odoo as the latest verification read them.';
comment on column odoo_seed.shadow_tasks.external_ref is 'Of its external ids the one that a seed has, else its first one, else odoo.project.task.<id>.';
CREATE INDEX shadow_tasks_external_ref ON odoo_seed.shadow_tasks USING btree (external_ref);
create policy all_read on odoo_seed.shadow_tasks for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create view odoo_seed.v_drift with (security_invoker=true) as
 WITH latest AS MATERIALIZED (
         SELECT max(v.finished_at) AS finished_at
           FROM odoo_seed.verifications v
        )
 SELECT (md5(((('MISSING:'::text || d.entity) || ':'::text) || d.external_ref)))::uuid AS id,
    'MISSING'::text AS kind,
    d.entity,
    d.external_ref,
    NULL::integer AS odoo_id,
    d.name AS expected,
    NULL::text AS found,
    l.finished_at AS as_of
   FROM (odoo_seed.v_missing_in_odoo d
     CROSS JOIN latest l)
  WHERE (l.finished_at IS NOT NULL)
UNION ALL
 SELECT (md5(((('ORPHAN:'::text || d.entity) || ':'::text) || d.odoo_id)))::uuid AS id,
    'ORPHAN'::text AS kind,
    d.entity,
    d.external_ref,
    (d.odoo_id)::integer AS odoo_id,
    NULL::text AS expected,
    d.name AS found,
    d.synced_at AS as_of
   FROM odoo_seed.v_orphan_in_odoo d
UNION ALL
 SELECT (md5(((('NAME:'::text || d.entity) || ':'::text) || d.odoo_id)))::uuid AS id,
    'NAME'::text AS kind,
    d.entity,
    d.external_ref,
    (d.odoo_id)::integer AS odoo_id,
    d.seed_name AS expected,
    d.odoo_name AS found,
    d.synced_at AS as_of
   FROM odoo_seed.v_name_drift d
UNION ALL
 SELECT (md5(('PROJECT:TASK:'::text || d.odoo_id)))::uuid AS id,
    'PROJECT'::text AS kind,
    'TASK'::text AS entity,
    d.external_ref,
    (d.odoo_id)::integer AS odoo_id,
    d.seed_project_ref AS expected,
    d.odoo_project_ref AS found,
    d.synced_at AS as_of
   FROM odoo_seed.v_project_drift d
UNION ALL
 SELECT d.id,
    d.kind,
    'FINANCE_TOTAL'::text AS entity,
    d.name AS external_ref,
    NULL::integer AS odoo_id,
    d.accepted AS expected,
    d.found,
    d.synced_at AS as_of
   FROM odoo_seed.v_finance_drift d;
comment on view odoo_seed.v_drift is 'Every difference, one a row.';

create view odoo_seed.v_finance_drift with (security_invoker=true) as
 SELECT (md5(concat_ws(':'::text, t.id, t.count, t.debit, t.credit, t.hash)))::uuid AS id,
    t.id AS total_id,
        CASE
            WHEN t.is_locked THEN 'FINANCE_LOCKED'::text
            ELSE 'FINANCE_ALTERED'::text
        END AS kind,
    format('%s, %s, %s, %s, %s'::text, t.company, t.journal, to_char((t.month)::timestamp with time zone, 'YYYY-MM'::text), t.state, t.currency) AS name,
    format('%s items, debit %s, credit %s, hash %s'::text, a.count, a.debit, a.credit, COALESCE(NULLIF("left"(a.hash, 12), ''::text), 'none'::text)) AS accepted,
    format('%s items, debit %s, credit %s, hash %s'::text, t.count, t.debit, t.credit, COALESCE(NULLIF("left"(t.hash, 12), ''::text), 'none'::text)) AS found,
    t.synced_at
   FROM (odoo_seed.shadow_finance_totals t
     JOIN odoo_seed.accepted_totals a ON ((a.id = t.id)))
  WHERE ((((t.count IS DISTINCT FROM a.count) OR (t.debit IS DISTINCT FROM a.debit)) OR (t.credit IS DISTINCT FROM a.credit)) OR (t.hash IS DISTINCT FROM a.hash));
comment on view odoo_seed.v_finance_drift is 'Control totals that differ from what was accepted: of a locked period, or of a past month in which as many items have other amounts.';
comment on column odoo_seed.v_finance_drift.id is 'Of the total as it is now: once it changes, the difference is another.';

create view odoo_seed.v_missing_in_odoo with (security_invoker=true) as
 SELECT 'PROJECT'::text AS entity,
    s.external_ref,
    s.name
   FROM odoo_seed.seed_projects s
  WHERE (NOT (EXISTS ( SELECT
           FROM odoo_seed.shadow_projects o
          WHERE (o.external_ref = s.external_ref))))
UNION ALL
 SELECT 'TASK'::text AS entity,
    s.external_ref,
    s.name
   FROM odoo_seed.seed_tasks s
  WHERE (NOT (EXISTS ( SELECT
           FROM odoo_seed.shadow_tasks o
          WHERE (o.external_ref = s.external_ref))));
comment on view odoo_seed.v_missing_in_odoo is 'Seeds of which the latest verification found no record.';

create view odoo_seed.v_name_drift with (security_invoker=true) as
 SELECT 'PROJECT'::text AS entity,
    o.odoo_id,
    s.external_ref,
    s.name AS seed_name,
    o.name AS odoo_name,
    o.synced_at
   FROM (odoo_seed.seed_projects s
     JOIN odoo_seed.shadow_projects o ON ((o.external_ref = s.external_ref)))
  WHERE (o.name <> s.name)
UNION ALL
 SELECT 'TASK'::text AS entity,
    o.odoo_id,
    s.external_ref,
    s.name AS seed_name,
    o.name AS odoo_name,
    o.synced_at
   FROM (odoo_seed.seed_tasks s
     JOIN odoo_seed.shadow_tasks o ON ((o.external_ref = s.external_ref)))
  WHERE (o.name <> s.name);
comment on view odoo_seed.v_name_drift is 'Records that have another name than their seed.';

create view odoo_seed.v_orphan_in_odoo with (security_invoker=true) as
 WITH modules AS MATERIALIZED (
         SELECT split_part(translate(s.external_ref, ':/'::text, '..'::text), '.'::text, 1) AS module
           FROM odoo_seed.seed_projects s
        UNION
         SELECT split_part(translate(s.external_ref, ':/'::text, '..'::text), '.'::text, 1) AS split_part
           FROM odoo_seed.seed_tasks s
        )
 SELECT 'PROJECT'::text AS entity,
    o.odoo_id,
    o.external_ref,
    o.name,
    o.synced_at
   FROM odoo_seed.shadow_projects o
  WHERE ((split_part(translate(o.external_ref, ':/'::text, '..'::text), '.'::text, 1) IN ( SELECT m.module
           FROM modules m
          WHERE (m.module <> 'odoo'::text))) AND (NOT (EXISTS ( SELECT
           FROM odoo_seed.seed_projects s
          WHERE (s.external_ref = o.external_ref)))))
UNION ALL
 SELECT 'TASK'::text AS entity,
    o.odoo_id,
    o.external_ref,
    o.name,
    o.synced_at
   FROM odoo_seed.shadow_tasks o
  WHERE ((split_part(translate(o.external_ref, ':/'::text, '..'::text), '.'::text, 1) IN ( SELECT m.module
           FROM modules m
          WHERE (m.module <> 'odoo'::text))) AND (NOT (EXISTS ( SELECT
           FROM odoo_seed.seed_tasks s
          WHERE (s.external_ref = o.external_ref)))));
comment on view odoo_seed.v_orphan_in_odoo is 'Records whose external id is of a module that the seeds use, and of no seed.';

create view odoo_seed.v_project_drift with (security_invoker=true) as
 SELECT o.odoo_id,
    s.external_ref,
    s.project_ref AS seed_project_ref,
    p.external_ref AS odoo_project_ref,
    o.synced_at
   FROM ((odoo_seed.seed_tasks s
     JOIN odoo_seed.shadow_tasks o ON ((o.external_ref = s.external_ref)))
     LEFT JOIN odoo_seed.shadow_projects p ON ((p.odoo_id = o.project_odoo_id)))
  WHERE (p.external_ref IS DISTINCT FROM s.project_ref);
comment on view odoo_seed.v_project_drift is 'Tasks that stand in another project than their seed says.';

create table odoo_seed.verifications (
  differences integer,
  finished_at timestamp with time zone,
  id uuid not null default gen_random_uuid(),
  instance text,
  projects integer not null default 0,
  run_id uuid not null,
  started_at timestamp with time zone not null default clock_timestamp(),
  tasks integer not null default 0,
  totals integer not null default 0,
  constraint verifications_pkey PRIMARY KEY (id)
);
alter table odoo_seed.verifications enable row level security;
comment on column odoo_seed.verifications.finished_at is 'As of when its differences hold; null while it is under way.';
comment on column odoo_seed.verifications.run_id is 'The run that did it. No foreign key: runs leave.';
CREATE INDEX verifications_finished_at ON odoo_seed.verifications USING btree (finished_at DESC, id);
CREATE INDEX verifications_started_at ON odoo_seed.verifications USING btree (started_at, id);
create policy all_read on odoo_seed.verifications for select to agent_odoo_bridge, agent_sync_odoo_agent, service_role using (true);

create table ops.agent_usage (
  act text,
  agent text not null,
  client_id text,
  coordinate text not null,
  day date not null,
  id uuid not null default gen_random_uuid(),
  sub uuid,
  used integer not null,
  constraint agent_usage_agent_check CHECK ((agent <> ''::text)),
  constraint agent_usage_coordinate_check CHECK ((coordinate ~ '^(Query|Mutation|Subscription)\.[A-Za-z_][A-Za-z0-9_]*$'::text)),
  constraint agent_usage_used_check CHECK ((used > 0)),
  constraint agent_usage_pkey PRIMARY KEY (id)
);
alter table ops.agent_usage enable row level security;
comment on column ops.agent_usage.sub is 'The person for whom the agent asked; null while it acted for nobody.';
comment on column ops.agent_usage.used is 'Times that it was asked for, also where the answer was a refusal.';
CREATE INDEX agent_usage_days ON ops.agent_usage USING btree (day, agent, coordinate, id);
CREATE UNIQUE INDEX agent_usage_counted ON ops.agent_usage USING btree (agent, day, coordinate, sub, client_id) NULLS NOT DISTINCT;
create policy company_only on ops.agent_usage as restrictive for select to authenticated using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[]), ''::text) = ''::text)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));
create policy group_reads on ops.agent_usage for select to authenticated using (( SELECT (ops.my_groups() && ARRAY['auditors'::text])));
create policy read_agent_usage on ops.agent_usage for select to agent_sync_odoo_agent, service_role using (true);

create table ops.agents (
  ageing_seconds integer not null default 60,
  kinds text[] not null default '{}'::text[],
  name text not null,
  other_kinds text not null default 'refuse'::text,
  constraint agents_ageing_seconds_check CHECK (((ageing_seconds >= 0) AND (ageing_seconds <= 86400))),
  constraint agents_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint agents_other_kinds_check CHECK ((other_kinds = ANY (ARRAY['refuse'::text, 'wait'::text]))),
  constraint agents_pkey PRIMARY KEY (name)
);
alter table ops.agents enable row level security;
comment on column ops.agents.kinds is 'Kinds of runs that its worker executes.';
comment on column ops.agents.other_kinds is 'What becomes of a run of another kind: wait, for an external worker may claim it.';
CREATE TRIGGER note_agents AFTER INSERT OR DELETE OR UPDATE ON ops.agents FOR EACH STATEMENT EXECUTE FUNCTION ops.note_agents();
create policy read_agents on ops.agents for select to agent_sync_odoo_agent, service_role using (true);

create table ops.approvals (
  act text,
  build_id uuid generated always as (
CASE
    WHEN (subject = 'deployment'::text) THEN (subject_id)::uuid
    ELSE NULL::uuid
END),
  client_id text,
  comment text,
  created_at timestamp with time zone not null default now(),
  decided_at timestamp with time zone,
  decided_by text,
  emergency_id uuid generated always as (
CASE
    WHEN (subject = 'emergency_deployment'::text) THEN (split_part(subject_id, '/'::text, 1))::uuid
    ELSE NULL::uuid
END),
  environment_id uuid,
  id uuid not null default gen_random_uuid(),
  idempotency_key text,
  project_id uuid,
  reason text not null,
  requested_by text not null,
  status text not null default 'PENDING'::text,
  sub uuid,
  subject text not null,
  subject_id text not null,
  tenant_id text not null default ''::text,
  constraint approvals_check CHECK (((decided_by <> ''::text) AND (decided_by <> requested_by))),
  constraint approvals_check1 CHECK ((((status = 'PENDING'::text) = (decided_by IS NULL)) AND ((status = 'PENDING'::text) = (decided_at IS NULL)))),
  constraint approvals_check2 CHECK (((subject <> 'deployment'::text) OR ((project_id IS NOT NULL) AND (environment_id IS NOT NULL)))),
  constraint approvals_decided_by_another CHECK ((NOT ops.is_same_identity(decided_by, requested_by))) NOT VALID,
  constraint approvals_reason_check CHECK ((reason <> ''::text)),
  constraint approvals_requested_by_check CHECK ((requested_by <> ''::text)),
  constraint approvals_status_check CHECK ((status = ANY (ARRAY['PENDING'::text, 'APPROVED'::text, 'REJECTED'::text]))),
  constraint approvals_subject_check CHECK ((subject ~ '^[a-z]+(_[a-z]+)*$'::text)),
  constraint approvals_subject_id_check CHECK (((subject_id <> ''::text) AND (length(subject_id) <= 200))),
  constraint approvals_build_id_project_id_fkey FOREIGN KEY (build_id, project_id) REFERENCES ops.builds(id, project_id),
  constraint approvals_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES ops.emergency_requests(id),
  constraint approvals_environment_id_project_id_fkey FOREIGN KEY (environment_id, project_id) REFERENCES ops.environments(id, project_id),
  constraint approvals_project_id_fkey FOREIGN KEY (project_id) REFERENCES ops.projects(id),
  constraint approvals_pkey PRIMARY KEY (id)
);
alter table ops.approvals enable row level security;
comment on column ops.approvals.sub is 'The person who asked, or for whom an agent did; null where nobody''s token said so.';
CREATE INDEX approvals_build ON ops.approvals USING btree (build_id, project_id);
CREATE INDEX approvals_created_at ON ops.approvals USING btree (created_at, id);
CREATE INDEX approvals_emergency ON ops.approvals USING btree (emergency_id, created_at, id);
CREATE INDEX approvals_environment ON ops.approvals USING btree (environment_id, project_id);
CREATE INDEX approvals_project ON ops.approvals USING btree (project_id, created_at, id);
CREATE INDEX approvals_subject ON ops.approvals USING btree (subject, subject_id);
CREATE UNIQUE INDEX approvals_key ON ops.approvals USING btree (subject, idempotency_key, tenant_id) WHERE (idempotency_key IS NOT NULL);
CREATE UNIQUE INDEX approvals_open ON ops.approvals USING btree (subject, subject_id, environment_id, tenant_id) NULLS NOT DISTINCT WHERE (status = 'PENDING'::text);
CREATE TRIGGER carry_tenant BEFORE INSERT OR UPDATE ON ops.approvals FOR EACH ROW EXECUTE FUNCTION ops.carry_tenant();
CREATE TRIGGER guard_approval BEFORE INSERT OR UPDATE ON ops.approvals FOR EACH ROW EXECUTE FUNCTION ops.guard_approval();
CREATE TRIGGER never_deleted BEFORE DELETE ON ops.approvals FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ops.approvals FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.approvals REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.approvals REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.approvals REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy all_read on ops.approvals for select to agent_sync_odoo_agent, service_role using (true);
create policy member_reads on ops.approvals for select to authenticated using ((project_id IN ( SELECT ops.my_project_ids() AS my_project_ids)));
create policy no_tenant_only on ops.approvals as restrictive for select to agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));

create table ops.archives (
  approval_id uuid not null,
  created_at timestamp with time zone not null default now(),
  digest text,
  first_at timestamp with time zone,
  id uuid not null default gen_random_uuid(),
  last_at timestamp with time zone,
  left_at timestamp with time zone,
  lines_digest text,
  name text not null,
  partition_name text,
  row_count integer,
  run_id uuid not null,
  size bigint,
  source text not null,
  uri text not null,
  verified_at timestamp with time zone,
  constraint archives_check CHECK (((source = 'ops.run_events'::text) = (partition_name IS NOT NULL))),
  constraint archives_check1 CHECK (((verified_at IS NULL) OR ((digest IS NOT NULL) AND (size IS NOT NULL) AND (row_count IS NOT NULL) AND (lines_digest IS NOT NULL)))),
  constraint archives_check2 CHECK (((left_at IS NULL) OR (verified_at IS NOT NULL))),
  constraint archives_digest_check CHECK ((digest ~ '^sha256:[0-9a-f]{64}$'::text)),
  constraint archives_lines_digest_check CHECK ((lines_digest ~ '^sha256:[0-9a-f]{64}$'::text)),
  constraint archives_name_check CHECK ((name <> ''::text)),
  constraint archives_row_count_check CHECK ((row_count >= 0)),
  constraint archives_size_check CHECK ((size > 0)),
  constraint archives_source_check CHECK ((source = ANY (ARRAY['ops.run_events'::text, 'ops.runs'::text, 'ops.artifacts'::text, 'ops.backups'::text, 'odoo.event_log'::text, 'odoo.webhook_events'::text]))),
  constraint archives_uri_check CHECK ((uri ~ '^[a-z][a-z0-9+.-]*://'::text)),
  constraint archives_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES ops.approvals(id),
  constraint archives_pkey PRIMARY KEY (id),
  constraint archives_name_key UNIQUE (name),
  constraint archives_uri_key UNIQUE (uri)
);
alter table ops.archives enable row level security;
CREATE INDEX archives_approval ON ops.archives USING btree (approval_id);
CREATE INDEX archives_created_at ON ops.archives USING btree (created_at, id);
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ops.archives FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER check_change BEFORE DELETE OR UPDATE ON ops.archives FOR EACH ROW EXECUTE FUNCTION ops.check_archive_change();
create policy read_archives on ops.archives for select to agent_sync_odoo_agent, service_role using (true);

create table ops.artifacts (
  act text,
  client_id text,
  created_at timestamp with time zone not null default now(),
  digest text,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  run_id uuid not null,
  size bigint,
  sub uuid,
  tenant_id text not null default ''::text,
  uri text not null,
  constraint artifacts_kind_check CHECK ((kind <> ''::text)),
  constraint artifacts_size_check CHECK ((size >= 0)),
  constraint artifacts_uri_is_a_reference CHECK ((uri !~* '^(data|blob|javascript|about):'::text)),
  constraint artifacts_uri_names_a_place CHECK ((((uri ~ '^[a-z][a-z0-9+.-]*://'::text) OR ops.is_image_name(uri)) AND (length(uri) <= 2048))),
  constraint artifacts_run_id_fkey FOREIGN KEY (run_id) REFERENCES ops.runs(id),
  constraint artifacts_pkey PRIMARY KEY (id)
);
alter table ops.artifacts enable row level security;
CREATE INDEX artifacts_run ON ops.artifacts USING btree (run_id, created_at, id);
CREATE TRIGGER append_only BEFORE UPDATE ON ops.artifacts FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER carry_tenant BEFORE INSERT OR UPDATE OF run_id, tenant_id ON ops.artifacts FOR EACH ROW EXECUTE FUNCTION ops.carry_run_tenant();
CREATE TRIGGER check_leaving AFTER DELETE ON ops.artifacts REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION ops.check_leaving();
CREATE TRIGGER note_actor BEFORE INSERT ON ops.artifacts FOR EACH ROW EXECUTE FUNCTION ops.note_actor();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.artifacts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.artifacts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.artifacts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON ops.artifacts FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_removal();
create policy agent_tenant_only on ops.artifacts as restrictive for select to agent_delivery_agent using ((( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c) OR (tenant_id = ( SELECT COALESCE(((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[]), ''::text) AS "coalesce"
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c))));
create policy delivery_agent_reads on ops.artifacts for select to agent_delivery_agent using ((EXISTS ( SELECT
   FROM ops.runs r
  WHERE ((r.id = artifacts.run_id) AND (r.agent = 'delivery-agent'::text)))));
create policy group_reads on ops.artifacts for select to authenticated using (( SELECT (ops.my_groups() && ARRAY['auditors'::text])));
create policy no_tenant_only on ops.artifacts as restrictive for select to agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));
create policy read_artifacts on ops.artifacts for select to agent_sync_odoo_agent, service_role using (true);
create policy tenant_only on ops.artifacts as restrictive for select to authenticated using ((tenant_id = ( SELECT COALESCE(((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[]), ''::text) AS "coalesce"
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c)));

create table ops.backups (
  act text,
  client_id text,
  created_at timestamp with time zone not null default now(),
  database text not null,
  digest text not null,
  id uuid not null default gen_random_uuid(),
  idempotency_key text,
  input_digest bytea not null,
  kind text not null,
  recorded_by text not null,
  size bigint not null,
  sub uuid,
  taken_at timestamp with time zone not null,
  uri text not null,
  verified_at timestamp with time zone,
  constraint backups_check CHECK ((verified_at >= taken_at)),
  constraint backups_database_check CHECK (((database <> ''::text) AND (length(database) <= 200))),
  constraint backups_digest_check CHECK ((digest ~ '^sha256:[0-9a-f]{64}$'::text)),
  constraint backups_idempotency_key_check CHECK (((idempotency_key <> ''::text) AND (length(idempotency_key) <= 200))),
  constraint backups_kind_check CHECK ((kind = ANY (ARRAY['DAILY'::text, 'WEEKLY'::text, 'MONTHLY'::text]))),
  constraint backups_size_check CHECK ((size >= 0)),
  constraint backups_uri_check CHECK (((uri ~ '^[a-z][a-z0-9+.-]*://[^/]'::text) AND (uri !~ '^(data|blob|javascript|about):'::text) AND (length(uri) <= 2048))),
  constraint backups_pkey PRIMARY KEY (id)
);
alter table ops.backups enable row level security;
CREATE INDEX backups_taken_at ON ops.backups USING btree (taken_at, id);
CREATE UNIQUE INDEX backups_key ON ops.backups USING btree (recorded_by, idempotency_key) WHERE (idempotency_key IS NOT NULL);
CREATE TRIGGER append_only BEFORE UPDATE ON ops.backups FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER check_leaving AFTER DELETE ON ops.backups REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION ops.check_leaving();
CREATE TRIGGER note_actor BEFORE INSERT ON ops.backups FOR EACH ROW EXECUTE FUNCTION ops.note_actor();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.backups REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.backups REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.backups REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON ops.backups FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_removal();
create policy read_backups on ops.backups for select to agent_sync_odoo_agent, service_role using (true);

create view ops.build_digests with (security_invoker=true) as
 SELECT b.id,
    s.digests,
        CASE
            WHEN (cardinality(s.digests) > 1) THEN false
            ELSE NULL::boolean
        END AS reproducible
   FROM (ops.builds b
     CROSS JOIN LATERAL ( SELECT array_agg(o.image_digest ORDER BY o.created_at, o.id) AS digests
           FROM ops.builds o
          WHERE ((o.project_id = b.project_id) AND (o.git_sha = b.git_sha))) s);

create table ops.builds (
  act text,
  addons_path text[],
  branch text not null,
  client_id text,
  commit_author text,
  commit_message text,
  commit_zone text,
  committed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  git_sha text not null,
  id uuid not null default gen_random_uuid(),
  image_digest text not null,
  lock_hashes jsonb not null,
  manifest_digest text,
  project_id uuid not null,
  recorded_by text not null,
  sub uuid,
  tenant_id text not null default ''::text,
  constraint builds_addons_path_check CHECK ((((cardinality(addons_path) >= 1) AND (cardinality(addons_path) <= 200)) AND (array_position(addons_path, NULL::text) IS NULL))),
  constraint builds_branch_check CHECK (((branch <> ''::text) AND (length(branch) <= 250))),
  constraint builds_commit_author_check CHECK (((commit_author <> ''::text) AND (length(commit_author) <= 500))),
  constraint builds_commit_message_check CHECK (((commit_message <> ''::text) AND (length(commit_message) <= 20000))),
  constraint builds_commit_time_has_a_zone CHECK (((committed_at IS NULL) = (commit_zone IS NULL))),
  constraint builds_commit_zone_check CHECK ((commit_zone ~ '^[+-][0-9]{2}:[0-9]{2}$'::text)),
  constraint builds_git_sha_check CHECK ((git_sha ~ '^[0-9a-f]{40}$'::text)),
  constraint builds_image_digest_check CHECK ((image_digest ~ '^sha256:[0-9a-f]{64}$'::text)),
  constraint builds_lock_hashes_check CHECK (((jsonb_typeof(lock_hashes) = 'object'::text) AND (lock_hashes <> '{}'::jsonb) AND (NOT jsonb_path_exists(lock_hashes, '$.*?(@.type() != "string" || !(@ like_regex "^sha256:[0-9a-f]{64}$"))'::jsonpath)))),
  constraint builds_manifest_digest_check CHECK ((manifest_digest ~ '^sha256:[0-9a-f]{64}$'::text)),
  constraint builds_project_id_fkey FOREIGN KEY (project_id) REFERENCES ops.projects(id),
  constraint builds_pkey PRIMARY KEY (id),
  constraint builds_id_project_id_key UNIQUE (id, project_id),
  constraint builds_project_id_image_digest_key UNIQUE (project_id, image_digest)
);
alter table ops.builds enable row level security;
CREATE INDEX builds_created_at ON ops.builds USING btree (created_at, id);
CREATE INDEX builds_project ON ops.builds USING btree (project_id, created_at, id);
CREATE INDEX builds_sha ON ops.builds USING btree (project_id, git_sha);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON ops.builds FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ops.builds FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER carry_tenant BEFORE INSERT OR UPDATE ON ops.builds FOR EACH ROW EXECUTE FUNCTION ops.carry_tenant();
CREATE TRIGGER note_actor BEFORE INSERT ON ops.builds FOR EACH ROW EXECUTE FUNCTION ops.note_actor();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.builds REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.builds REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.builds REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy all_read on ops.builds for select to agent_sync_odoo_agent, service_role using (true);
create policy member_reads on ops.builds for select to authenticated using ((project_id IN ( SELECT ops.my_project_ids() AS my_project_ids)));
create policy no_tenant_only on ops.builds as restrictive for select to agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));

create table ops.deployments (
  act text,
  approval_id uuid,
  build_id uuid not null,
  client_id text,
  created_at timestamp with time zone not null default now(),
  emergency_id uuid,
  environment_id uuid not null,
  evidence_run_id uuid,
  failure text,
  finished_at timestamp with time zone,
  health_checks jsonb not null default '[]'::jsonb,
  id uuid not null default gen_random_uuid(),
  idempotency_key text,
  migrations text[] not null default '{}'::text[],
  modules jsonb not null default '[]'::jsonb,
  previous_id uuid,
  previous_sha text,
  project_id uuid not null,
  reason text,
  recorded_by text not null,
  rolls_back_id uuid,
  started_at timestamp with time zone,
  status text not null,
  sub uuid,
  tenant_id text not null default ''::text,
  updated_at timestamp with time zone not null default now(),
  constraint deployments_failure_check CHECK (((failure ~ '\S'::text) AND (length(failure) <= 2000))),
  constraint deployments_health_checks_check CHECK ((jsonb_typeof(health_checks) = 'array'::text)),
  constraint deployments_modules_check CHECK ((jsonb_typeof(modules) = 'array'::text)),
  constraint deployments_previous_sha_check CHECK ((previous_sha ~ '^[0-9a-f]{40}$'::text)),
  constraint deployments_reason_check CHECK (((reason ~ '\S'::text) AND (length(reason) <= 2000))),
  constraint deployments_rolls_back_for_a_reason CHECK (((rolls_back_id IS NULL) = (reason IS NULL))),
  constraint deployments_status_check CHECK ((status = ANY (ARRAY['PENDING'::text, 'RUNNING'::text, 'SUCCEEDED'::text, 'FAILED'::text]))),
  constraint deployments_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES ops.approvals(id),
  constraint deployments_build_id_project_id_fkey FOREIGN KEY (build_id, project_id) REFERENCES ops.builds(id, project_id),
  constraint deployments_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES ops.emergency_requests(id),
  constraint deployments_environment_id_project_id_fkey FOREIGN KEY (environment_id, project_id) REFERENCES ops.environments(id, project_id),
  constraint deployments_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES ops.deployments(id),
  constraint deployments_project_id_fkey FOREIGN KEY (project_id) REFERENCES ops.projects(id),
  constraint deployments_rolls_back_id_fkey FOREIGN KEY (rolls_back_id) REFERENCES ops.deployments(id),
  constraint deployments_pkey PRIMARY KEY (id)
);
alter table ops.deployments enable row level security;
comment on column ops.deployments.health_checks is 'What was found: [{name, kind: HTTP or DATABASE, ok, status, ms, detail}].';
comment on column ops.deployments.migrations is 'Names of our migrations that it executed.';
comment on column ops.deployments.modules is 'Modules of Odoo by their latest_version: [{module, from, to, asked, wanted}].';
comment on column ops.deployments.previous_sha is 'The commit that the environment had before; null where no deployment to it had succeeded.';
CREATE INDEX deployments_approval ON ops.deployments USING btree (approval_id, created_at, id);
CREATE INDEX deployments_build ON ops.deployments USING btree (build_id, project_id);
CREATE INDEX deployments_created_at ON ops.deployments USING btree (created_at, id);
CREATE INDEX deployments_emergency ON ops.deployments USING btree (emergency_id, created_at, id);
CREATE INDEX deployments_environment ON ops.deployments USING btree (environment_id, project_id);
CREATE INDEX deployments_environment_list ON ops.deployments USING btree (environment_id, created_at, id);
CREATE INDEX deployments_previous ON ops.deployments USING btree (previous_id);
CREATE INDEX deployments_project ON ops.deployments USING btree (project_id, created_at, id);
CREATE INDEX deployments_rolls_back ON ops.deployments USING btree (rolls_back_id);
CREATE UNIQUE INDEX deployments_idempotency ON ops.deployments USING btree (project_id, idempotency_key) WHERE (idempotency_key IS NOT NULL);
CREATE TRIGGER carry_tenant BEFORE INSERT OR UPDATE ON ops.deployments FOR EACH ROW EXECUTE FUNCTION ops.carry_tenant();
CREATE TRIGGER guard_deployment BEFORE INSERT OR UPDATE ON ops.deployments FOR EACH ROW EXECUTE FUNCTION ops.guard_deployment();
CREATE TRIGGER never_deleted BEFORE DELETE ON ops.deployments FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ops.deployments FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER note_actor BEFORE INSERT ON ops.deployments FOR EACH ROW EXECUTE FUNCTION ops.note_actor();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.deployments REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.deployments REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.deployments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy all_read on ops.deployments for select to agent_sync_odoo_agent, service_role using (true);
create policy member_reads on ops.deployments for select to authenticated using ((project_id IN ( SELECT ops.my_project_ids() AS my_project_ids)));
create policy no_tenant_only on ops.deployments as restrictive for select to agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));

create view ops.emergencies with (security_invoker=true) as
 SELECT e.id,
    e.project_id,
    e.build_id,
    e.environment_id,
    e.requested_by,
    e.reason,
    e.run_id,
    e.lapses_at,
    e.deployed_at,
    e.follow_up_due_at,
    e.follow_up,
    e.followed_up_by,
    e.followed_up_at,
    e.created_at,
    e.sub,
    e.act,
    e.client_id,
        CASE
            WHEN (e.followed_up_at IS NOT NULL) THEN 'FOLLOWED_UP'::text
            WHEN (e.follow_up_due_at < clock_timestamp()) THEN 'OVERDUE'::text
            WHEN (e.deployed_at IS NOT NULL) THEN 'DEPLOYED'::text
            WHEN (a.rejected > 0) THEN 'REJECTED'::text
            WHEN (e.lapses_at < clock_timestamp()) THEN 'LAPSED'::text
            WHEN (a.undecided = 0) THEN 'APPROVED'::text
            ELSE 'REQUESTED'::text
        END AS status
   FROM (ops.emergency_requests e
     CROSS JOIN LATERAL ( SELECT count(*) FILTER (WHERE (o.status = 'REJECTED'::text)) AS rejected,
            count(*) FILTER (WHERE (o.status = 'PENDING'::text)) AS undecided
           FROM ops.approvals o
          WHERE (o.emergency_id = e.id)) a);

create table ops.emergency_requests (
  act text,
  build_id uuid not null,
  client_id text,
  created_at timestamp with time zone not null default now(),
  deployed_at timestamp with time zone,
  environment_id uuid not null,
  follow_up text,
  follow_up_due_at timestamp with time zone,
  followed_up_at timestamp with time zone,
  followed_up_by uuid,
  id uuid not null default gen_random_uuid(),
  lapses_at timestamp with time zone not null,
  project_id uuid not null,
  reason text not null,
  requested_by uuid not null,
  run_id uuid not null,
  sub uuid,
  tenant_id text not null default ''::text,
  constraint emergency_requests_due CHECK (((deployed_at IS NULL) = (follow_up_due_at IS NULL))),
  constraint emergency_requests_follow_up_check CHECK (((follow_up ~ '\S'::text) AND (length(follow_up) <= 5000))),
  constraint emergency_requests_followed_up CHECK ((((follow_up IS NULL) = (followed_up_at IS NULL)) AND ((follow_up IS NULL) = (followed_up_by IS NULL)) AND ((follow_up IS NULL) OR (deployed_at IS NOT NULL)))),
  constraint emergency_requests_reason_check CHECK (((reason ~ '\S'::text) AND (length(reason) <= 2000))),
  constraint emergency_requests_build_id_project_id_fkey FOREIGN KEY (build_id, project_id) REFERENCES ops.builds(id, project_id),
  constraint emergency_requests_environment_id_project_id_fkey FOREIGN KEY (environment_id, project_id) REFERENCES ops.environments(id, project_id),
  constraint emergency_requests_project_id_fkey FOREIGN KEY (project_id) REFERENCES ops.projects(id),
  constraint emergency_requests_pkey PRIMARY KEY (id)
);
alter table ops.emergency_requests enable row level security;
comment on column ops.emergency_requests.run_id is 'The run of tripoint-gateway in whose chain its events stand; no foreign key, as runs leave for the archive.';
CREATE INDEX emergency_requests_build ON ops.emergency_requests USING btree (build_id, project_id);
CREATE INDEX emergency_requests_created_at ON ops.emergency_requests USING btree (created_at, id);
CREATE INDEX emergency_requests_environment ON ops.emergency_requests USING btree (environment_id, project_id);
CREATE INDEX emergency_requests_project ON ops.emergency_requests USING btree (project_id, created_at, id);
CREATE TRIGGER carry_tenant BEFORE INSERT OR UPDATE ON ops.emergency_requests FOR EACH ROW EXECUTE FUNCTION ops.carry_tenant();
CREATE TRIGGER never_deleted BEFORE DELETE ON ops.emergency_requests FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ops.emergency_requests FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER note_actor BEFORE INSERT ON ops.emergency_requests FOR EACH ROW EXECUTE FUNCTION ops.note_actor();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.emergency_requests REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.emergency_requests REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.emergency_requests REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER stays_what_it_is BEFORE UPDATE OF id, project_id, build_id, environment_id, requested_by, reason, run_id, lapses_at, created_at, sub, act, client_id ON ops.emergency_requests FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
create policy all_read on ops.emergency_requests for select to agent_sync_odoo_agent, service_role using (true);
create policy member_reads on ops.emergency_requests for select to authenticated using ((project_id IN ( SELECT ops.my_project_ids() AS my_project_ids)));
create policy no_tenant_only on ops.emergency_requests as restrictive for select to agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));

create table ops.environments (
  created_at timestamp with time zone not null default now(),
  id uuid not null default gen_random_uuid(),
  name text not null,
  project_id uuid not null,
  requires_approval boolean not null,
  tenant_id text not null default ''::text,
  constraint environments_name_check CHECK ((name = ANY (ARRAY['DEV'::text, 'STAGING'::text, 'PRODUCTION'::text]))),
  constraint environments_project_id_fkey FOREIGN KEY (project_id) REFERENCES ops.projects(id),
  constraint environments_pkey PRIMARY KEY (id),
  constraint environments_id_project_id_key UNIQUE (id, project_id),
  constraint environments_project_id_name_key UNIQUE (project_id, name)
);
alter table ops.environments enable row level security;
CREATE TRIGGER carry_tenant BEFORE INSERT OR UPDATE ON ops.environments FOR EACH ROW EXECUTE FUNCTION ops.carry_tenant();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.environments REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.environments REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.environments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER stays_what_it_is BEFORE UPDATE OF id, name, project_id ON ops.environments FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
create policy all_read on ops.environments for select to agent_sync_odoo_agent, service_role using (true);
create policy member_reads on ops.environments for select to authenticated using ((project_id IN ( SELECT ops.my_project_ids() AS my_project_ids)));
create policy no_tenant_only on ops.environments as restrictive for select to agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));

create table ops.group_events (
  change text not null,
  changed_by text not null,
  created_at timestamp with time zone not null default now(),
  group_name text not null,
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  constraint group_events_change_check CHECK ((change = ANY (ARRAY['ADDED'::text, 'REMOVED'::text]))),
  constraint group_events_pkey PRIMARY KEY (id)
);
alter table ops.group_events enable row level security;
CREATE INDEX group_events_created_at ON ops.group_events USING btree (created_at, id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON ops.group_events FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ops.group_events FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.group_events REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.group_events REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.group_events REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy all_read on ops.group_events for select to agent_sync_odoo_agent, service_role using (true);

create table ops.group_members (
  added_at timestamp with time zone not null default now(),
  group_name text not null,
  id uuid not null default gen_random_uuid(),
  removed_at timestamp with time zone,
  user_id uuid not null,
  constraint group_members_group_name_check CHECK (((length(group_name) >= 1) AND (length(group_name) <= 200))),
  constraint group_members_pkey PRIMARY KEY (id),
  constraint group_members_once UNIQUE (user_id, group_name)
);
alter table ops.group_members enable row level security;
comment on column ops.group_members.removed_at is 'When the user was removed; null for a member. Tokens that were made before it, and name the group, count for nothing.';
CREATE INDEX group_members_added_at ON ops.group_members USING btree (added_at, id);
CREATE TRIGGER check_person AFTER INSERT OR UPDATE OF user_id ON ops.group_members FOR EACH ROW EXECUTE FUNCTION ops.check_person();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.group_members REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.group_members REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.group_members REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy all_read on ops.group_members for select to agent_sync_odoo_agent, service_role using (true);

create table ops.groups (
  name text not null,
  constraint groups_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint groups_pkey PRIMARY KEY (name)
);
alter table ops.groups enable row level security;
create policy all_read on ops.groups for select to agent_sync_odoo_agent, service_role using (true);

create materialized view ops.odoo_project_summary as
 SELECT id,
    odoo_project_id,
    name,
    active,
    task_count,
    total_hours,
    as_of
   FROM ops.read_odoo_projects() s(id, odoo_project_id, name, active, task_count, total_hours, as_of);
comment on materialized view ops.odoo_project_summary is 'Projects of Odoo with their tasks and planned hours, as old as as_of says: past Odoo''s record rules, so never for users.';
CREATE INDEX odoo_project_summary_name ON ops.odoo_project_summary USING btree (name, id);
CREATE UNIQUE INDEX odoo_project_summary_id ON ops.odoo_project_summary USING btree (id);

create table ops.odoo_users (
  created_at timestamp with time zone not null default now(),
  id uuid not null default gen_random_uuid(),
  login text not null,
  odoo_instance text not null,
  odoo_user_id text not null,
  updated_at timestamp with time zone not null default now(),
  user_id uuid not null,
  constraint odoo_users_login_check CHECK (((login <> ''::text) AND (length(login) <= 200))),
  constraint odoo_users_odoo_instance_check CHECK (((odoo_instance <> ''::text) AND (length(odoo_instance) <= 200))),
  constraint odoo_users_odoo_user_id_check CHECK (((odoo_user_id <> ''::text) AND (length(odoo_user_id) <= 200))),
  constraint odoo_users_pkey PRIMARY KEY (id),
  constraint odoo_users_odoo_instance_odoo_user_id_key UNIQUE (odoo_instance, odoo_user_id),
  constraint odoo_users_user_id_odoo_instance_key UNIQUE (user_id, odoo_instance)
);
alter table ops.odoo_users enable row level security;
CREATE TRIGGER check_person AFTER INSERT OR UPDATE OF user_id ON ops.odoo_users FOR EACH ROW EXECUTE FUNCTION ops.check_person();
CREATE TRIGGER forget_key AFTER UPDATE OF user_id, odoo_instance, odoo_user_id ON ops.odoo_users FOR EACH ROW WHEN ((((old.user_id IS DISTINCT FROM new.user_id) OR (old.odoo_instance IS DISTINCT FROM new.odoo_instance)) OR (old.odoo_user_id IS DISTINCT FROM new.odoo_user_id))) EXECUTE FUNCTION ops.forget_odoo_key();
CREATE TRIGGER normalise BEFORE INSERT OR UPDATE ON ops.odoo_users FOR EACH ROW EXECUTE FUNCTION ops.normalise_odoo_user();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.odoo_users REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.odoo_users REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.odoo_users REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy all_read on ops.odoo_users for select to agent_sync_odoo_agent, service_role using (true);

create view ops.people with (security_invoker=true) as
 SELECT id,
    name,
    email,
    avatar_url
   FROM ops.my_people() my_people(id, name, email, avatar_url);

create table ops.people_rules (
  field text not null,
  shown_to text[] not null default '{}'::text[],
  constraint people_rules_field_check CHECK ((field = 'email'::text)),
  constraint people_rules_pkey PRIMARY KEY (field)
);
alter table ops.people_rules enable row level security;
comment on column ops.people_rules.shown_to is 'Of self, service, space-admins and members: who sees the field.';
create policy read_people_rules on ops.people_rules for select to agent_sync_odoo_agent, service_role using (true);

create table ops.project_members (
  created_at timestamp with time zone not null default now(),
  id uuid not null default gen_random_uuid(),
  project_id uuid not null,
  role_id uuid not null,
  tenant_id text not null default ''::text,
  user_id uuid not null,
  constraint project_members_project_id_fkey FOREIGN KEY (project_id) REFERENCES ops.projects(id),
  constraint project_members_role_id_fkey FOREIGN KEY (role_id) REFERENCES ops.roles(id),
  constraint project_members_pkey PRIMARY KEY (id),
  constraint project_members_project_id_user_id_key UNIQUE (project_id, user_id)
);
alter table ops.project_members enable row level security;
CREATE INDEX project_members_role ON ops.project_members USING btree (role_id);
CREATE INDEX project_members_user ON ops.project_members USING btree (user_id, project_id);
CREATE TRIGGER carry_tenant BEFORE INSERT OR UPDATE ON ops.project_members FOR EACH ROW EXECUTE FUNCTION ops.carry_tenant();
CREATE TRIGGER check_person AFTER INSERT OR UPDATE OF user_id ON ops.project_members FOR EACH ROW EXECUTE FUNCTION ops.check_person();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.project_members REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.project_members REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.project_members REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy all_read on ops.project_members for select to agent_sync_odoo_agent, service_role using (true);
create policy no_tenant_only on ops.project_members as restrictive for select to agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));

create view ops.project_run_stats with (security_invoker=true) as
 SELECT p.odoo_project_id AS id,
    p.id AS project_id,
    s.total,
    s.succeeded,
    s.failed,
    s.last_run_at
   FROM (ops.projects p
     CROSS JOIN LATERAL ( SELECT (count(*))::integer AS total,
            (count(*) FILTER (WHERE (r.status = 'SUCCEEDED'::text)))::integer AS succeeded,
            (count(*) FILTER (WHERE (r.status = ANY (ARRAY['FAILED'::text, 'DEAD'::text]))))::integer AS failed,
            max(r.created_at) AS last_run_at
           FROM ops.project_runs r
          WHERE (r.project_id = p.id)) s)
  WHERE (p.odoo_project_id IS NOT NULL);

create table ops.project_runs (
  agent text not null,
  attempt integer not null,
  cancel_requested_at timestamp with time zone,
  created_at timestamp with time zone not null,
  error_code text,
  finished_at timestamp with time zone,
  id uuid not null,
  kind text not null,
  max_attempts integer not null,
  odoo_project_id integer,
  project_id uuid not null,
  requested_by text,
  run_at timestamp with time zone not null,
  started_at timestamp with time zone,
  status text not null,
  tenant_id text not null default ''::text,
  updated_at timestamp with time zone not null,
  constraint project_runs_id_fkey FOREIGN KEY (id) REFERENCES ops.runs(id) ON DELETE CASCADE,
  constraint project_runs_project_id_fkey FOREIGN KEY (project_id) REFERENCES ops.projects(id),
  constraint project_runs_pkey PRIMARY KEY (id)
);
alter table ops.project_runs enable row level security;
comment on column ops.project_runs.odoo_project_id is 'That of the project, beside it so that the runs of a project of Odoo are found by an index.';
CREATE INDEX project_runs_created_at ON ops.project_runs USING btree (created_at, id);
CREATE INDEX project_runs_odoo_project ON ops.project_runs USING btree (odoo_project_id, created_at, id) WHERE (odoo_project_id IS NOT NULL);
CREATE INDEX project_runs_project ON ops.project_runs USING btree (project_id, created_at, id);
create policy all_read on ops.project_runs for select to agent_sync_odoo_agent, service_role using (true);
create policy member_reads on ops.project_runs for select to authenticated using ((project_id IN ( SELECT ops.my_project_ids() AS my_project_ids)));
create policy no_tenant_only on ops.project_runs as restrictive for select to agent_odoo_panel, agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));
create policy panel_reads on ops.project_runs for select to agent_odoo_panel using (true);

create table ops.projects (
  created_at timestamp with time zone not null default now(),
  id uuid not null default gen_random_uuid(),
  name text not null,
  odoo_instance text,
  odoo_project_id integer generated always as (
CASE
    WHEN ((odoo_instance IS NOT NULL) AND (slug ~ '^odoo-[1-9][0-9]{0,9}$'::text)) THEN
    CASE
        WHEN ((substr(slug, 6))::bigint <= 2147483647) THEN (substr(slug, 6))::integer
        ELSE NULL::integer
    END
    ELSE NULL::integer
END),
  odoo_version text,
  repo_slug text,
  slug text not null,
  tenant_id text not null default ''::text,
  updated_at timestamp with time zone not null default now(),
  constraint projects_name_check CHECK (((name <> ''::text) AND (length(name) <= 200))),
  constraint projects_odoo_instance_check CHECK (((length(odoo_instance) >= 1) AND (length(odoo_instance) <= 200))),
  constraint projects_odoo_version_check CHECK (((length(odoo_version) >= 1) AND (length(odoo_version) <= 50))),
  constraint projects_repo_slug_check CHECK (((repo_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(repo_slug) <= 100))),
  constraint projects_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 100))),
  constraint projects_tenant_id_check CHECK ((length(tenant_id) <= 200)),
  constraint projects_pkey PRIMARY KEY (id),
  constraint projects_repo_slug_once UNIQUE (tenant_id, repo_slug),
  constraint projects_slug_once UNIQUE (tenant_id, slug)
);
alter table ops.projects enable row level security;
comment on column ops.projects.odoo_instance is 'The Odoo that has the project; null for one that no Odoo has.';
comment on column ops.projects.odoo_project_id is 'Id of project.project that this project is; null for one that no Odoo has.';
comment on column ops.projects.odoo_version is 'The series of that Odoo when it was last asked, e.g. 19.0; null where it did not say.';
comment on column ops.projects.repo_slug is 'What the repository of the project is called; it stays when the project is renamed.';
comment on column ops.projects.tenant_id is 'The client of the company that it is for, as app_metadata.client_id of tokens has it; empty for the company itself. It never changes.';
CREATE UNIQUE INDEX projects_odoo_project ON ops.projects USING btree (odoo_project_id) WHERE (odoo_project_id IS NOT NULL);
CREATE TRIGGER follow_odoo_project AFTER UPDATE ON ops.projects FOR EACH ROW WHEN ((new.odoo_project_id IS DISTINCT FROM old.odoo_project_id)) EXECUTE FUNCTION ops.follow_odoo_project();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.projects REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.projects REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.projects REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER stays_with_its_tenant BEFORE UPDATE OF tenant_id ON ops.projects FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
create policy agent_tenant_only on ops.projects as restrictive for select to agent_delivery_agent using ((( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c) OR (tenant_id = ( SELECT COALESCE(((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[]), ''::text) AS "coalesce"
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c))));
create policy all_read on ops.projects for select to agent_sync_odoo_agent, service_role using (true);
create policy bridge_reads on ops.projects for select to agent_odoo_bridge using (true);
create policy delivery_agent_reads on ops.projects for select to agent_delivery_agent using (true);
create policy member_reads on ops.projects for select to authenticated using ((id IN ( SELECT ops.my_project_ids() AS my_project_ids)));
create policy no_tenant_only on ops.projects as restrictive for select to agent_odoo_bridge, agent_odoo_panel, agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));
create policy panel_reads on ops.projects for select to agent_odoo_panel using (true);

create table ops.pull_request_environments (
  asked_at timestamp with time zone not null default now(),
  branch text not null,
  close_asked_at timestamp with time zone,
  closed_at timestamp with time zone,
  database text,
  driver text not null,
  gateway_database text,
  head_sha text not null,
  host_name text not null,
  id uuid not null default gen_random_uuid(),
  last_error text,
  name text not null,
  number integer not null,
  opening_at timestamp with time zone,
  project_id uuid not null,
  ready_at timestamp with time zone,
  ready_sha text,
  repository text not null,
  state text not null default 'WAITING'::text,
  tenant_id text not null default ''::text,
  updated_at timestamp with time zone not null default now(),
  url text,
  constraint pull_request_environments_branch_check CHECK (((length(branch) >= 1) AND (length(branch) <= 250))),
  constraint pull_request_environments_database_check CHECK (((length(database) >= 1) AND (length(database) <= 63))),
  constraint pull_request_environments_driver_check CHECK (((length(driver) >= 1) AND (length(driver) <= 63))),
  constraint pull_request_environments_gateway_database_check CHECK (((length(gateway_database) >= 1) AND (length(gateway_database) <= 63))),
  constraint pull_request_environments_head_sha_check CHECK ((head_sha ~ '^[0-9a-f]{40}$'::text)),
  constraint pull_request_environments_host_name_check CHECK (((host_name ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'::text) AND (length(host_name) <= 253))),
  constraint pull_request_environments_last_error_check CHECK ((length(last_error) <= 2000)),
  constraint pull_request_environments_name_check CHECK (((name ~ '^pr-[1-9][0-9]{0,8}(-[a-z0-9]+)*$'::text) AND (length(name) <= 55))),
  constraint pull_request_environments_number_check CHECK (((number >= 1) AND (number <= 999999999))),
  constraint pull_request_environments_ready_sha_check CHECK ((ready_sha ~ '^[0-9a-f]{40}$'::text)),
  constraint pull_request_environments_repository_check CHECK ((repository ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}/[A-Za-z0-9._-]{1,100}$'::text)),
  constraint pull_request_environments_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'OPENING'::text, 'READY'::text, 'FAILED'::text, 'CLOSING'::text, 'CLOSED'::text]))),
  constraint pull_request_environments_url_check CHECK (((length(url) <= 2000) AND (url ~ '^https?://[^/@]+(/|$)'::text))),
  constraint pull_request_environments_project_id_fkey FOREIGN KEY (project_id) REFERENCES ops.projects(id),
  constraint pull_request_environments_pkey PRIMARY KEY (id)
);
alter table ops.pull_request_environments enable row level security;
comment on column ops.pull_request_environments.name is 'Its name at the driver, and the first label of its host name.';
comment on column ops.pull_request_environments.opening_at is 'When it got its place: before that it waits for one.';
comment on column ops.pull_request_environments.ready_sha is 'The commit that it last became ready with; null before.';
CREATE INDEX pull_request_environments_asked_at ON ops.pull_request_environments USING btree (asked_at, id);
CREATE INDEX pull_request_environments_open ON ops.pull_request_environments USING btree (asked_at, id) WHERE (state <> 'CLOSED'::text);
CREATE INDEX pull_request_environments_project ON ops.pull_request_environments USING btree (project_id, asked_at, id);
CREATE UNIQUE INDEX pull_request_environments_one_name ON ops.pull_request_environments USING btree (name) WHERE (state <> 'CLOSED'::text);
CREATE UNIQUE INDEX pull_request_environments_one_open ON ops.pull_request_environments USING btree (project_id, number) WHERE (state <> 'CLOSED'::text);
CREATE TRIGGER carry_tenant BEFORE INSERT OR UPDATE ON ops.pull_request_environments FOR EACH ROW EXECUTE FUNCTION ops.carry_tenant();
create policy agent_tenant_only on ops.pull_request_environments as restrictive for select to agent_delivery_agent using ((( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c) OR (tenant_id = ( SELECT COALESCE(((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[]), ''::text) AS "coalesce"
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c))));
create policy all_read on ops.pull_request_environments for select to agent_delivery_agent, agent_sync_odoo_agent, service_role using (true);
create policy member_reads on ops.pull_request_environments for select to authenticated using ((project_id IN ( SELECT ops.my_project_ids() AS my_project_ids)));
create policy no_tenant_only on ops.pull_request_environments as restrictive for select to agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));

create table ops.roles (
  created_at timestamp with time zone not null default now(),
  description text not null,
  id uuid not null default gen_random_uuid(),
  may_approve boolean not null,
  name text not null,
  constraint roles_name_check CHECK ((name ~ '^[a-z]+(_[a-z]+)*$'::text)),
  constraint roles_pkey PRIMARY KEY (id),
  constraint roles_name_key UNIQUE (name)
);
alter table ops.roles enable row level security;
create policy all_read on ops.roles for select to agent_sync_odoo_agent, service_role using (true);

create table ops.run_events (
  act text,
  client_id text,
  created_at timestamp with time zone not null default now(),
  id uuid not null default gen_random_uuid(),
  payload jsonb,
  prev_hash bytea not null,
  run_id uuid not null,
  seq integer not null,
  sub uuid,
  tenant_id text not null default ''::text,
  type text not null,
  constraint run_events_prev_hash_check CHECK ((octet_length(prev_hash) = 32)),
  constraint run_events_seq_check CHECK ((seq > 0)),
  constraint run_events_type_check CHECK ((type <> ''::text)),
  constraint run_events_run_id_fkey FOREIGN KEY (run_id) REFERENCES ops.runs(id),
  constraint run_events_pkey PRIMARY KEY (id, created_at),
  constraint run_events_run_id_seq_created_at_key UNIQUE (run_id, seq, created_at)
) partition by RANGE (created_at);
alter table ops.run_events enable row level security;
comment on column ops.run_events.sub is 'The person who caused it, or for whom an agent did. It is part of the hash, as act and client_id are.';
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON ops.run_events FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER append_only_statement BEFORE DELETE OR UPDATE OR TRUNCATE ON ops.run_events FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER note_pages AFTER INSERT ON ops.run_events FOR EACH ROW WHEN ((new.payload ?| ARRAY['pageId'::text, 'pageIds'::text])) EXECUTE FUNCTION ops.note_pages();
create policy agent_tenant_only on ops.run_events as restrictive for select to agent_delivery_agent using ((( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c) OR (tenant_id = ( SELECT COALESCE(((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[]), ''::text) AS "coalesce"
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c))));
create policy bridge_reads on ops.run_events for select to agent_odoo_bridge using (true);
create policy delivery_agent_reads on ops.run_events for select to agent_delivery_agent using ((EXISTS ( SELECT
   FROM ops.runs r
  WHERE ((r.id = run_events.run_id) AND (r.agent = 'delivery-agent'::text)))));
create policy demo_agent_reads on ops.run_events for select to agent_demo_agent using ((EXISTS ( SELECT
   FROM ops.runs r
  WHERE ((r.id = run_events.run_id) AND (r.agent = 'demo-agent'::text)))));
create policy group_reads on ops.run_events for select to authenticated using (( SELECT (ops.my_groups() && ARRAY['auditors'::text])));
create policy no_tenant_only on ops.run_events as restrictive for select to agent_demo_agent, agent_odoo_analyst, agent_odoo_bridge, agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));
create policy odoo_analyst_reads on ops.run_events for select to agent_odoo_analyst using ((EXISTS ( SELECT
   FROM ops.runs r
  WHERE ((r.id = run_events.run_id) AND (r.agent = 'odoo-analyst'::text)))));
create policy read_run_events on ops.run_events for select to agent_sync_odoo_agent, service_role using (true);
create policy tenant_only on ops.run_events as restrictive for select to authenticated using ((tenant_id = ( SELECT COALESCE(((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[]), ''::text) AS "coalesce"
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c)));

create table ops.run_lines (
  agent text not null,
  ordering_key text not null,
  constraint run_lines_ordering_key_check CHECK (((length(ordering_key) >= 1) AND (length(ordering_key) <= 200))),
  constraint run_lines_pkey PRIMARY KEY (agent, ordering_key)
);
alter table ops.run_lines enable row level security;
create policy read_run_lines on ops.run_lines for select to agent_sync_odoo_agent, service_role using (true);

create table ops.run_pages (
  created_at timestamp with time zone not null default now(),
  id uuid not null default gen_random_uuid(),
  page_id uuid not null,
  run_id uuid not null,
  seq integer not null,
  tenant_id text not null default ''::text,
  constraint run_pages_run_id_fkey FOREIGN KEY (run_id) REFERENCES ops.runs(id) ON DELETE CASCADE,
  constraint run_pages_pkey PRIMARY KEY (id),
  constraint run_pages_run_id_page_id_key UNIQUE (run_id, page_id)
);
alter table ops.run_pages enable row level security;
CREATE INDEX run_pages_page ON ops.run_pages USING btree (page_id, created_at, id);
create policy member_reads on ops.run_pages for select to authenticated using (((run_id IN ( SELECT r.id
   FROM ops.project_runs r
  WHERE (r.project_id IN ( SELECT ops.my_project_ids() AS my_project_ids)))) AND (EXISTS ( SELECT
   FROM work.pages p
  WHERE (p.id = run_pages.page_id)))));
create policy no_tenant_only on ops.run_pages as restrictive for select to agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));
create policy read_run_pages on ops.run_pages for select to agent_sync_odoo_agent, service_role using (true);

create table ops.run_places (
  agent text not null,
  ordering_key text not null,
  place bigint not null,
  run_id uuid not null,
  tenant_id text not null default ''::text,
  constraint run_places_run_id_fkey FOREIGN KEY (run_id) REFERENCES ops.runs(id) ON DELETE CASCADE,
  constraint run_places_pkey PRIMARY KEY (agent, ordering_key, place),
  constraint run_places_run_id_ordering_key_key UNIQUE (run_id, ordering_key)
);
alter table ops.run_places enable row level security;
create policy no_tenant_only on ops.run_places as restrictive for select to agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));
create policy read_run_places on ops.run_places for select to agent_sync_odoo_agent, service_role using (true);

create view ops.run_stats with (security_invoker=true) as
 SELECT ((((agent || '/'::text) || status) || '/'::text) || to_char((hour AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24"Z"'::text)) AS id,
    agent,
    status,
    hour,
    count,
    p50_ms,
    p95_ms
   FROM ( SELECT runs.agent,
            runs.status,
            date_trunc('hour'::text, runs.created_at, 'UTC'::text) AS hour,
            (count(*))::integer AS count,
            round((percentile_cont((0.5)::double precision) WITHIN GROUP (ORDER BY ((EXTRACT(epoch FROM (runs.finished_at - runs.started_at)))::double precision * (1000)::double precision)))::numeric, 3) AS p50_ms,
            round((percentile_cont((0.95)::double precision) WITHIN GROUP (ORDER BY ((EXTRACT(epoch FROM (runs.finished_at - runs.started_at)))::double precision * (1000)::double precision)))::numeric, 3) AS p95_ms
           FROM ops.runs
          GROUP BY runs.agent, runs.status, (date_trunc('hour'::text, runs.created_at, 'UTC'::text))) hours;

create view ops.run_usage with (security_invoker=true) as
 SELECT id,
    used_calls AS calls,
    used_rows AS rows,
    used_ms AS ms,
    used_tokens AS tokens
   FROM ops.runs;

create table ops.runs (
  act text,
  agent text not null,
  archived_hash bytea,
  archived_seq integer not null default 0,
  attempt integer not null default 0,
  cancel_requested_at timestamp with time zone,
  cancel_requested_by text,
  changed_in xid8 not null default pg_current_xact_id(),
  claim_rank bigint not null default 0,
  client_id text,
  created_at timestamp with time zone not null default now(),
  due_at timestamp with time zone,
  error_code text,
  error_message text,
  fence integer not null default 0,
  finished_at timestamp with time zone,
  id uuid not null default gen_random_uuid(),
  idempotency_key text,
  input jsonb,
  input_digest bytea,
  kind text not null,
  last_hash bytea,
  last_seq integer not null default 0,
  leased_by text,
  leased_until timestamp with time zone,
  lines_ahead integer not null default 0,
  max_attempts integer not null default 5,
  ordering_keys text[] not null default '{}'::text[],
  output jsonb,
  priority integer not null default 0,
  project_id uuid,
  requested_by text,
  retry_of uuid,
  run_at timestamp with time zone not null default now(),
  schedule_id uuid,
  started_at timestamp with time zone,
  status text not null default 'QUEUED'::text,
  sub uuid,
  tenant_id text not null default ''::text,
  traceparent text default 
CASE
    WHEN (current_setting('tripoint.traceparent'::text, true) ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$'::text) THEN current_setting('tripoint.traceparent'::text, true)
    ELSE NULL::text
END,
  updated_at timestamp with time zone not null default now(),
  used_calls integer not null default 0,
  used_ms integer not null default 0,
  used_rows integer not null default 0,
  used_tokens integer not null default 0,
  warning text,
  writes integer not null default 0,
  constraint runs_agent_check CHECK ((agent <> ''::text)),
  constraint runs_archived_seq_check CHECK ((archived_seq >= 0)),
  constraint runs_attempt_check CHECK ((attempt >= 0)),
  constraint runs_check CHECK (((leased_by IS NULL) = (leased_until IS NULL))),
  constraint runs_check1 CHECK ((archived_seq <= last_seq)),
  constraint runs_check2 CHECK (((cancel_requested_at IS NULL) = (cancel_requested_by IS NULL))),
  constraint runs_fence_check CHECK ((fence >= 0)),
  constraint runs_idempotency_key_check CHECK (((length(idempotency_key) >= 1) AND (length(idempotency_key) <= 200))),
  constraint runs_kind_check CHECK ((kind <> ''::text)),
  constraint runs_last_seq_check CHECK ((last_seq >= 0)),
  constraint runs_lines_ahead_check CHECK ((lines_ahead >= 0)),
  constraint runs_max_attempts_check CHECK (((max_attempts >= 1) AND (max_attempts <= 100))),
  constraint runs_priority_check CHECK (((priority >= '-1000'::integer) AND (priority <= 1000))),
  constraint runs_status_check CHECK ((status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text, 'SUCCEEDED'::text, 'FAILED'::text, 'CANCELLED'::text, 'DEAD'::text]))),
  constraint runs_used_calls_check CHECK ((used_calls >= 0)),
  constraint runs_used_ms_check CHECK ((used_ms >= 0)),
  constraint runs_used_rows_check CHECK ((used_rows >= 0)),
  constraint runs_used_tokens_check CHECK ((used_tokens >= 0)),
  constraint runs_writes_check CHECK ((writes >= 0)),
  constraint runs_project_id_fkey FOREIGN KEY (project_id) REFERENCES ops.projects(id),
  constraint runs_pkey PRIMARY KEY (id)
);
alter table ops.runs enable row level security;
comment on column ops.runs.act is 'The agent that enqueued it; null where none did.';
comment on column ops.runs.archived_seq is 'The last event that has left for the archive; the chain is verified from there.';
comment on column ops.runs.changed_in is 'The transaction of the last change: the cursor of live readers.';
comment on column ops.runs.claim_rank is 'Who is claimed first: the lower number. When it began to wait, counted in steps of its agent''s ageing, less its priority.';
comment on column ops.runs.client_id is 'The OAuth client by whose token it was enqueued; null where none was.';
comment on column ops.runs.due_at is 'The due time of the schedule for which it was made; it stays, whatever becomes of run_at.';
comment on column ops.runs.fence is 'Rises with each claim and each lost lease; who writes with an older one is refused.';
comment on column ops.runs.last_hash is 'Hash of the last event; null means that of the chain''s start.';
comment on column ops.runs.lines_ahead is 'In how many of its lines an earlier run is open: the claim looks at this number alone.';
comment on column ops.runs.ordering_keys is 'The lines that the run stands in; it is claimed when it is the first in each.';
comment on column ops.runs.project_id is 'The project that it is done for, whose members see it in ops.project_runs; null where it is nobody''s.';
comment on column ops.runs.retry_of is 'The run that it does again: the first one, also where a retry is retried. That may have left for the archive.';
comment on column ops.runs.run_at is 'Not claimed before this time.';
comment on column ops.runs.started_at is 'When the handler of the latest attempt began.';
comment on column ops.runs.sub is 'The person who enqueued it, or for whom an agent did; null where nobody''s token said so.';
comment on column ops.runs.tenant_id is 'Of its project; of a run without one, of whose token enqueued it.';
comment on column ops.runs.traceparent is 'The span that enqueued it, W3C Trace Context; null where that was no part of a trace.';
comment on column ops.runs.used_ms is 'Milliseconds that upstream calls took together, for requests that named the run.';
comment on column ops.runs.warning is 'Why it may wait for ever; null where a known worker executes it, or one has claimed it.';
comment on column ops.runs.writes is 'Mutations that were done for requests that named the run.';
CREATE INDEX runs_agent ON ops.runs USING btree (agent, created_at, id) INCLUDE (tenant_id);
CREATE INDEX runs_changed ON ops.runs USING btree (changed_in, id);
CREATE INDEX runs_claimable ON ops.runs USING btree (agent, claim_rank, run_at, id) WHERE ((status = 'QUEUED'::text) AND (leased_by IS NULL) AND (lines_ahead = 0));
CREATE INDEX runs_created_at ON ops.runs USING btree (created_at, id) INCLUDE (tenant_id);
CREATE INDEX runs_leases ON ops.runs USING btree (leased_until, agent) WHERE (leased_until IS NOT NULL);
CREATE INDEX runs_of_schedules_open ON ops.runs USING btree (schedule_id) WHERE ((schedule_id IS NOT NULL) AND (status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text])));
CREATE INDEX runs_open_journals ON ops.runs USING btree (created_at) WHERE ((agent = 'tripoint-gateway'::text) AND (kind = 'agent.writes'::text) AND (status = 'RUNNING'::text));
CREATE INDEX runs_project ON ops.runs USING btree (project_id, created_at, id) INCLUDE (tenant_id) WHERE (project_id IS NOT NULL);
CREATE INDEX runs_retries ON ops.runs USING btree (retry_of, created_at) WHERE (retry_of IS NOT NULL);
CREATE INDEX runs_schedule ON ops.runs USING btree (schedule_id, created_at, id);
CREATE INDEX runs_warned ON ops.runs USING btree (created_at, id) WHERE ((warning IS NOT NULL) AND (status = 'QUEUED'::text));
CREATE UNIQUE INDEX runs_key ON ops.runs USING btree (agent, kind, idempotency_key, tenant_id) WHERE (idempotency_key IS NOT NULL);
CREATE TRIGGER carry_tenant BEFORE INSERT OR UPDATE OF project_id, tenant_id ON ops.runs FOR EACH ROW EXECUTE FUNCTION ops.carry_tenant();
CREATE TRIGGER check_change BEFORE UPDATE ON ops.runs FOR EACH ROW EXECUTE FUNCTION ops.check_run_change();
CREATE TRIGGER check_leaving AFTER DELETE ON ops.runs REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION ops.check_leaving();
CREATE TRIGGER due_insert AFTER INSERT ON ops.runs REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ops.notify_due();
CREATE TRIGGER due_update AFTER UPDATE ON ops.runs REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ops.notify_due();
CREATE TRIGGER follow_webhook_event AFTER INSERT OR UPDATE OF status, attempt, leased_by, error_code ON ops.runs FOR EACH ROW WHEN (((new.agent = 'odoo-bridge'::text) AND (new.kind = 'bridge.event'::text))) EXECUTE FUNCTION odoo.follow_run();
CREATE TRIGGER leave_lines AFTER UPDATE ON ops.runs FOR EACH ROW WHEN (((new.ordering_keys <> '{}'::text[]) AND (old.status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text])) AND (new.status <> ALL (ARRAY['QUEUED'::text, 'RUNNING'::text])))) EXECUTE FUNCTION ops.leave_lines();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.runs REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.runs REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.runs REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER notify_insert AFTER INSERT ON ops.runs REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ops.notify_changes();
CREATE TRIGGER notify_update AFTER UPDATE ON ops.runs REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ops.notify_changes();
CREATE TRIGGER rank_insert BEFORE INSERT ON ops.runs FOR EACH ROW EXECUTE FUNCTION ops.rank_run();
CREATE TRIGGER rank_update BEFORE UPDATE ON ops.runs FOR EACH ROW WHEN (((new.run_at IS DISTINCT FROM old.run_at) OR (new.priority IS DISTINCT FROM old.priority))) EXECUTE FUNCTION ops.rank_run();
CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON ops.runs FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_removal();
CREATE TRIGGER show_run AFTER INSERT OR UPDATE ON ops.runs FOR EACH ROW WHEN ((new.project_id IS NOT NULL)) EXECUTE FUNCTION ops.show_run();
create policy agent_tenant_only on ops.runs as restrictive for select to agent_delivery_agent using ((( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c) OR (tenant_id = ( SELECT COALESCE(((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[]), ''::text) AS "coalesce"
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c))));
create policy bridge_reads on ops.runs for select to agent_odoo_bridge using (true);
create policy delivery_agent_reads on ops.runs for select to agent_delivery_agent using ((agent = 'delivery-agent'::text));
create policy demo_agent_reads on ops.runs for select to agent_demo_agent using ((agent = 'demo-agent'::text));
create policy group_reads on ops.runs for select to authenticated using (( SELECT (ops.my_groups() && ARRAY['auditors'::text])));
create policy no_tenant_only on ops.runs as restrictive for select to agent_demo_agent, agent_odoo_analyst, agent_odoo_bridge, agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));
create policy odoo_analyst_reads on ops.runs for select to agent_odoo_analyst using ((agent = 'odoo-analyst'::text));
create policy read_runs on ops.runs for select to agent_sync_odoo_agent, service_role using (true);
create policy tenant_only on ops.runs as restrictive for select to authenticated using ((tenant_id = ( SELECT COALESCE(((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[]), ''::text) AS "coalesce"
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c)));

create table ops.schedules (
  agent text not null,
  both_days boolean not null default false,
  catch_up text not null default 'ONCE'::text,
  created_at timestamp with time zone not null default now(),
  days integer[],
  expression text not null,
  hours integer[] not null,
  id uuid not null default gen_random_uuid(),
  input jsonb,
  kind text not null,
  last_due_at timestamp with time zone,
  last_skipped_at timestamp with time zone,
  max_attempts integer not null default 5,
  minutes integer[] not null,
  months integer[] not null,
  name text not null,
  next_due_at timestamp with time zone,
  overlap text not null default 'ALLOW'::text,
  paused boolean not null default false,
  priority integer not null default 0,
  project_id uuid,
  requested_by text not null,
  tenant_id text not null default ''::text,
  time_zone text not null,
  updated_at timestamp with time zone not null default now(),
  warning text,
  weekdays integer[],
  constraint schedules_agent_check CHECK (((agent <> ''::text) AND (length(agent) <= 200))),
  constraint schedules_catch_up_check CHECK ((catch_up = ANY (ARRAY['SKIP'::text, 'ONCE'::text, 'ALL'::text]))),
  constraint schedules_days_check CHECK ((ops.are_within(days, '-1'::integer, 31) AND (0 <> ALL (days)))),
  constraint schedules_expression_check CHECK ((expression <> ''::text)),
  constraint schedules_hours_check CHECK (ops.are_within(hours, 0, 23)),
  constraint schedules_kind_check CHECK (((kind <> ''::text) AND (length(kind) <= 200))),
  constraint schedules_max_attempts_check CHECK (((max_attempts >= 1) AND (max_attempts <= 100))),
  constraint schedules_minutes_check CHECK (ops.are_within(minutes, 0, 59)),
  constraint schedules_months_check CHECK (ops.are_within(months, 1, 12)),
  constraint schedules_name_check CHECK (((name <> ''::text) AND (length(name) <= 200))),
  constraint schedules_overlap_check CHECK ((overlap = ANY (ARRAY['ALLOW'::text, 'SKIP'::text, 'QUEUE'::text]))),
  constraint schedules_priority_check CHECK (((priority >= '-1000'::integer) AND (priority <= 1000))),
  constraint schedules_weekdays_check CHECK (ops.are_within(weekdays, 0, 6)),
  constraint schedules_project_id_fkey FOREIGN KEY (project_id) REFERENCES ops.projects(id),
  constraint schedules_pkey PRIMARY KEY (id),
  constraint schedules_name_key UNIQUE (name)
);
alter table ops.schedules enable row level security;
comment on column ops.schedules.both_days is 'Whether a day must be among the days and among the weekdays; else, where both are restricted, either is enough.';
comment on column ops.schedules.overlap is 'While an earlier run of the schedule is open: ALLOW another beside it, SKIP the due time, or QUEUE the next behind it.';
comment on column ops.schedules.project_id is 'The project that its runs are done for; null where they are nobody''s.';
comment on column ops.schedules.warning is 'Why its runs may wait for ever, or why none could be enqueued; null where all is well.';
CREATE INDEX schedules_due ON ops.schedules USING btree (next_due_at, id) WHERE (NOT paused);
CREATE INDEX schedules_project ON ops.schedules USING btree (project_id) WHERE (project_id IS NOT NULL);
CREATE TRIGGER carry_tenant BEFORE INSERT OR UPDATE ON ops.schedules FOR EACH ROW EXECUTE FUNCTION ops.carry_tenant();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.schedules REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.schedules REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.schedules REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy no_tenant_only on ops.schedules as restrictive for select to agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));
create policy read_schedules on ops.schedules for select to agent_sync_odoo_agent, service_role using (true);

create table ops.stage_proofs (
  act text,
  checks jsonb not null,
  client_id text,
  created_at timestamp with time zone not null default clock_timestamp(),
  environment_id uuid,
  evidence_digest text,
  failed text[] not null,
  host text,
  id uuid not null default gen_random_uuid(),
  idempotency_key text,
  not_seen text[] not null,
  passed boolean not null,
  project_id uuid not null,
  recorded_by text not null,
  run_id uuid,
  sub uuid,
  tenant_id text not null default ''::text,
  constraint stage_proofs_check CHECK (((environment_id IS NULL) <> (host IS NULL))),
  constraint stage_proofs_check1 CHECK ((passed = ((failed = '{}'::text[]) AND (not_seen = '{}'::text[])))),
  constraint stage_proofs_checks_check CHECK (((jsonb_typeof(checks) = 'array'::text) AND (checks <> '[]'::jsonb))),
  constraint stage_proofs_evidence_digest_check CHECK ((evidence_digest ~ '^sha256:[0-9a-f]{64}$'::text)),
  constraint stage_proofs_host_check CHECK (((host ~ '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$'::text) AND (length(host) <= 253))),
  constraint stage_proofs_idempotency_key_check CHECK (((idempotency_key <> ''::text) AND (length(idempotency_key) <= 200))),
  constraint stage_proofs_environment_id_project_id_fkey FOREIGN KEY (environment_id, project_id) REFERENCES ops.environments(id, project_id),
  constraint stage_proofs_project_id_fkey FOREIGN KEY (project_id) REFERENCES ops.projects(id),
  constraint stage_proofs_pkey PRIMARY KEY (id)
);
alter table ops.stage_proofs enable row level security;
CREATE INDEX stage_proofs_created_at ON ops.stage_proofs USING btree (created_at, id);
CREATE INDEX stage_proofs_environment ON ops.stage_proofs USING btree (environment_id, project_id);
CREATE INDEX stage_proofs_environment_list ON ops.stage_proofs USING btree (environment_id, created_at, id);
CREATE INDEX stage_proofs_host ON ops.stage_proofs USING btree (project_id, host, created_at, id) WHERE (host IS NOT NULL);
CREATE INDEX stage_proofs_project ON ops.stage_proofs USING btree (project_id, created_at, id);
CREATE UNIQUE INDEX stage_proofs_once ON ops.stage_proofs USING btree (recorded_by, idempotency_key, tenant_id) WHERE (idempotency_key IS NOT NULL);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON ops.stage_proofs FOR EACH ROW EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ops.stage_proofs FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER carry_tenant BEFORE INSERT OR UPDATE ON ops.stage_proofs FOR EACH ROW EXECUTE FUNCTION ops.carry_tenant();
CREATE TRIGGER note_actor BEFORE INSERT ON ops.stage_proofs FOR EACH ROW EXECUTE FUNCTION ops.note_actor();
CREATE TRIGGER note_deleted AFTER DELETE ON ops.stage_proofs REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON ops.stage_proofs REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON ops.stage_proofs REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy agent_tenant_only on ops.stage_proofs as restrictive for select to agent_delivery_agent using ((( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c) OR (tenant_id = ( SELECT COALESCE(((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[]), ''::text) AS "coalesce"
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c))));
create policy all_read on ops.stage_proofs for select to agent_sync_odoo_agent, service_role using (true);
create policy delivery_agent_reads on ops.stage_proofs for select to agent_delivery_agent using ((recorded_by = 'delivery-agent'::text));
create policy member_reads on ops.stage_proofs for select to authenticated using ((project_id IN ( SELECT ops.my_project_ids() AS my_project_ids)));
create policy no_tenant_only on ops.stage_proofs as restrictive for select to agent_sync_odoo_agent using (( SELECT (COALESCE(((NULLIF(c.claims, ''::text))::jsonb ->> 'sub'::text), ((NULLIF(c.claims, ''::text))::jsonb #>> '{app_metadata,client_id}'::text[])) IS NULL)
   FROM ( SELECT current_setting('request.jwt.claims'::text, true) AS claims) c));

create table work.attachments (
  block_id uuid,
  confirmed_at timestamp with time zone,
  content_type text not null,
  created_at timestamp with time zone not null default now(),
  created_by uuid default auth.uid(),
  fetched_at_path text generated always as (
CASE
    WHEN (status = 'CONFIRMED'::text) THEN storage_path
    ELSE NULL::text
END),
  former_block_ids uuid[] not null default '{}'::uuid[],
  id uuid not null default gen_random_uuid(),
  name text not null,
  page_id uuid,
  size bigint not null,
  space_id uuid not null,
  status text not null default 'PENDING'::text,
  storage_path text not null,
  template_id uuid,
  constraint attachments_check CHECK ((num_nonnulls(page_id, template_id) = 1)),
  constraint attachments_check1 CHECK (((block_id IS NULL) OR (page_id IS NOT NULL))),
  constraint attachments_content_type_check CHECK ((content_type <> ''::text)),
  constraint attachments_name_check CHECK ((name <> ''::text)),
  constraint attachments_path CHECK ((storage_path !~ '(^|/)\.{0,2}(/|$)|[\\%?#[:cntrl:]]'::text)),
  constraint attachments_size_check CHECK ((size >= 0)),
  constraint attachments_size_exact CHECK ((size <= '9007199254740991'::bigint)) NOT VALID,
  constraint attachments_status_check CHECK ((status = ANY (ARRAY['PENDING'::text, 'CONFIRMED'::text]))),
  constraint attachments_storage_path_check CHECK ((storage_path <> ''::text)),
  constraint attachments_block_id_page_id_fkey FOREIGN KEY (block_id, page_id) REFERENCES work.blocks(id, page_id) ON DELETE SET NULL (block_id),
  constraint attachments_page_id_space_id_fkey FOREIGN KEY (page_id, space_id) REFERENCES work.pages(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint attachments_template_id_space_id_fkey FOREIGN KEY (template_id, space_id) REFERENCES work.templates(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint attachments_pkey PRIMARY KEY (id),
  constraint attachments_storage_path_key UNIQUE (storage_path)
);
alter table work.attachments enable row level security;
CREATE INDEX attachments_block ON work.attachments USING btree (block_id) WHERE (block_id IS NOT NULL);
CREATE INDEX attachments_former_blocks ON work.attachments USING btree (page_id) WHERE (former_block_ids <> '{}'::uuid[]);
CREATE INDEX attachments_page ON work.attachments USING btree (page_id, created_at, id);
CREATE INDEX attachments_template ON work.attachments USING btree (template_id) WHERE (template_id IS NOT NULL);
CREATE TRIGGER b_check_texts AFTER INSERT OR UPDATE OF name ON work.attachments FOR EACH ROW EXECUTE FUNCTION work.check_texts('name', '200');
CREATE TRIGGER note_delete AFTER DELETE ON work.attachments REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_deleted AFTER DELETE ON work.attachments REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_former_block BEFORE UPDATE OF block_id ON work.attachments FOR EACH ROW WHEN (((old.block_id IS NOT NULL) AND (new.block_id IS NULL))) EXECUTE FUNCTION work.note_former_block();
CREATE TRIGGER note_insert AFTER INSERT ON work.attachments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_inserted AFTER INSERT ON work.attachments REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_removed_files AFTER DELETE ON work.attachments REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION work.note_removed_files();
CREATE TRIGGER note_update AFTER UPDATE ON work.attachments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_updated AFTER UPDATE ON work.attachments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER refuse_archived_insert AFTER INSERT ON work.attachments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_archived_update AFTER UPDATE ON work.attachments REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER remember_place AFTER UPDATE OF block_id ON work.attachments FOR EACH ROW WHEN (((old.block_id IS NOT NULL) AND (new.block_id IS DISTINCT FROM old.block_id))) EXECUTE FUNCTION work.remember_place();
create policy all_read on work.attachments for select to service_role using (true);
create policy editor_deletes on work.attachments for delete to acting_agent, authenticated using ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy editor_updates on work.attachments for update to acting_agent, authenticated using ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids))) with check ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy member_reads on work.attachments for select to acting_agent, authenticated using ((space_id IN ( SELECT work.my_space_ids() AS my_space_ids)));
create policy service_deletes on work.attachments for delete to service_role using (true);
create policy service_inserts on work.attachments for insert to service_role with check (true);
create policy service_updates on work.attachments for update to service_role using (true) with check (true);

create view work.bin with (security_invoker=true) as
 SELECT c.id,
    c.space_id,
    c.page_id,
    c.entry_id,
    c.kind,
    c.record_id,
    c.before AS content,
    c.changed_at AS deleted_at,
    h.changed_by AS deleted_by
   FROM (work.history_changes c
     JOIN work.page_history h ON ((h.id = c.entry_id)))
  WHERE ((c.operation = 'DELETE'::text) AND (c.before IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM work.blocks b
          WHERE ((c.kind = 'BLOCK'::text) AND (b.id = c.record_id))))) AND (NOT (EXISTS ( SELECT
           FROM work.db_rows r
          WHERE ((c.kind = 'ROW'::text) AND (r.id = c.record_id))))) AND (NOT (EXISTS ( SELECT
           FROM work.db_columns d
          WHERE ((c.kind = 'COLUMN'::text) AND (d.id = c.record_id))))) AND (NOT (EXISTS ( SELECT
           FROM work.history_changes l
          WHERE ((l.operation = 'DELETE'::text) AND (l.record_id = c.record_id) AND (l.changed_at > c.changed_at))))) AND (NOT (EXISTS ( SELECT
           FROM work.history_changes a
          WHERE ((c.kind = 'BLOCK'::text) AND (a.entry_id = c.entry_id) AND (a.kind = 'BLOCK'::text) AND (a.operation = 'DELETE'::text) AND (a.record_id = ((c.before ->> 'parentId'::text))::uuid))))));

create table work.blocks (
  act text,
  client_id text,
  content jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  id uuid not null default gen_random_uuid(),
  inside_id uuid not null,
  page_id uuid not null,
  parent_id uuid,
  rank text collate "C" not null,
  space_id uuid not null,
  sub uuid,
  type text not null,
  updated_at timestamp with time zone not null default now(),
  constraint blocks_addresses CHECK (((NOT jsonb_path_exists(content, '$.**."href"?(!(@ like_regex "^(https?|mailto|tel):" flag "i"))'::jsonpath)) AND (NOT jsonb_path_exists(content, '$.**."url"?(!(@ like_regex "^https?:" flag "i"))'::jsonpath)))),
  constraint blocks_content_object CHECK ((jsonb_typeof(content) = 'object'::text)),
  constraint blocks_rank_check CHECK ((rank <> ''::text)),
  constraint blocks_type_check CHECK ((type = ANY (ARRAY['PARAGRAPH'::text, 'HEADING_1'::text, 'HEADING_2'::text, 'HEADING_3'::text, 'BULLETED_LIST_ITEM'::text, 'NUMBERED_LIST_ITEM'::text, 'TO_DO'::text, 'TOGGLE'::text, 'QUOTE'::text, 'CALLOUT'::text, 'CODE'::text, 'DIVIDER'::text, 'IMAGE'::text, 'FILE'::text, 'BOOKMARK'::text, 'TABLE'::text, 'PAGE_EMBED'::text, 'DATABASE_VIEW'::text, 'ODOO_RECORD'::text]))),
  constraint blocks_page_id_space_id_fkey FOREIGN KEY (page_id, space_id) REFERENCES work.pages(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint blocks_parent_id_page_id_fkey FOREIGN KEY (parent_id, page_id) REFERENCES work.blocks(id, page_id) ON DELETE CASCADE,
  constraint blocks_pkey PRIMARY KEY (id),
  constraint blocks_id_page_id_key UNIQUE (id, page_id)
);
alter table work.blocks enable row level security;
comment on column work.blocks.sub is 'The person who wrote what stands in it, or for whom an agent did; null where nobody''s token said so.';
CREATE INDEX blocks_inside ON work.blocks USING btree (inside_id, rank, id);
CREATE INDEX blocks_page ON work.blocks USING btree (page_id, rank, id);
CREATE INDEX blocks_parent ON work.blocks USING btree (parent_id, rank, id);
CREATE TRIGGER a_fill_content BEFORE INSERT ON work.blocks FOR EACH ROW WHEN (((new.content IS NULL) OR (new.content = '{}'::jsonb))) EXECUTE FUNCTION work.fill_content();
CREATE TRIGGER a_fill_rank BEFORE INSERT OR UPDATE OF rank ON work.blocks FOR EACH ROW WHEN ((new.rank IS NULL)) EXECUTE FUNCTION work.fill_rank();
CREATE TRIGGER a_keep_notes BEFORE INSERT OR UPDATE ON work.blocks FOR EACH ROW EXECUTE FUNCTION work.keep_notes();
CREATE TRIGGER a_refuse_kept BEFORE UPDATE ON work.blocks FOR EACH ROW WHEN (((((new.id IS DISTINCT FROM old.id) OR (new.space_id IS DISTINCT FROM old.space_id)) OR (new.page_id IS DISTINCT FROM old.page_id)) OR (new.created_at IS DISTINCT FROM old.created_at))) EXECUTE FUNCTION work.refuse_kept('id', 'space_id', 'page_id', 'created_at');
CREATE TRIGGER b_note_actor BEFORE INSERT OR UPDATE ON work.blocks FOR EACH ROW EXECUTE FUNCTION work.note_actor();
CREATE TRIGGER b_refuse_other_rank BEFORE UPDATE OF rank ON work.blocks FOR EACH ROW WHEN (((new.rank <> old.rank) AND (NOT work.is_rank(new.rank)))) EXECUTE FUNCTION work.refuse_rank();
CREATE TRIGGER b_refuse_rank BEFORE INSERT ON work.blocks FOR EACH ROW WHEN ((NOT work.is_rank(new.rank))) EXECUTE FUNCTION work.refuse_rank();
CREATE TRIGGER b_refuse_scalar BEFORE INSERT OR UPDATE OF content ON work.blocks FOR EACH ROW WHEN ((jsonb_typeof(new.content) <> 'object'::text)) EXECUTE FUNCTION work.refuse_scalar();
CREATE TRIGGER bring_discussion_back AFTER INSERT ON work.blocks REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION work.bring_discussion_back();
CREATE TRIGGER check_tree BEFORE UPDATE OF parent_id ON work.blocks FOR EACH ROW WHEN (((new.parent_id IS NOT NULL) AND (new.parent_id IS DISTINCT FROM old.parent_id))) EXECUTE FUNCTION work.check_block_tree();
CREATE TRIGGER derive_columns BEFORE INSERT OR UPDATE ON work.blocks FOR EACH ROW EXECUTE FUNCTION work.derive_columns();
CREATE TRIGGER keep_origin BEFORE INSERT ON work.blocks FOR EACH ROW WHEN ((work.restoring() <> ''::text)) EXECUTE FUNCTION work.keep_origin();
CREATE TRIGGER note_delete AFTER DELETE ON work.blocks REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_block_changes();
CREATE TRIGGER note_deleted AFTER DELETE ON work.blocks REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_insert AFTER INSERT ON work.blocks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_block_changes();
CREATE TRIGGER note_insert_places AFTER INSERT ON work.blocks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_block_places();
CREATE TRIGGER note_inserted AFTER INSERT ON work.blocks REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_update AFTER UPDATE ON work.blocks REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_block_changes();
CREATE TRIGGER note_update_places AFTER UPDATE ON work.blocks REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_block_places();
CREATE TRIGGER note_updated AFTER UPDATE ON work.blocks REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER reattach AFTER INSERT ON work.blocks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT WHEN ((work.restoring() <> ''::text)) EXECUTE FUNCTION work.reattach();
CREATE TRIGGER refuse_archived_delete AFTER DELETE ON work.blocks REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_archived_insert AFTER INSERT ON work.blocks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_archived_update AFTER UPDATE ON work.blocks REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_changed_blocks AFTER UPDATE ON work.blocks REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.check_changed_blocks();
CREATE TRIGGER refuse_kept_insert AFTER INSERT ON work.blocks FOR EACH ROW WHEN ((new.created_at IS DISTINCT FROM now())) EXECUTE FUNCTION work.refuse_kept('created_at');
CREATE TRIGGER refuse_new_blocks AFTER INSERT ON work.blocks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.check_new_blocks();
CREATE TRIGGER remember_delete AFTER DELETE ON work.blocks REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION work.remember_blocks();
CREATE TRIGGER remember_insert AFTER INSERT ON work.blocks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.remember_blocks();
CREATE TRIGGER remember_update AFTER UPDATE ON work.blocks REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.remember_blocks();
CREATE TRIGGER touch BEFORE UPDATE ON work.blocks FOR EACH ROW EXECUTE FUNCTION work.touch();
create policy all_read on work.blocks for select to agent_workspace_indexer, service_role using (true);
create policy editor_deletes on work.blocks for delete to acting_agent, authenticated using ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy editor_inserts on work.blocks for insert to acting_agent, authenticated with check ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy editor_updates on work.blocks for update to acting_agent, authenticated using ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids))) with check ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy member_reads on work.blocks for select to acting_agent, agent_workspace_ask_docs, authenticated using ((space_id IN ( SELECT work.my_space_ids() AS my_space_ids)));
create policy service_deletes on work.blocks for delete to service_role using (true);
create policy service_inserts on work.blocks for insert to service_role with check (true);
create policy service_updates on work.blocks for update to service_role using (true) with check (true);

create view work.breadcrumbs with (security_invoker=true) as
 SELECT p.id AS page_id,
    a.id,
    a.title,
    a.depth
   FROM (work.pages p
     CROSS JOIN LATERAL work.ancestors_of(p.parent_id) a(id, title, depth));

create table work.comments (
  act text,
  author_id uuid default auth.uid(),
  block_id uuid,
  body text not null,
  client_id text,
  created_at timestamp with time zone not null default now(),
  edited_at timestamp with time zone,
  former_block_ids uuid[] not null default '{}'::uuid[],
  id uuid not null default gen_random_uuid(),
  page_id uuid not null,
  parent_id uuid,
  resolved_at timestamp with time zone,
  resolved_by uuid,
  space_id uuid not null,
  sub uuid,
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint comments_body_check CHECK ((body <> ''::text)),
  constraint comments_check CHECK (((parent_id IS NULL) OR (resolved_at IS NULL))),
  constraint comments_version_check CHECK ((version > 0)),
  constraint comments_block_id_page_id_fkey FOREIGN KEY (block_id, page_id) REFERENCES work.blocks(id, page_id) ON DELETE SET NULL (block_id),
  constraint comments_page_id_space_id_fkey FOREIGN KEY (page_id, space_id) REFERENCES work.pages(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint comments_parent_id_page_id_fkey FOREIGN KEY (parent_id, page_id) REFERENCES work.comments(id, page_id) ON DELETE CASCADE,
  constraint comments_pkey PRIMARY KEY (id),
  constraint comments_id_page_id_key UNIQUE (id, page_id)
);
alter table work.comments enable row level security;
comment on column work.comments.parent_id is 'The comment that began the thread; null of that one itself.';
comment on column work.comments.sub is 'The person who wrote its text, or for whom an agent did; null where nobody''s token said so.';
CREATE INDEX comments_block ON work.comments USING btree (block_id, created_at, id) WHERE (block_id IS NOT NULL);
CREATE INDEX comments_former_blocks ON work.comments USING btree (page_id) WHERE (former_block_ids <> '{}'::uuid[]);
CREATE INDEX comments_page ON work.comments USING btree (page_id, created_at, id);
CREATE INDEX comments_parent ON work.comments USING btree (parent_id, created_at, id);
CREATE TRIGGER a_keep_notes BEFORE INSERT OR UPDATE ON work.comments FOR EACH ROW EXECUTE FUNCTION work.keep_notes();
CREATE TRIGGER a_keep_resolving BEFORE UPDATE OF resolved_at ON work.comments FOR EACH ROW WHEN ((new.resolved_at <> old.resolved_at)) EXECUTE FUNCTION work.keep_resolving();
CREATE TRIGGER a_refuse_kept BEFORE UPDATE ON work.comments FOR EACH ROW WHEN ((((((((((((new.id IS DISTINCT FROM old.id) OR (new.space_id IS DISTINCT FROM old.space_id)) OR (new.page_id IS DISTINCT FROM old.page_id)) OR (new.author_id IS DISTINCT FROM old.author_id)) OR (new.created_at IS DISTINCT FROM old.created_at)) OR (new.parent_id IS DISTINCT FROM old.parent_id)) OR (new.block_id IS DISTINCT FROM old.block_id)) OR (new.resolved_by IS DISTINCT FROM old.resolved_by)) OR (new.edited_at IS DISTINCT FROM old.edited_at)) OR (new.version IS DISTINCT FROM old.version)) OR (new.former_block_ids IS DISTINCT FROM old.former_block_ids))) EXECUTE FUNCTION work.refuse_kept('id', 'space_id', 'page_id', 'author_id', 'created_at', 'parent_id', 'block_id', 'resolved_by', 'edited_at', 'version', 'former_block_ids');
CREATE TRIGGER b_check_texts AFTER INSERT OR UPDATE OF body ON work.comments FOR EACH ROW EXECUTE FUNCTION work.check_texts('body', '10000');
CREATE TRIGGER b_note_actor BEFORE INSERT OR UPDATE ON work.comments FOR EACH ROW EXECUTE FUNCTION work.note_actor();
CREATE TRIGGER check_comment BEFORE INSERT OR UPDATE ON work.comments FOR EACH ROW EXECUTE FUNCTION work.check_comment();
CREATE TRIGGER check_removal BEFORE DELETE ON work.comments FOR EACH ROW EXECUTE FUNCTION work.check_comment_removal();
CREATE TRIGGER check_reply AFTER INSERT ON work.comments FOR EACH ROW WHEN ((new.parent_id IS NOT NULL)) EXECUTE FUNCTION work.check_reply();
CREATE TRIGGER note_delete AFTER DELETE ON work.comments REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_deleted AFTER DELETE ON work.comments REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_former_block BEFORE UPDATE OF block_id ON work.comments FOR EACH ROW WHEN (((old.block_id IS NOT NULL) AND (new.block_id IS NULL))) EXECUTE FUNCTION work.note_former_block();
CREATE TRIGGER note_insert AFTER INSERT ON work.comments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_inserted AFTER INSERT ON work.comments REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_update AFTER UPDATE ON work.comments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_updated AFTER UPDATE ON work.comments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER raise_version BEFORE UPDATE ON work.comments FOR EACH ROW EXECUTE FUNCTION work.raise_version();
CREATE TRIGGER refuse_archived_insert AFTER INSERT ON work.comments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_archived_update AFTER UPDATE ON work.comments REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_kept_insert AFTER INSERT ON work.comments FOR EACH ROW WHEN (((new.version IS DISTINCT FROM 1) OR (new.edited_at IS NOT NULL) OR (new.resolved_by IS NOT NULL) OR (new.resolved_at IS NOT NULL) OR (new.created_at IS DISTINCT FROM now()) OR (new.author_id IS DISTINCT FROM auth.uid()) OR (new.former_block_ids IS DISTINCT FROM '{}'::uuid[]))) EXECUTE FUNCTION work.refuse_kept('author_id', 'created_at', 'resolved_at', 'resolved_by', 'edited_at', 'version', 'former_block_ids');
CREATE TRIGGER remember_place AFTER UPDATE OF block_id ON work.comments FOR EACH ROW WHEN (((old.block_id IS NOT NULL) AND (new.block_id IS DISTINCT FROM old.block_id))) EXECUTE FUNCTION work.remember_place();
create policy all_read on work.comments for select to service_role using (true);
create policy author_or_editor_deletes on work.comments for delete to acting_agent, authenticated using (((space_id IN ( SELECT work.my_open_space_ids() AS my_open_space_ids)) AND ((author_id = ( SELECT auth.uid() AS uid)) OR (space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)))));
create policy author_or_editor_updates on work.comments for update to acting_agent, authenticated using (((space_id IN ( SELECT work.my_open_space_ids() AS my_open_space_ids)) AND ((author_id = ( SELECT auth.uid() AS uid)) OR (space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids))))) with check ((space_id IN ( SELECT work.my_open_space_ids() AS my_open_space_ids)));
create policy member_inserts on work.comments for insert to acting_agent, authenticated with check ((space_id IN ( SELECT work.my_open_space_ids() AS my_open_space_ids)));
create policy member_reads on work.comments for select to acting_agent, authenticated using ((space_id IN ( SELECT work.my_space_ids() AS my_space_ids)));
create policy service_deletes on work.comments for delete to service_role using (true);
create policy service_inserts on work.comments for insert to service_role with check (true);
create policy service_updates on work.comments for update to service_role using (true) with check (true);

create table work.databases (
  archived_at timestamp with time zone,
  columns_changed_in xid8 not null default pg_current_xact_id(),
  created_at timestamp with time zone not null default now(),
  created_by uuid default auth.uid(),
  id uuid not null default gen_random_uuid(),
  page_id uuid not null,
  space_id uuid not null,
  title text not null,
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint databases_title_check CHECK ((title <> ''::text)),
  constraint databases_version_check CHECK ((version > 0)),
  constraint databases_page_id_space_id_fkey FOREIGN KEY (page_id, space_id) REFERENCES work.pages(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint databases_pkey PRIMARY KEY (id),
  constraint databases_id_space_id_key UNIQUE (id, space_id)
);
alter table work.databases enable row level security;
comment on column work.databases.archived_at is 'While it is set, neither columns nor rows change.';
comment on column work.databases.columns_changed_in is 'The transaction that last changed a column: the version rises once for each.';
CREATE INDEX databases_page ON work.databases USING btree (page_id, created_at, id);
CREATE INDEX databases_space ON work.databases USING btree (space_id);
CREATE TRIGGER a_keep_archiving BEFORE UPDATE ON work.databases FOR EACH ROW WHEN ((new.archived_at IS DISTINCT FROM old.archived_at)) EXECUTE FUNCTION work.keep_archiving();
CREATE TRIGGER a_keep_notes BEFORE INSERT OR UPDATE ON work.databases FOR EACH ROW EXECUTE FUNCTION work.keep_notes();
CREATE TRIGGER a_refuse_kept BEFORE UPDATE ON work.databases FOR EACH ROW WHEN (((((((new.id IS DISTINCT FROM old.id) OR (new.space_id IS DISTINCT FROM old.space_id)) OR (new.page_id IS DISTINCT FROM old.page_id)) OR (new.version IS DISTINCT FROM old.version)) OR (new.created_by IS DISTINCT FROM old.created_by)) OR (new.created_at IS DISTINCT FROM old.created_at))) EXECUTE FUNCTION work.refuse_kept('id', 'space_id', 'page_id', 'version', 'created_by', 'created_at');
CREATE TRIGGER b_check_texts AFTER INSERT OR UPDATE OF title ON work.databases FOR EACH ROW EXECUTE FUNCTION work.check_texts('title', '500');
CREATE TRIGGER note_delete AFTER DELETE ON work.databases REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_deleted AFTER DELETE ON work.databases REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_insert AFTER INSERT ON work.databases REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_inserted AFTER INSERT ON work.databases REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_update AFTER UPDATE ON work.databases REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_updated AFTER UPDATE ON work.databases REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER raise_version BEFORE UPDATE ON work.databases FOR EACH ROW EXECUTE FUNCTION work.raise_version();
CREATE TRIGGER refuse_archived AFTER UPDATE ON work.databases FOR EACH ROW WHEN (((old.archived_at IS NOT NULL) AND (new.archived_at IS NOT NULL) AND (new.title <> old.title))) EXECUTE FUNCTION work.refuse_archived_row('database');
CREATE TRIGGER refuse_archived_insert AFTER INSERT ON work.databases REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_archived_update AFTER UPDATE ON work.databases REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_kept_insert AFTER INSERT ON work.databases FOR EACH ROW WHEN (((new.archived_at IS NOT NULL) OR (new.created_at IS DISTINCT FROM now()) OR (new.created_by IS DISTINCT FROM auth.uid()) OR (new.version IS DISTINCT FROM 1))) EXECUTE FUNCTION work.refuse_kept('version', 'created_by', 'created_at', 'archived_at');
CREATE TRIGGER remember_insert AFTER INSERT ON work.databases FOR EACH ROW EXECUTE FUNCTION work.remember_database();
CREATE TRIGGER remember_update AFTER UPDATE ON work.databases FOR EACH ROW WHEN (((new.title IS DISTINCT FROM old.title) OR (new.archived_at IS DISTINCT FROM old.archived_at))) EXECUTE FUNCTION work.remember_database();
create policy all_read on work.databases for select to service_role using (true);
create policy editor_inserts on work.databases for insert to acting_agent, authenticated with check ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy editor_updates on work.databases for update to acting_agent, authenticated using ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids))) with check ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy member_reads on work.databases for select to acting_agent, authenticated using ((space_id IN ( SELECT work.my_space_ids() AS my_space_ids)));
create policy service_deletes on work.databases for delete to service_role using (true);
create policy service_inserts on work.databases for insert to service_role with check (true);
create policy service_updates on work.databases for update to service_role using (true) with check (true);

create table work.db_columns (
  created_at timestamp with time zone not null default now(),
  database_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  options jsonb not null default '{}'::jsonb,
  rank text collate "C" not null,
  space_id uuid not null,
  type text not null,
  updated_at timestamp with time zone not null default now(),
  constraint db_columns_name_check CHECK ((name <> ''::text)),
  constraint db_columns_options_check CHECK ((jsonb_typeof(options) = 'object'::text)),
  constraint db_columns_rank_check CHECK ((rank <> ''::text)),
  constraint db_columns_type_check CHECK ((type = ANY (ARRAY['TEXT'::text, 'NUMBER'::text, 'SELECT'::text, 'MULTI_SELECT'::text, 'STATUS'::text, 'DATE'::text, 'PERSON'::text, 'CHECKBOX'::text, 'URL'::text, 'EMAIL'::text, 'RELATION'::text, 'ODOO_RECORD'::text]))),
  constraint db_columns_database_id_space_id_fkey FOREIGN KEY (database_id, space_id) REFERENCES work.databases(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint db_columns_pkey PRIMARY KEY (id),
  constraint db_columns_database_id_name_key UNIQUE (database_id, name)
);
alter table work.db_columns enable row level security;
CREATE INDEX db_columns_rank ON work.db_columns USING btree (database_id, rank, id);
CREATE TRIGGER a_fill_rank BEFORE INSERT OR UPDATE OF rank ON work.db_columns FOR EACH ROW WHEN ((new.rank IS NULL)) EXECUTE FUNCTION work.fill_rank();
CREATE TRIGGER a_keep_notes BEFORE INSERT OR UPDATE ON work.db_columns FOR EACH ROW EXECUTE FUNCTION work.keep_notes();
CREATE TRIGGER a_refuse_kept BEFORE UPDATE ON work.db_columns FOR EACH ROW WHEN (((((new.id IS DISTINCT FROM old.id) OR (new.space_id IS DISTINCT FROM old.space_id)) OR (new.database_id IS DISTINCT FROM old.database_id)) OR (new.created_at IS DISTINCT FROM old.created_at))) EXECUTE FUNCTION work.refuse_kept('id', 'space_id', 'database_id', 'created_at');
CREATE TRIGGER b_check_texts BEFORE INSERT OR UPDATE OF name ON work.db_columns FOR EACH ROW EXECUTE FUNCTION work.check_texts('name', '200');
CREATE TRIGGER b_refuse_other_rank BEFORE UPDATE OF rank ON work.db_columns FOR EACH ROW WHEN (((new.rank <> old.rank) AND (NOT work.is_rank(new.rank)))) EXECUTE FUNCTION work.refuse_rank();
CREATE TRIGGER b_refuse_rank BEFORE INSERT ON work.db_columns FOR EACH ROW WHEN ((NOT work.is_rank(new.rank))) EXECUTE FUNCTION work.refuse_rank();
CREATE TRIGGER check_column BEFORE INSERT OR DELETE OR UPDATE OF name, type, options ON work.db_columns FOR EACH ROW EXECUTE FUNCTION work.check_column();
CREATE TRIGGER keep_origin BEFORE INSERT ON work.db_columns FOR EACH ROW WHEN ((work.restoring() <> ''::text)) EXECUTE FUNCTION work.keep_origin();
CREATE TRIGGER migrate_cells AFTER INSERT OR DELETE OR UPDATE OF name, type, options ON work.db_columns FOR EACH ROW EXECUTE FUNCTION work.migrate_cells();
CREATE TRIGGER note_column_change AFTER INSERT OR DELETE OR UPDATE OF name, type, options, rank ON work.db_columns FOR EACH ROW EXECUTE FUNCTION work.note_column_change();
CREATE TRIGGER note_delete AFTER DELETE ON work.db_columns REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_deleted AFTER DELETE ON work.db_columns REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_insert AFTER INSERT ON work.db_columns REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_inserted AFTER INSERT ON work.db_columns REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_update AFTER UPDATE ON work.db_columns REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_updated AFTER UPDATE ON work.db_columns REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER refuse_archived_delete AFTER DELETE ON work.db_columns REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_archived_insert AFTER INSERT ON work.db_columns REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_archived_update AFTER UPDATE ON work.db_columns REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_kept_insert AFTER INSERT ON work.db_columns FOR EACH ROW WHEN ((new.created_at IS DISTINCT FROM now())) EXECUTE FUNCTION work.refuse_kept('created_at');
CREATE TRIGGER remember_delete AFTER DELETE ON work.db_columns REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION work.remember_parts();
CREATE TRIGGER remember_insert AFTER INSERT ON work.db_columns REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.remember_parts();
CREATE TRIGGER remember_update AFTER UPDATE ON work.db_columns REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.remember_parts();
CREATE TRIGGER touch BEFORE UPDATE ON work.db_columns FOR EACH ROW EXECUTE FUNCTION work.touch();
create policy all_read on work.db_columns for select to service_role using (true);
create policy editor_deletes on work.db_columns for delete to acting_agent, authenticated using ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy editor_inserts on work.db_columns for insert to acting_agent, authenticated with check ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy editor_updates on work.db_columns for update to acting_agent, authenticated using ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids))) with check ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy member_reads on work.db_columns for select to acting_agent, authenticated using ((space_id IN ( SELECT work.my_space_ids() AS my_space_ids)));
create policy service_deletes on work.db_columns for delete to service_role using (true);
create policy service_inserts on work.db_columns for insert to service_role with check (true);
create policy service_updates on work.db_columns for update to service_role using (true) with check (true);

create table work.db_rows (
  created_at timestamp with time zone not null default now(),
  created_by uuid default auth.uid(),
  data jsonb not null default '{}'::jsonb,
  database_id uuid not null,
  id uuid not null default gen_random_uuid(),
  rank text collate "C" not null,
  space_id uuid not null,
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint db_rows_data_check CHECK ((jsonb_typeof(data) = 'object'::text)),
  constraint db_rows_rank_check CHECK ((rank <> ''::text)),
  constraint db_rows_version_check CHECK ((version > 0)),
  constraint db_rows_database_id_space_id_fkey FOREIGN KEY (database_id, space_id) REFERENCES work.databases(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint db_rows_pkey PRIMARY KEY (id),
  constraint db_rows_id_space_id_key UNIQUE (id, space_id)
);
alter table work.db_rows enable row level security;
CREATE INDEX db_rows_cells ON work.db_rows USING gin (work.keyed_cells(database_id, data) jsonb_path_ops);
CREATE INDEX db_rows_rank ON work.db_rows USING btree (database_id, rank, id);
CREATE TRIGGER a_fill_rank BEFORE INSERT OR UPDATE OF rank ON work.db_rows FOR EACH ROW WHEN ((new.rank IS NULL)) EXECUTE FUNCTION work.fill_rank();
CREATE TRIGGER a_keep_notes BEFORE INSERT OR UPDATE ON work.db_rows FOR EACH ROW EXECUTE FUNCTION work.keep_notes();
CREATE TRIGGER a_refuse_kept BEFORE UPDATE ON work.db_rows FOR EACH ROW WHEN (((((((new.id IS DISTINCT FROM old.id) OR (new.space_id IS DISTINCT FROM old.space_id)) OR (new.database_id IS DISTINCT FROM old.database_id)) OR (new.version IS DISTINCT FROM old.version)) OR (new.created_by IS DISTINCT FROM old.created_by)) OR (new.created_at IS DISTINCT FROM old.created_at))) EXECUTE FUNCTION work.refuse_kept('id', 'space_id', 'database_id', 'version', 'created_by', 'created_at');
CREATE TRIGGER b_refuse_other_rank BEFORE UPDATE OF rank ON work.db_rows FOR EACH ROW WHEN (((new.rank <> old.rank) AND (NOT work.is_rank(new.rank)))) EXECUTE FUNCTION work.refuse_rank();
CREATE TRIGGER b_refuse_rank BEFORE INSERT ON work.db_rows FOR EACH ROW WHEN ((NOT work.is_rank(new.rank))) EXECUTE FUNCTION work.refuse_rank();
CREATE TRIGGER check_row BEFORE INSERT OR UPDATE OF data ON work.db_rows FOR EACH ROW EXECUTE FUNCTION work.check_row();
CREATE TRIGGER keep_origin BEFORE INSERT ON work.db_rows FOR EACH ROW WHEN ((work.restoring() <> ''::text)) EXECUTE FUNCTION work.keep_origin();
CREATE TRIGGER note_delete AFTER DELETE ON work.db_rows REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_deleted AFTER DELETE ON work.db_rows REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_insert AFTER INSERT ON work.db_rows REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_inserted AFTER INSERT ON work.db_rows REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_update AFTER UPDATE ON work.db_rows REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.note_activity();
CREATE TRIGGER note_updated AFTER UPDATE ON work.db_rows REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER raise_version BEFORE UPDATE ON work.db_rows FOR EACH ROW EXECUTE FUNCTION work.raise_version();
CREATE TRIGGER refuse_archived_delete AFTER DELETE ON work.db_rows REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_archived_insert AFTER INSERT ON work.db_rows REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_archived_update AFTER UPDATE ON work.db_rows REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_kept_insert AFTER INSERT ON work.db_rows FOR EACH ROW WHEN (((new.created_at IS DISTINCT FROM now()) OR (new.version IS DISTINCT FROM 1) OR (new.created_by IS DISTINCT FROM auth.uid()))) EXECUTE FUNCTION work.refuse_kept('version', 'created_by', 'created_at');
CREATE TRIGGER remember_delete AFTER DELETE ON work.db_rows REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION work.remember_parts();
CREATE TRIGGER remember_insert AFTER INSERT ON work.db_rows REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.remember_parts();
CREATE TRIGGER remember_update AFTER UPDATE ON work.db_rows REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.remember_parts();
create policy all_read on work.db_rows for select to service_role using (true);
create policy editor_deletes on work.db_rows for delete to acting_agent, authenticated using ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy editor_inserts on work.db_rows for insert to acting_agent, authenticated with check ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy editor_updates on work.db_rows for update to acting_agent, authenticated using ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids))) with check ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy member_reads on work.db_rows for select to acting_agent, authenticated using ((space_id IN ( SELECT work.my_space_ids() AS my_space_ids)));
create policy service_deletes on work.db_rows for delete to service_role using (true);
create policy service_inserts on work.db_rows for insert to service_role with check (true);
create policy service_updates on work.db_rows for update to service_role using (true) with check (true);

create table work.embedding_claims (
  content_hash bytea not null,
  model text not null,
  page_id uuid not null,
  until timestamp with time zone not null,
  worker text not null,
  constraint embedding_claims_page_id_fkey FOREIGN KEY (page_id) REFERENCES work.index_queue(page_id) ON DELETE CASCADE,
  constraint embedding_claims_pkey PRIMARY KEY (model, content_hash)
);
alter table work.embedding_claims enable row level security;
CREATE INDEX embedding_claims_page ON work.embedding_claims USING btree (page_id);
create policy all_read on work.embedding_claims for select to service_role using (true);

create table work.history_changes (
  before jsonb,
  changed_at timestamp with time zone not null default now(),
  entry_id uuid not null,
  id uuid not null default gen_random_uuid(),
  in_space_id uuid not null,
  kind text not null,
  operation text not null,
  page_id uuid not null,
  record_id uuid not null,
  space_id uuid not null,
  constraint history_changes_before_check CHECK ((jsonb_typeof(before) = 'object'::text)),
  constraint history_changes_kind_check CHECK ((kind = ANY (ARRAY['PAGE'::text, 'BLOCK'::text, 'DATABASE'::text, 'COLUMN'::text, 'ROW'::text, 'COMMENT'::text, 'ATTACHMENT'::text]))),
  constraint history_changes_operation_check CHECK ((operation = ANY (ARRAY['INSERT'::text, 'UPDATE'::text, 'MOVE'::text, 'REKEY'::text, 'ARCHIVE'::text, 'RESTORE'::text, 'DELETE'::text]))),
  constraint history_changes_entry_id_page_id_space_id_fkey FOREIGN KEY (entry_id, page_id, space_id) REFERENCES work.page_history(id, page_id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint history_changes_pkey PRIMARY KEY (id),
  constraint history_changes_entry_id_kind_record_id_key UNIQUE (entry_id, kind, record_id)
);
alter table work.history_changes enable row level security;
comment on column work.history_changes.before is 'What it was before the transaction, in the names of the API; null of what came into being.';
CREATE INDEX history_changes_age ON work.history_changes USING brin (changed_at);
CREATE INDEX history_changes_bin ON work.history_changes USING btree (page_id, changed_at, id) WHERE (operation = 'DELETE'::text);
CREATE INDEX history_changes_deleted ON work.history_changes USING btree (record_id, changed_at) WHERE (operation = 'DELETE'::text);
CREATE INDEX history_changes_places ON work.history_changes USING btree (page_id) WHERE (kind = ANY (ARRAY['COMMENT'::text, 'ATTACHMENT'::text]));
CREATE INDEX history_changes_space_bin ON work.history_changes USING btree (space_id, changed_at, id) WHERE (operation = 'DELETE'::text);
create policy all_read on work.history_changes for select to service_role using (true);
create policy member_reads on work.history_changes for select to acting_agent, authenticated using (((space_id = ANY (ARRAY( SELECT work.my_space_ids() AS my_space_ids))) AND (in_space_id = ANY (ARRAY( SELECT work.my_space_ids() AS my_space_ids)))));

create table work.idempotency_keys (
  answer jsonb,
  created_at timestamp with time zone not null default now(),
  input_digest bytea not null,
  key text not null,
  mutation text not null,
  viewer text not null,
  constraint idempotency_keys_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint idempotency_keys_pkey PRIMARY KEY (viewer, key)
);
alter table work.idempotency_keys enable row level security;
CREATE INDEX idempotency_keys_age ON work.idempotency_keys USING btree (created_at);
create policy all_read on work.idempotency_keys for select to service_role using (true);

create table work.index_queue (
  attempts integer not null default 0,
  claimed_by text,
  claimed_until timestamp with time zone,
  dead_at timestamp with time zone,
  enqueued_at timestamp with time zone not null default now(),
  generation bigint not null default 1,
  id uuid not null generated always as (page_id),
  last_error text,
  op text not null,
  page_id uuid not null,
  space_id uuid not null,
  constraint index_queue_attempts_check CHECK ((attempts >= 0)),
  constraint index_queue_op_check CHECK ((op = ANY (ARRAY['INDEX'::text, 'REMOVE'::text]))),
  constraint index_queue_page_id_space_id_fkey FOREIGN KEY (page_id, space_id) REFERENCES work.pages(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint index_queue_pkey PRIMARY KEY (page_id)
);
alter table work.index_queue enable row level security;
comment on column work.index_queue.claimed_until is 'Before this time nobody claims the page: a lease, or after a failure the wait for the next try.';
comment on column work.index_queue.dead_at is 'A dead letter since then: tried no more, until the page changes or work.retry_indexing is called.';
comment on column work.index_queue.id is 'The page, under the name by which a list of any stored type goes.';
CREATE INDEX index_queue_space ON work.index_queue USING btree (space_id);
CREATE INDEX index_queue_waiting ON work.index_queue USING btree (enqueued_at, page_id) WHERE (dead_at IS NULL);
CREATE TRIGGER note_deleted AFTER DELETE ON work.index_queue REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON work.index_queue REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON work.index_queue REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy all_read on work.index_queue for select to agent_workspace_indexer, service_role using (true);

create table work.invitations (
  created_at timestamp with time zone not null default now(),
  created_by uuid default auth.uid(),
  email text not null,
  expires_at timestamp with time zone not null default (now() + '14 days'::interval),
  id uuid not null default gen_random_uuid(),
  role text not null,
  role_name text not null generated always as (upper(role)),
  space_id uuid not null,
  constraint invitations_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 320)))),
  constraint invitations_role_check CHECK ((role = ANY (ARRAY['member'::text, 'editor'::text, 'admin'::text]))),
  constraint invitations_space_id_fkey FOREIGN KEY (space_id) REFERENCES work.spaces(id) ON DELETE CASCADE,
  constraint invitations_pkey PRIMARY KEY (id),
  constraint invitations_space_id_email_key UNIQUE (space_id, email)
);
alter table work.invitations enable row level security;
CREATE INDEX invitations_email ON work.invitations USING btree (email);
CREATE TRIGGER note_deleted AFTER DELETE ON work.invitations REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON work.invitations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON work.invitations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
create policy admin_deletes on work.invitations for delete to acting_agent, authenticated using ((space_id IN ( SELECT work.my_admin_space_ids() AS my_admin_space_ids)));
create policy admin_reads on work.invitations for select to acting_agent, authenticated using ((space_id IN ( SELECT work.my_admin_space_ids() AS my_admin_space_ids)));
create policy all_read on work.invitations for select to service_role using (true);
create policy service_deletes on work.invitations for delete to service_role using (true);

create table work.kept_embeddings (
  content_hash bytea not null,
  embedding extensions.vector(1536),
  kept_at timestamp with time zone not null default now(),
  model text not null,
  native_dimensions integer,
  page_id uuid not null,
  constraint kept_embeddings_page_id_fkey FOREIGN KEY (page_id) REFERENCES work.pages(id) ON DELETE CASCADE,
  constraint kept_embeddings_pkey PRIMARY KEY (model, content_hash)
);
alter table work.kept_embeddings enable row level security;
CREATE INDEX kept_embeddings_age ON work.kept_embeddings USING btree (kept_at);
CREATE INDEX kept_embeddings_page ON work.kept_embeddings USING btree (page_id);
create policy all_read on work.kept_embeddings for select to service_role using (true);

create view work.odoo_cells with (security_invoker=true) as
 SELECT (md5(((r.id)::text || (c.id)::text)))::uuid AS id,
    r.id AS row_id,
    r.space_id,
    c.id AS column_id,
    c.name AS column_name,
    c.rank,
    (r.data -> c.name) AS value
   FROM (work.db_rows r
     JOIN work.db_columns c ON (((c.database_id = r.database_id) AND (c.type = 'ODOO_RECORD'::text))))
  WHERE (jsonb_typeof((r.data -> c.name)) = 'object'::text);

create table work.page_changes (
  act text,
  block_id uuid not null,
  client_id text,
  inserted_version integer,
  kind text not null,
  moved_version integer,
  page_id uuid not null,
  space_id uuid not null,
  sub uuid,
  version integer not null,
  constraint page_changes_kind_check CHECK ((kind = ANY (ARRAY['INSERTED'::text, 'UPDATED'::text, 'DELETED'::text]))),
  constraint page_changes_version_check CHECK ((version > 0)),
  constraint page_changes_page_id_space_id_fkey FOREIGN KEY (page_id, space_id) REFERENCES work.pages(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint page_changes_pkey PRIMARY KEY (page_id, block_id)
);
alter table work.page_changes enable row level security;
CREATE INDEX page_changes_version ON work.page_changes USING btree (page_id, version);
create policy all_read on work.page_changes for select to service_role using (true);
create policy member_reads on work.page_changes for select to acting_agent, authenticated using ((space_id IN ( SELECT work.my_space_ids() AS my_space_ids)));

create table work.page_history (
  act text,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  changed_in xid8 not null default pg_current_xact_id(),
  client_id text,
  id uuid not null default gen_random_uuid(),
  in_space_id uuid not null,
  is_version boolean not null,
  number integer not null,
  page_id uuid not null,
  restored_version integer,
  space_id uuid not null,
  sub uuid,
  version integer not null,
  constraint page_history_number_check CHECK ((number > 0)),
  constraint page_history_restored_version_check CHECK ((restored_version > 0)),
  constraint page_history_version_check CHECK ((version > 0)),
  constraint page_history_page_id_space_id_fkey FOREIGN KEY (page_id, space_id) REFERENCES work.pages(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint page_history_pkey PRIMARY KEY (id),
  constraint page_history_id_page_id_space_id_key UNIQUE (id, page_id, space_id),
  constraint page_history_page_id_number_key UNIQUE (page_id, number)
);
alter table work.page_history enable row level security;
comment on column work.page_history.in_space_id is 'The space that the page was in then: who is no member of it does not see what happened there.';
comment on column work.page_history.is_version is 'Whether it led to the version; an entry of rows and columns leaves the version as it is.';
comment on column work.page_history.number is 'Rises with each entry of a page; later entries undo before earlier ones.';
create policy all_read on work.page_history for select to service_role using (true);
create policy member_reads on work.page_history for select to acting_agent, authenticated using (((space_id = ANY (ARRAY( SELECT work.my_space_ids() AS my_space_ids))) AND (in_space_id = ANY (ARRAY( SELECT work.my_space_ids() AS my_space_ids)))));

create table work.pages (
  archived_at timestamp with time zone,
  archived_with uuid,
  changed_in xid8 not null default pg_current_xact_id(),
  created_at timestamp with time zone not null default now(),
  created_by uuid default auth.uid(),
  id uuid not null default gen_random_uuid(),
  odoo_employee_id integer,
  odoo_expense_id integer,
  odoo_move_id integer,
  odoo_partner_id integer,
  odoo_project_id integer,
  odoo_purchase_order_id integer,
  odoo_task_id integer,
  parent_id uuid,
  rank text collate "C" not null,
  space_id uuid not null,
  title text not null,
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  versioned_in xid8 not null default pg_current_xact_id(),
  constraint pages_odoo_employee_id_check CHECK ((odoo_employee_id > 0)),
  constraint pages_odoo_expense_id_check CHECK ((odoo_expense_id > 0)),
  constraint pages_odoo_move_id_check CHECK ((odoo_move_id > 0)),
  constraint pages_odoo_partner_id_check CHECK ((odoo_partner_id > 0)),
  constraint pages_odoo_project_id_check CHECK ((odoo_project_id > 0)),
  constraint pages_odoo_purchase_order_id_check CHECK ((odoo_purchase_order_id > 0)),
  constraint pages_odoo_task_id_check CHECK ((odoo_task_id > 0)),
  constraint pages_rank_check CHECK ((rank <> ''::text)),
  constraint pages_version_check CHECK ((version > 0)),
  constraint pages_parent_id_space_id_fkey FOREIGN KEY (parent_id, space_id) REFERENCES work.pages(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint pages_space_id_fkey FOREIGN KEY (space_id) REFERENCES work.spaces(id) ON DELETE CASCADE,
  constraint pages_pkey PRIMARY KEY (id),
  constraint pages_id_space_id_key UNIQUE (id, space_id)
);
alter table work.pages enable row level security;
comment on column work.pages.archived_with is 'The page whose archiving archived this one: restoring that one restores this one.';
comment on column work.pages.changed_in is 'The transaction of the last change of anything on the page: the cursor of live readers.';
comment on column work.pages.versioned_in is 'The transaction that last raised the version: it rises once a transaction.';
CREATE INDEX pages_changed ON work.pages USING btree (space_id, changed_in, id);
CREATE INDEX pages_employee ON work.pages USING btree (odoo_employee_id) WHERE (odoo_employee_id IS NOT NULL);
CREATE INDEX pages_expense ON work.pages USING btree (odoo_expense_id) WHERE (odoo_expense_id IS NOT NULL);
CREATE INDEX pages_move ON work.pages USING btree (odoo_move_id) WHERE (odoo_move_id IS NOT NULL);
CREATE INDEX pages_parent ON work.pages USING btree (parent_id, rank, id);
CREATE INDEX pages_partner ON work.pages USING btree (odoo_partner_id) WHERE (odoo_partner_id IS NOT NULL);
CREATE INDEX pages_project ON work.pages USING btree (odoo_project_id) WHERE (odoo_project_id IS NOT NULL);
CREATE INDEX pages_purchase_order ON work.pages USING btree (odoo_purchase_order_id) WHERE (odoo_purchase_order_id IS NOT NULL);
CREATE INDEX pages_space ON work.pages USING btree (space_id, rank, id);
CREATE INDEX pages_task ON work.pages USING btree (odoo_task_id) WHERE (odoo_task_id IS NOT NULL);
CREATE INDEX pages_title ON work.pages USING gin (title extensions.gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX pages_title_lexemes ON work.pages USING gin (work.title_lexemes(title)) WITH (fastupdate=off);
CREATE INDEX pages_title_start ON work.pages USING btree (space_id, "left"(lower(title), 100) text_pattern_ops);
CREATE INDEX pages_top ON work.pages USING btree (space_id, rank, id) WHERE (parent_id IS NULL);
CREATE TRIGGER a_fill_rank BEFORE INSERT OR UPDATE OF rank ON work.pages FOR EACH ROW WHEN ((new.rank IS NULL)) EXECUTE FUNCTION work.fill_rank();
CREATE TRIGGER a_keep_archiving BEFORE UPDATE ON work.pages FOR EACH ROW WHEN (((new.archived_at IS DISTINCT FROM old.archived_at) OR (new.archived_with IS DISTINCT FROM old.archived_with))) EXECUTE FUNCTION work.keep_archiving();
CREATE TRIGGER a_keep_notes BEFORE INSERT OR UPDATE ON work.pages FOR EACH ROW EXECUTE FUNCTION work.keep_notes();
CREATE TRIGGER a_refuse_kept BEFORE UPDATE ON work.pages FOR EACH ROW WHEN (((((new.id IS DISTINCT FROM old.id) OR (new.version IS DISTINCT FROM old.version)) OR (new.created_by IS DISTINCT FROM old.created_by)) OR (new.created_at IS DISTINCT FROM old.created_at))) EXECUTE FUNCTION work.refuse_kept('id', 'version', 'created_by', 'created_at');
CREATE TRIGGER b_check_texts AFTER INSERT OR UPDATE OF title ON work.pages FOR EACH ROW EXECUTE FUNCTION work.check_texts('title', '500');
CREATE TRIGGER b_refuse_other_rank BEFORE UPDATE OF rank ON work.pages FOR EACH ROW WHEN (((new.rank <> old.rank) AND (NOT work.is_rank(new.rank)))) EXECUTE FUNCTION work.refuse_rank();
CREATE TRIGGER b_refuse_rank BEFORE INSERT ON work.pages FOR EACH ROW WHEN ((NOT work.is_rank(new.rank))) EXECUTE FUNCTION work.refuse_rank();
CREATE TRIGGER check_tree BEFORE INSERT OR UPDATE OF parent_id, space_id ON work.pages FOR EACH ROW EXECUTE FUNCTION work.check_page_tree();
CREATE TRIGGER enqueue_changed_index AFTER UPDATE ON work.pages FOR EACH ROW WHEN ((new.version <> old.version)) EXECUTE FUNCTION work.enqueue_index();
CREATE TRIGGER enqueue_index AFTER INSERT ON work.pages FOR EACH ROW EXECUTE FUNCTION work.enqueue_index();
CREATE TRIGGER note_deleted AFTER DELETE ON work.pages REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON work.pages REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON work.pages REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER notify_change AFTER INSERT OR DELETE OR UPDATE ON work.pages FOR EACH ROW EXECUTE FUNCTION work.notify_page();
CREATE TRIGGER raise_version BEFORE UPDATE ON work.pages FOR EACH ROW EXECUTE FUNCTION work.raise_page_version();
CREATE TRIGGER refuse_changed_pages AFTER UPDATE ON work.pages REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.check_changed_pages();
CREATE TRIGGER refuse_kept_insert AFTER INSERT ON work.pages FOR EACH ROW WHEN (((new.archived_with IS NOT NULL) OR (new.archived_at IS NOT NULL) OR (new.created_by IS DISTINCT FROM auth.uid()) OR (new.created_at IS DISTINCT FROM now()) OR (new.version IS DISTINCT FROM 1))) EXECUTE FUNCTION work.refuse_kept('version', 'created_by', 'created_at', 'archived_at', 'archived_with');
CREATE TRIGGER refuse_new_pages AFTER INSERT ON work.pages REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.check_new_pages();
CREATE TRIGGER remember_insert AFTER INSERT ON work.pages FOR EACH ROW EXECUTE FUNCTION work.remember_page();
CREATE TRIGGER remember_update AFTER UPDATE ON work.pages FOR EACH ROW WHEN (((new.title IS DISTINCT FROM old.title) OR (new.parent_id IS DISTINCT FROM old.parent_id) OR (new.space_id IS DISTINCT FROM old.space_id) OR (new.rank IS DISTINCT FROM old.rank) OR (new.archived_at IS DISTINCT FROM old.archived_at) OR (new.odoo_partner_id IS DISTINCT FROM old.odoo_partner_id) OR (new.odoo_move_id IS DISTINCT FROM old.odoo_move_id) OR (new.odoo_project_id IS DISTINCT FROM old.odoo_project_id) OR (new.odoo_purchase_order_id IS DISTINCT FROM old.odoo_purchase_order_id) OR (new.odoo_expense_id IS DISTINCT FROM old.odoo_expense_id) OR (new.odoo_employee_id IS DISTINCT FROM old.odoo_employee_id) OR (new.odoo_task_id IS DISTINCT FROM old.odoo_task_id))) EXECUTE FUNCTION work.remember_page();
CREATE TRIGGER settle_archived AFTER UPDATE ON work.pages REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.settle_archived_pages();
create policy all_read on work.pages for select to agent_workspace_indexer, service_role using (true);
create policy editor_inserts on work.pages for insert to acting_agent, authenticated with check ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy editor_updates on work.pages for update to acting_agent, authenticated using ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids))) with check ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy member_reads on work.pages for select to acting_agent, agent_workspace_ask_docs, authenticated using ((space_id = ANY (ARRAY( SELECT work.my_space_ids() AS my_space_ids))));
create policy service_deletes on work.pages for delete to service_role using (true);
create policy service_inserts on work.pages for insert to service_role with check (true);
create policy service_updates on work.pages for update to service_role using (true) with check (true);

create table work.permissions (
  created_at timestamp with time zone not null default now(),
  id uuid not null default gen_random_uuid(),
  role text not null,
  role_name text not null,
  space_id uuid not null,
  updated_at timestamp with time zone not null default now(),
  user_id uuid not null,
  constraint permissions_role_check CHECK ((role = ANY (ARRAY['member'::text, 'editor'::text, 'admin'::text]))),
  constraint permissions_space_id_fkey FOREIGN KEY (space_id) REFERENCES work.spaces(id) ON DELETE CASCADE,
  constraint permissions_pkey PRIMARY KEY (space_id, user_id),
  constraint permissions_id_key UNIQUE (id)
);
alter table work.permissions enable row level security;
CREATE INDEX permissions_user ON work.permissions USING btree (user_id, space_id);
CREATE TRIGGER a_keep_notes BEFORE INSERT OR UPDATE ON work.permissions FOR EACH ROW EXECUTE FUNCTION work.keep_notes();
CREATE TRIGGER a_refuse_kept BEFORE UPDATE ON work.permissions FOR EACH ROW WHEN (((((new.space_id IS DISTINCT FROM old.space_id) OR (new.user_id IS DISTINCT FROM old.user_id)) OR (new.created_at IS DISTINCT FROM old.created_at)) OR (new.id IS DISTINCT FROM old.id))) EXECUTE FUNCTION work.refuse_kept('space_id', 'user_id', 'created_at', 'id');
CREATE TRIGGER check_other_person AFTER UPDATE ON work.permissions FOR EACH ROW WHEN ((new.user_id <> old.user_id)) EXECUTE FUNCTION ops.check_person();
CREATE TRIGGER check_person AFTER INSERT ON work.permissions FOR EACH ROW EXECUTE FUNCTION ops.check_person();
CREATE TRIGGER derive_columns BEFORE INSERT OR UPDATE ON work.permissions FOR EACH ROW EXECUTE FUNCTION work.derive_columns();
CREATE CONSTRAINT TRIGGER keep_an_admin AFTER DELETE OR UPDATE ON work.permissions DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION work.keep_an_admin();
CREATE TRIGGER note_deleted AFTER DELETE ON work.permissions REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON work.permissions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON work.permissions REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER notify_revoked AFTER DELETE OR UPDATE OF space_id, user_id ON work.permissions FOR EACH ROW EXECUTE FUNCTION work.notify_members();
CREATE TRIGGER refuse_kept_insert AFTER INSERT ON work.permissions FOR EACH ROW WHEN ((new.created_at IS DISTINCT FROM now())) EXECUTE FUNCTION work.refuse_kept('created_at');
CREATE TRIGGER touch BEFORE UPDATE ON work.permissions FOR EACH ROW EXECUTE FUNCTION work.touch();
create policy admin_deletes_and_members_leave on work.permissions for delete to acting_agent, authenticated using (((user_id = ( SELECT work.user_id() AS user_id)) OR (space_id IN ( SELECT work.my_admin_space_ids() AS my_admin_space_ids))));
create policy admin_inserts on work.permissions for insert to acting_agent, authenticated with check ((space_id IN ( SELECT work.my_admin_space_ids() AS my_admin_space_ids)));
create policy admin_updates on work.permissions for update to acting_agent, authenticated using ((space_id IN ( SELECT work.my_admin_space_ids() AS my_admin_space_ids))) with check ((space_id IN ( SELECT work.my_admin_space_ids() AS my_admin_space_ids)));
create policy all_read on work.permissions for select to service_role using (true);
create policy member_reads on work.permissions for select to acting_agent, authenticated using ((space_id IN ( SELECT work.my_space_ids() AS my_space_ids)));
create policy service_deletes on work.permissions for delete to service_role using (true);
create policy service_inserts on work.permissions for insert to service_role with check (true);
create policy service_updates on work.permissions for update to service_role using (true) with check (true);

create view work.person_cells with (security_invoker=true) as
 SELECT (md5(((r.id)::text || (c.id)::text)))::uuid AS id,
    r.id AS row_id,
    r.space_id,
    c.id AS column_id,
    c.name AS column_name,
    c.rank,
    (r.data ->> c.name) AS person_id
   FROM (work.db_rows r
     JOIN work.db_columns c ON (((c.database_id = r.database_id) AND (c.type = 'PERSON'::text))))
  WHERE ((r.data ->> c.name) IS NOT NULL);

create table work.relations (
  created_at timestamp with time zone not null default now(),
  created_by uuid default auth.uid(),
  from_database_id uuid,
  from_page_id uuid,
  from_row_id uuid,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  name text not null default 'RELATED'::text,
  space_id uuid not null,
  to_database_id uuid,
  to_page_id uuid,
  to_row_id uuid,
  to_space_id uuid not null,
  constraint relations_check CHECK ((num_nonnulls(from_page_id, from_row_id, from_database_id) = 1)),
  constraint relations_check1 CHECK ((num_nonnulls(to_page_id, to_row_id, to_database_id) = 1)),
  constraint relations_check2 CHECK ((((from_page_id IS NULL) = (to_page_id IS NULL)) AND ((from_row_id IS NULL) = (to_row_id IS NULL)))),
  constraint relations_check3 CHECK (((from_page_id <> to_page_id) AND (from_row_id <> to_row_id) AND (from_database_id <> to_database_id))),
  constraint relations_name_check CHECK ((name <> ''::text)),
  constraint relations_from_database_id_space_id_fkey FOREIGN KEY (from_database_id, space_id) REFERENCES work.databases(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint relations_from_page_id_space_id_fkey FOREIGN KEY (from_page_id, space_id) REFERENCES work.pages(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint relations_from_row_id_space_id_fkey FOREIGN KEY (from_row_id, space_id) REFERENCES work.db_rows(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint relations_to_database_id_to_space_id_fkey FOREIGN KEY (to_database_id, to_space_id) REFERENCES work.databases(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint relations_to_page_id_to_space_id_fkey FOREIGN KEY (to_page_id, to_space_id) REFERENCES work.pages(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint relations_to_row_id_to_space_id_fkey FOREIGN KEY (to_row_id, to_space_id) REFERENCES work.db_rows(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint relations_pkey PRIMARY KEY (id)
);
alter table work.relations enable row level security;
CREATE INDEX relations_to_database ON work.relations USING btree (to_database_id) WHERE (to_database_id IS NOT NULL);
CREATE INDEX relations_to_page ON work.relations USING btree (to_page_id) WHERE (to_page_id IS NOT NULL);
CREATE INDEX relations_to_row ON work.relations USING btree (to_row_id) WHERE (to_row_id IS NOT NULL);
CREATE UNIQUE INDEX relations_databases ON work.relations USING btree (from_database_id, to_database_id, name) WHERE (from_database_id IS NOT NULL);
CREATE UNIQUE INDEX relations_pages ON work.relations USING btree (from_page_id, to_page_id, name) WHERE (from_page_id IS NOT NULL);
CREATE UNIQUE INDEX relations_rows ON work.relations USING btree (from_row_id, to_row_id, name) WHERE (from_row_id IS NOT NULL);
CREATE TRIGGER a_refuse_kept BEFORE UPDATE ON work.relations FOR EACH ROW WHEN (((((((((((((new.id IS DISTINCT FROM old.id) OR (new.space_id IS DISTINCT FROM old.space_id)) OR (new.to_space_id IS DISTINCT FROM old.to_space_id)) OR (new.name IS DISTINCT FROM old.name)) OR (new.from_page_id IS DISTINCT FROM old.from_page_id)) OR (new.to_page_id IS DISTINCT FROM old.to_page_id)) OR (new.from_row_id IS DISTINCT FROM old.from_row_id)) OR (new.to_row_id IS DISTINCT FROM old.to_row_id)) OR (new.from_database_id IS DISTINCT FROM old.from_database_id)) OR (new.to_database_id IS DISTINCT FROM old.to_database_id)) OR (new.created_by IS DISTINCT FROM old.created_by)) OR (new.created_at IS DISTINCT FROM old.created_at))) EXECUTE FUNCTION work.refuse_kept('id', 'space_id', 'to_space_id', 'name', 'from_page_id', 'to_page_id', 'from_row_id', 'to_row_id', 'from_database_id', 'to_database_id', 'created_by', 'created_at');
CREATE TRIGGER b_check_texts AFTER INSERT OR UPDATE OF name ON work.relations FOR EACH ROW EXECUTE FUNCTION work.check_texts('name', '100');
CREATE TRIGGER derive_columns BEFORE INSERT OR UPDATE ON work.relations FOR EACH ROW EXECUTE FUNCTION work.derive_columns();
CREATE TRIGGER note_deleted AFTER DELETE ON work.relations REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON work.relations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON work.relations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER refuse_archived_insert AFTER INSERT ON work.relations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION work.refuse_archived();
CREATE TRIGGER refuse_kept_insert AFTER INSERT ON work.relations FOR EACH ROW WHEN (((new.created_by IS DISTINCT FROM auth.uid()) OR (new.created_at IS DISTINCT FROM now()))) EXECUTE FUNCTION work.refuse_kept('created_by', 'created_at');
create policy all_read on work.relations for select to service_role using (true);
create policy editor_deletes on work.relations for delete to acting_agent, authenticated using ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy editor_inserts on work.relations for insert to acting_agent, authenticated with check (((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)) AND (to_space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids))));
create policy editor_updates on work.relations for update to acting_agent, authenticated using (((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)) AND (to_space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids))));
create policy member_reads on work.relations for select to acting_agent, authenticated using (((space_id IN ( SELECT work.my_space_ids() AS my_space_ids)) AND (to_space_id IN ( SELECT work.my_space_ids() AS my_space_ids))));
create policy service_deletes on work.relations for delete to service_role using (true);
create policy service_inserts on work.relations for insert to service_role with check (true);
create policy service_updates on work.relations for update to service_role using (true) with check (true);

create table work.removed_files (
  removed_at timestamp with time zone not null default now(),
  storage_path text not null,
  constraint removed_files_pkey PRIMARY KEY (storage_path)
);
alter table work.removed_files enable row level security;
CREATE INDEX removed_files_age ON work.removed_files USING btree (removed_at, storage_path);
create policy all_read on work.removed_files for select to service_role using (true);

create table work.search_index (
  block_ids uuid[] not null default '{}'::uuid[],
  chunk integer not null,
  content text not null,
  content_hash bytea not null,
  embedding extensions.vector(1536),
  heading text,
  id uuid not null default gen_random_uuid(),
  indexed_at timestamp with time zone not null default now(),
  model text,
  native_dimensions integer,
  page_id uuid not null,
  page_version integer not null,
  space_id uuid not null,
  tsv tsvector,
  constraint search_index_chunk_check CHECK ((chunk >= 0)),
  constraint search_index_native_dimensions_check CHECK (((native_dimensions >= 1) AND (native_dimensions <= 1536))),
  constraint search_index_page_version_check CHECK ((page_version > 0)),
  constraint search_index_page_id_space_id_fkey FOREIGN KEY (page_id, space_id) REFERENCES work.pages(id, space_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint search_index_pkey PRIMARY KEY (id),
  constraint search_index_page_id_chunk_key UNIQUE (page_id, chunk)
);
alter table work.search_index enable row level security;
comment on column work.search_index.content_hash is 'SHA-256 of the text that was embedded: title, heading and content.';
CREATE INDEX search_index_embedding ON work.search_index USING hnsw (embedding extensions.vector_cosine_ops) WITH (ef_construction='200');
CREATE INDEX search_index_hash ON work.search_index USING btree (content_hash, model);
CREATE INDEX search_index_space ON work.search_index USING btree (space_id, model);
CREATE INDEX search_index_tsv ON work.search_index USING gin (tsv);
create policy all_read on work.search_index for select to agent_workspace_indexer, service_role using (true);
create policy member_reads on work.search_index for select to acting_agent, agent_workspace_ask_docs, authenticated using ((space_id IN ( SELECT work.my_space_ids() AS my_space_ids)));

create table work.spaces (
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  created_by uuid default auth.uid(),
  id uuid not null default gen_random_uuid(),
  language text not null default 'english'::text,
  name text not null,
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint spaces_language_check CHECK ((language = ANY (ARRAY['simple'::text, 'arabic'::text, 'armenian'::text, 'basque'::text, 'catalan'::text, 'danish'::text, 'dutch'::text, 'english'::text, 'finnish'::text, 'french'::text, 'german'::text, 'greek'::text, 'hindi'::text, 'hungarian'::text, 'indonesian'::text, 'irish'::text, 'italian'::text, 'lithuanian'::text, 'nepali'::text, 'norwegian'::text, 'portuguese'::text, 'romanian'::text, 'russian'::text, 'serbian'::text, 'spanish'::text, 'swedish'::text, 'tamil'::text, 'turkish'::text, 'yiddish'::text]))),
  constraint spaces_name_check CHECK ((name <> ''::text)),
  constraint spaces_version_check CHECK ((version > 0)),
  constraint spaces_pkey PRIMARY KEY (id)
);
alter table work.spaces enable row level security;
comment on column work.spaces.archived_at is 'While it is set, nobody but a service writes into the space.';
comment on column work.spaces.language is 'Of its texts: decides which words of them and of a question are the same.';
CREATE INDEX spaces_name ON work.spaces USING btree (name, id);
CREATE TRIGGER a_keep_archiving BEFORE UPDATE ON work.spaces FOR EACH ROW WHEN ((new.archived_at IS DISTINCT FROM old.archived_at)) EXECUTE FUNCTION work.keep_archiving();
CREATE TRIGGER a_keep_notes BEFORE INSERT OR UPDATE ON work.spaces FOR EACH ROW EXECUTE FUNCTION work.keep_notes();
CREATE TRIGGER a_refuse_kept BEFORE UPDATE ON work.spaces FOR EACH ROW WHEN (((((new.id IS DISTINCT FROM old.id) OR (new.created_at IS DISTINCT FROM old.created_at)) OR (new.version IS DISTINCT FROM old.version)) OR (new.created_by IS DISTINCT FROM old.created_by))) EXECUTE FUNCTION work.refuse_kept('id', 'created_at', 'version', 'created_by');
CREATE TRIGGER b_check_texts BEFORE INSERT OR UPDATE OF name ON work.spaces FOR EACH ROW EXECUTE FUNCTION work.check_texts('name', '200');
CREATE TRIGGER enqueue_index AFTER UPDATE OF language ON work.spaces FOR EACH ROW WHEN ((new.language <> old.language)) EXECUTE FUNCTION work.enqueue_space_index();
CREATE TRIGGER note_deleted AFTER DELETE ON work.spaces REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON work.spaces REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON work.spaces REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER raise_version BEFORE UPDATE ON work.spaces FOR EACH ROW EXECUTE FUNCTION work.raise_version();
CREATE TRIGGER refuse_archived AFTER UPDATE ON work.spaces FOR EACH ROW WHEN (((old.archived_at IS NOT NULL) AND (new.archived_at IS NOT NULL) AND ((new.name IS DISTINCT FROM old.name) OR (new.language IS DISTINCT FROM old.language)))) EXECUTE FUNCTION work.refuse_archived_row('space');
CREATE TRIGGER refuse_kept_insert AFTER INSERT ON work.spaces FOR EACH ROW WHEN (((new.created_by IS DISTINCT FROM auth.uid()) OR (new.archived_at IS NOT NULL) OR (new.version IS DISTINCT FROM 1) OR (new.created_at IS DISTINCT FROM now()))) EXECUTE FUNCTION work.refuse_kept('created_at', 'version', 'archived_at', 'created_by');
create policy admin_updates on work.spaces for update to acting_agent, authenticated using ((id IN ( SELECT work.my_admin_space_ids() AS my_admin_space_ids))) with check ((id IN ( SELECT work.my_admin_space_ids() AS my_admin_space_ids)));
create policy admin_upserts on work.spaces for insert to acting_agent, authenticated with check ((id IN ( SELECT work.my_admin_space_ids() AS my_admin_space_ids)));
create policy all_read on work.spaces for select to agent_workspace_indexer, service_role using (true);
create policy member_reads on work.spaces for select to acting_agent, agent_workspace_ask_docs, authenticated using ((id IN ( SELECT work.my_space_ids() AS my_space_ids)));
create policy service_deletes on work.spaces for delete to service_role using (true);
create policy service_inserts on work.spaces for insert to service_role with check (true);
create policy service_updates on work.spaces for update to service_role using (true) with check (true);

create table work.templates (
  content jsonb not null,
  created_at timestamp with time zone not null default now(),
  created_by uuid default auth.uid(),
  description text,
  id uuid not null default gen_random_uuid(),
  name text not null,
  space_id uuid not null,
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint templates_content_check CHECK ((jsonb_typeof(content) = 'object'::text)),
  constraint templates_name_check CHECK ((name <> ''::text)),
  constraint templates_version_check CHECK ((version > 0)),
  constraint templates_space_id_fkey FOREIGN KEY (space_id) REFERENCES work.spaces(id) ON DELETE CASCADE,
  constraint templates_pkey PRIMARY KEY (id),
  constraint templates_id_space_id_key UNIQUE (id, space_id),
  constraint templates_space_id_name_key UNIQUE (space_id, name)
);
alter table work.templates enable row level security;
CREATE TRIGGER a_keep_notes BEFORE INSERT OR UPDATE ON work.templates FOR EACH ROW EXECUTE FUNCTION work.keep_notes();
CREATE TRIGGER a_refuse_kept BEFORE UPDATE ON work.templates FOR EACH ROW WHEN ((((((new.id IS DISTINCT FROM old.id) OR (new.space_id IS DISTINCT FROM old.space_id)) OR (new.version IS DISTINCT FROM old.version)) OR (new.created_by IS DISTINCT FROM old.created_by)) OR (new.created_at IS DISTINCT FROM old.created_at))) EXECUTE FUNCTION work.refuse_kept('id', 'space_id', 'version', 'created_by', 'created_at');
CREATE TRIGGER b_check_texts BEFORE INSERT OR UPDATE OF name, description ON work.templates FOR EACH ROW EXECUTE FUNCTION work.check_texts('name', '200', 'description', '2000');
CREATE TRIGGER check_template_insert AFTER INSERT ON work.templates FOR EACH ROW EXECUTE FUNCTION work.check_template();
CREATE TRIGGER check_template_update AFTER UPDATE ON work.templates FOR EACH ROW WHEN ((new.content <> old.content)) EXECUTE FUNCTION work.check_template();
CREATE TRIGGER note_deleted AFTER DELETE ON work.templates REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_inserted AFTER INSERT ON work.templates REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER note_updated AFTER UPDATE ON work.templates REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((current_setting('tripoint.noting'::text, true) = 'on'::text)) EXECUTE FUNCTION ops.note_touched();
CREATE TRIGGER raise_version BEFORE UPDATE ON work.templates FOR EACH ROW EXECUTE FUNCTION work.raise_version();
CREATE TRIGGER refuse_kept_insert AFTER INSERT ON work.templates FOR EACH ROW WHEN (((new.version IS DISTINCT FROM 1) OR (new.created_by IS DISTINCT FROM auth.uid()) OR (new.created_at IS DISTINCT FROM now()))) EXECUTE FUNCTION work.refuse_kept('version', 'created_by', 'created_at');
create policy all_read on work.templates for select to service_role using (true);
create policy editor_deletes on work.templates for delete to acting_agent, authenticated using ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy editor_inserts on work.templates for insert to acting_agent, authenticated with check ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy editor_updates on work.templates for update to acting_agent, authenticated using ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids))) with check ((space_id IN ( SELECT work.my_editable_space_ids() AS my_editable_space_ids)));
create policy member_reads on work.templates for select to acting_agent, authenticated using ((space_id IN ( SELECT work.my_space_ids() AS my_space_ids)));
create policy service_deletes on work.templates for delete to service_role using (true);
create policy service_inserts on work.templates for insert to service_role with check (true);
create policy service_updates on work.templates for update to service_role using (true) with check (true);
