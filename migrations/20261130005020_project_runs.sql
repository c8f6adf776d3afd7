-- Runs of a project, and what its members see of them.

alter table ops.runs add column project_id uuid references ops.projects (id);
comment on column ops.runs.project_id is 'The project that it is done for, whose members see it in ops.project_runs; null where it is nobody''s.';
create index runs_project on ops.runs (project_id, created_at, id) where project_id is not null;

-- A table of its own, and no column grants on ops.runs: the people of a group have the role of all users, and see whole runs.
create table ops.project_runs (
  id uuid primary key references ops.runs (id) on delete cascade,
  project_id uuid not null references ops.projects (id),
  agent text not null,
  kind text not null,
  status text not null,
  error_code text,
  attempt int not null,
  max_attempts int not null,
  requested_by text,
  run_at timestamptz not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  cancel_requested_at timestamptz,
  updated_at timestamptz not null
);
create index project_runs_project on ops.project_runs (project_id, created_at, id);
create index project_runs_created_at on ops.project_runs (created_at, id);
alter table ops.project_runs enable row level security;
create policy all_read on ops.project_runs for select to service_role, agent_sync_odoo_agent using (true);
create policy member_reads on ops.project_runs for select to authenticated
  using (project_id in (select ops.my_project_ids()));
