-- What the ledger hears from Odoo: a schema of its own, whose tables belong to the surface `ops`. It holds no record of Odoo.

create schema odoo;
comment on schema odoo is 'What the ledger knows of the instances of Odoo, and hears from them; no record of Odoo.';

do $$
begin
  if not exists (select from pg_roles where rolname = 'agent_odoo_bridge') then
    create role agent_odoo_bridge nologin noinherit;
  end if;
exception when duplicate_object or unique_violation then null;
end
$$;

create table odoo.instances (
  id uuid primary key default gen_random_uuid(),
  name text not null unique check (length(name) between 1 and 200),
  stage text check (stage in ('development', 'staging', 'production')),
  url text check (length(url) <= 2000 and url !~ '^[a-z]+://[^/]*@'),
  database text check (length(database) <= 200),
  version text check (length(version) <= 50),
  last_seen_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);
comment on column odoo.instances.version is 'Its series, e.g. 19.0; null where it does not say.';
comment on column odoo.instances.last_seen_at is 'When it last answered the bridge.';
alter table odoo.instances enable row level security;
create policy all_read on odoo.instances for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);

create table odoo.webhook_events (
  id uuid primary key default gen_random_uuid(),
  instance text not null check (length(instance) between 1 and 200),
  source text not null check (source in ('signed', 'native')),
  event_type text not null check (length(event_type) between 1 and 100),
  aggregate_type text not null check (length(aggregate_type) between 1 and 100),
  aggregate_id text not null check (length(aggregate_id) between 1 and 100),
  payload jsonb,
  dedupe_key text check (length(dedupe_key) between 1 and 200),
  status text not null default 'pending' check (status in ('pending', 'processing', 'completed', 'failed')),
  attempts int not null default 0,
  error_code text,
  run_id uuid,
  received_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint webhook_events_once unique (instance, dedupe_key)
);
comment on column odoo.webhook_events.source is 'signed: its sender is known, and its payload kept. native: a hint, of which model and id alone are believed.';
comment on column odoo.webhook_events.dedupe_key is 'What two deliveries of one event have in common; null for a hint.';
comment on column odoo.webhook_events.run_id is 'The run that processes it, the latest where it was retried. No foreign key: runs leave.';
create index webhook_events_received_at on odoo.webhook_events (received_at, id);
create index webhook_events_status on odoo.webhook_events (status, received_at, id);
create index webhook_events_aggregate on odoo.webhook_events (aggregate_type, aggregate_id, received_at);
-- While nobody has begun to read the record back, one hint at it is enough.
create unique index webhook_events_one_hint on odoo.webhook_events (instance, aggregate_type, aggregate_id)
  where source = 'native' and status = 'pending' and attempts = 0;
alter table odoo.webhook_events enable row level security;
create policy all_read on odoo.webhook_events for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);

create table odoo.event_log (
  id uuid primary key default gen_random_uuid(),
  type text not null check (type in ('received', 'refused', 'changed', 'removed', 'processed', 'failed')),
  instance text,
  event_id uuid,
  model text,
  record_id text,
  details jsonb,
  created_at timestamptz not null default clock_timestamp()
);
comment on column odoo.event_log.event_id is 'The webhook event that it is about; null for a refusal.';
create index event_log_created_at on odoo.event_log (created_at, id);
create index event_log_event on odoo.event_log (event_id, created_at) where event_id is not null;
create index event_log_refused on odoo.event_log (created_at) where type = 'refused';
-- A change is noted once, however often its run is tried.
create unique index event_log_one_change on odoo.event_log (event_id) where type in ('changed', 'removed');
alter table odoo.event_log enable row level security;
create policy all_read on odoo.event_log for select to service_role, agent_sync_odoo_agent, agent_odoo_bridge using (true);
create trigger append_only before delete or update on odoo.event_log
  for each row execute function ops.refuse_change();
create trigger append_only_truncate before truncate on odoo.event_log
  for each statement execute function ops.refuse_change();

-- A project of Odoo is a project of the ledger by the slug odoo-<id>.
alter table ops.projects
  add column odoo_instance text check (length(odoo_instance) between 1 and 200),
  add column odoo_version text check (length(odoo_version) between 1 and 50),
  add column repo_slug text unique check (repo_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(repo_slug) <= 100);
comment on column ops.projects.odoo_instance is 'The Odoo that has the project; null for one that no Odoo has.';
comment on column ops.projects.odoo_version is 'The series of that Odoo when it was last asked, e.g. 19.0; null where it did not say.';
comment on column ops.projects.repo_slug is 'What the repository of the project is called; it stays when the project is renamed.';

-- What of these tables the bridge's agent reads.
create policy bridge_reads on ops.projects for select to agent_odoo_bridge using (true);
create policy bridge_reads on ops.runs for select to agent_odoo_bridge using (true);
create policy bridge_reads on ops.run_events for select to agent_odoo_bridge using (true);
