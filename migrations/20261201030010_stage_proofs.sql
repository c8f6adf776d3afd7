-- What `tripoint stage verify` saw of the Odoo of an environment: each check with its verdict. The newest of an environment
-- counts: a failed one stops deployments there.
create table ops.stage_proofs (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references ops.projects (id),
  environment_id uuid,
  -- In place of an environment: where a pull request's answers.
  host text check (host ~ '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$' and length(host) <= 253),
  passed boolean not null,
  -- Names of checks.
  failed text[] not null,
  not_seen text[] not null,
  checks jsonb not null check (jsonb_typeof(checks) = 'array' and checks <> '[]'),
  evidence_digest text check (evidence_digest ~ '^sha256:[0-9a-f]{64}$'),
  run_id uuid,
  recorded_by text not null,
  sub uuid,
  act text,
  client_id text,
  idempotency_key text check (idempotency_key <> '' and length(idempotency_key) <= 200),
  created_at timestamptz not null default clock_timestamp(),
  foreign key (environment_id, project_id) references ops.environments (id, project_id),
  check ((environment_id is null) <> (host is null)),
  check (passed = (failed = '{}' and not_seen = '{}'))
);
create index stage_proofs_created_at on ops.stage_proofs (created_at, id);
create index stage_proofs_project on ops.stage_proofs (project_id, created_at, id);
create index stage_proofs_environment on ops.stage_proofs (environment_id, project_id);
create index stage_proofs_environment_list on ops.stage_proofs (environment_id, created_at, id);
create index stage_proofs_host on ops.stage_proofs (project_id, host, created_at, id) where host is not null;
create unique index stage_proofs_key on ops.stage_proofs (recorded_by, idempotency_key) where idempotency_key is not null;

create trigger append_only before update or delete on ops.stage_proofs
  for each row execute function ops.refuse_change();
create trigger append_only_truncate before truncate on ops.stage_proofs
  for each statement execute function ops.refuse_change();
create trigger note_actor before insert on ops.stage_proofs for each row execute function ops.note_actor();
create trigger note_inserted after insert on ops.stage_proofs referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.stage_proofs referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.stage_proofs referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();

alter table ops.stage_proofs enable row level security;
create policy all_read on ops.stage_proofs for select to agent_sync_odoo_agent, service_role using (true);
-- Its own, as of runs.
create policy delivery_agent_reads on ops.stage_proofs for select to agent_delivery_agent using (recorded_by = 'delivery-agent');
create policy member_reads on ops.stage_proofs for select to authenticated
  using (project_id in (select ops.my_project_ids()));
