-- The ledger of agent executions (SSOT): append-only events, read by the service role and by the agents it is for.

create schema ops;

create table ops.runs (
  id uuid primary key default gen_random_uuid(),
  agent text not null check (agent <> ''),
  kind text not null check (kind <> ''),
  status text not null default 'QUEUED'
    check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'DEAD')),
  input jsonb,
  output jsonb,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index runs_created_at on ops.runs (created_at, id);
create index runs_agent on ops.runs (agent, created_at, id);

create table ops.run_events (
  id uuid primary key default gen_random_uuid(),
  run_id uuid not null references ops.runs (id),
  seq int not null check (seq > 0),
  type text not null check (type <> ''),
  payload jsonb,
  created_at timestamptz not null default now(),
  unique (run_id, seq)
);

create table ops.artifacts (
  id uuid primary key default gen_random_uuid(),
  run_id uuid not null references ops.runs (id),
  kind text not null check (kind <> ''),
  -- Metadata only: the bytes are in object storage.
  uri text not null check (uri ~ '^[a-z][a-z0-9+.-]*://' and length(uri) <= 2048),
  size bigint check (size >= 0),
  digest text,
  created_at timestamptz not null default now()
);
create index artifacts_run on ops.artifacts (run_id, created_at, id);

create function ops.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = '42501';
end
$$;
revoke execute on function ops.refuse_change() from public;

create trigger append_only before update or delete on ops.run_events
  for each row execute function ops.refuse_change();
create trigger append_only_truncate before truncate on ops.run_events
  for each statement execute function ops.refuse_change();

alter table ops.runs enable row level security;
alter table ops.run_events enable row level security;
alter table ops.artifacts enable row level security;

grant usage on schema ops to service_role, agent_sync_odoo_agent;
grant select on ops.runs, ops.run_events, ops.artifacts to service_role, agent_sync_odoo_agent;

create policy read_runs on ops.runs for select to service_role, agent_sync_odoo_agent using (true);
create policy read_run_events on ops.run_events for select to service_role, agent_sync_odoo_agent using (true);
create policy read_artifacts on ops.artifacts for select to service_role, agent_sync_odoo_agent using (true);
