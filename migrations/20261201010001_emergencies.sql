-- What a deployment found of its environment, and the ways that promotion has beside the straight one: back, and in an emergency.

create table ops.emergency_requests (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references ops.projects (id),
  build_id uuid not null,
  environment_id uuid not null,
  -- People by uuid: no spelling of theirs makes them another.
  requested_by uuid not null,
  reason text not null check (reason ~ '\S' and length(reason) <= 2000),
  run_id uuid not null,
  lapses_at timestamptz not null,
  deployed_at timestamptz,
  follow_up_due_at timestamptz,
  follow_up text check (follow_up ~ '\S' and length(follow_up) <= 5000),
  followed_up_by uuid,
  followed_up_at timestamptz,
  created_at timestamptz not null default now(),
  sub uuid,
  act text,
  client_id text,
  foreign key (build_id, project_id) references ops.builds (id, project_id),
  foreign key (environment_id, project_id) references ops.environments (id, project_id),
  constraint emergency_requests_due check ((deployed_at is null) = (follow_up_due_at is null)),
  constraint emergency_requests_followed_up check (
    (follow_up is null) = (followed_up_at is null) and (follow_up is null) = (followed_up_by is null)
    and (follow_up is null or deployed_at is not null))
);
comment on column ops.emergency_requests.run_id is 'The run of tripoint-gateway in whose chain its events stand; no foreign key, as runs leave for the archive.';
create index emergency_requests_created_at on ops.emergency_requests (created_at, id);
create index emergency_requests_project on ops.emergency_requests (project_id, created_at, id);
create index emergency_requests_build on ops.emergency_requests (build_id, project_id);
create index emergency_requests_environment on ops.emergency_requests (environment_id, project_id);
alter table ops.emergency_requests enable row level security;
create policy all_read on ops.emergency_requests for select to service_role, agent_sync_odoo_agent using (true);
create policy member_reads on ops.emergency_requests for select to authenticated
  using (project_id in (select ops.my_project_ids()));
create trigger note_actor before insert on ops.emergency_requests for each row execute function ops.note_actor();
create trigger stays_what_it_is
  before update of id, project_id, build_id, environment_id, requested_by, reason, run_id, lapses_at, created_at, sub, act, client_id
  on ops.emergency_requests for each row execute function ops.refuse_change();
create trigger never_deleted before delete on ops.emergency_requests for each row execute function ops.refuse_change();
create trigger never_truncated before truncate on ops.emergency_requests for each statement execute function ops.refuse_change();
create trigger note_inserted after insert on ops.emergency_requests referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.emergency_requests referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.emergency_requests referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();

-- The two approvals of an emergency: `<its uuid>/1` and `<its uuid>/2`, as one that is undecided is unique by what it is for.
alter table ops.approvals add column emergency_id uuid generated always as (
  case when subject = 'emergency_deployment' then split_part(subject_id, '/', 1)::uuid end) stored references ops.emergency_requests (id);
create index approvals_emergency on ops.approvals (emergency_id, created_at, id);

-- With where each stands now: whether one is overdue, a clock decides and no write.
create view ops.emergencies with (security_invoker = true) as
select e.*, case
    when e.followed_up_at is not null then 'FOLLOWED_UP'
    when e.follow_up_due_at < clock_timestamp() then 'OVERDUE'
    when e.deployed_at is not null then 'DEPLOYED'
    when a.rejected > 0 then 'REJECTED'
    when e.lapses_at < clock_timestamp() then 'LAPSED'
    when a.undecided = 0 then 'APPROVED'
    else 'REQUESTED'
  end as status
from ops.emergency_requests e
cross join lateral (
  select count(*) filter (where o.status = 'REJECTED') as rejected, count(*) filter (where o.status = 'PENDING') as undecided
  from ops.approvals o where o.emergency_id = e.id
) a;

alter table ops.deployments
  add column previous_id uuid references ops.deployments (id),
  add column previous_sha text check (previous_sha ~ '^[0-9a-f]{40}$'),
  add column rolls_back_id uuid references ops.deployments (id),
  add column reason text check (reason ~ '\S' and length(reason) <= 2000),
  add column emergency_id uuid references ops.emergency_requests (id),
  add column health_checks jsonb not null default '[]' check (jsonb_typeof(health_checks) = 'array'),
  add column modules jsonb not null default '[]' check (jsonb_typeof(modules) = 'array'),
  add column migrations text[] not null default '{}',
  add column evidence_run_id uuid,
  add column failure text check (failure ~ '\S' and length(failure) <= 2000),
  add constraint deployments_rolls_back_for_a_reason check ((rolls_back_id is null) = (reason is null));
comment on column ops.deployments.previous_sha is 'The commit that the environment had before; null where no deployment to it had succeeded.';
comment on column ops.deployments.health_checks is 'What was found: [{name, kind: HTTP or DATABASE, ok, status, ms, detail}].';
comment on column ops.deployments.modules is 'Modules of Odoo by their latest_version: [{module, from, to, asked, wanted}].';
comment on column ops.deployments.migrations is 'Names of our migrations that it executed.';
create index deployments_previous on ops.deployments (previous_id);
create index deployments_rolls_back on ops.deployments (rolls_back_id);
create index deployments_emergency on ops.deployments (emergency_id, created_at, id);
