-- Environments of pull requests: what is asked for, what a driver made of it, and when it went. They are no ops.environments: nothing is deployed to them.
create table ops.pull_request_environments (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references ops.projects (id),
  repository text not null check (repository ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}/[A-Za-z0-9._-]{1,100}$'),
  number int not null check (number between 1 and 999999999),
  branch text not null check (length(branch) between 1 and 250),
  head_sha text not null check (head_sha ~ '^[0-9a-f]{40}$'),
  name text not null check (name ~ '^pr-[1-9][0-9]{0,8}(-[a-z0-9]+)*$' and length(name) <= 55),
  host_name text not null check (host_name ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$' and length(host_name) <= 253),
  driver text not null check (length(driver) between 1 and 63),
  state text not null default 'WAITING' check (state in ('WAITING', 'OPENING', 'READY', 'FAILED', 'CLOSING', 'CLOSED')),
  ready_sha text check (ready_sha ~ '^[0-9a-f]{40}$'),
  url text check (length(url) <= 2000 and url ~ '^https?://[^/@]+(/|$)'),
  database text check (length(database) between 1 and 63),
  gateway_database text check (length(gateway_database) between 1 and 63),
  last_error text check (length(last_error) <= 2000),
  asked_at timestamptz not null default now(),
  opening_at timestamptz,
  ready_at timestamptz,
  close_asked_at timestamptz,
  closed_at timestamptz,
  updated_at timestamptz not null default now()
);
comment on column ops.pull_request_environments.name is 'Its name at the driver, and the first label of its host name.';
comment on column ops.pull_request_environments.ready_sha is 'The commit that it last became ready with; null before.';
comment on column ops.pull_request_environments.opening_at is 'When it got its place: before that it waits for one.';
create unique index pull_request_environments_one_open on ops.pull_request_environments (project_id, number) where state <> 'CLOSED';
create unique index pull_request_environments_one_name on ops.pull_request_environments (name) where state <> 'CLOSED';
create index pull_request_environments_asked_at on ops.pull_request_environments (asked_at, id);
create index pull_request_environments_project on ops.pull_request_environments (project_id, asked_at, id);
create index pull_request_environments_open on ops.pull_request_environments (asked_at, id) where state <> 'CLOSED';

alter table ops.pull_request_environments enable row level security;
create policy member_reads on ops.pull_request_environments for select to authenticated
  using (project_id in (select ops.my_project_ids()));
create policy all_read on ops.pull_request_environments for select
  to service_role, agent_sync_odoo_agent, agent_delivery_agent using (true);

-- Which project a repository belongs to.
create policy delivery_agent_reads on ops.projects for select to agent_delivery_agent using (true);
