-- Delivery: what was built, where it was deployed and who approved it. The rules of a promotion are triggers on the tables,
-- so that no way in leads around them, the functions below included.

create table ops.projects (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  name text not null check (name <> '' and length(name) <= 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table ops.environments (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references ops.projects (id),
  name text not null check (name in ('DEV', 'STAGING', 'PRODUCTION')),
  requires_approval boolean not null,
  created_at timestamptz not null default now(),
  unique (project_id, name),
  unique (id, project_id)
);

create table ops.roles (
  id uuid primary key default gen_random_uuid(),
  name text not null unique check (name ~ '^[a-z]+(_[a-z]+)*$'),
  description text not null,
  may_approve boolean not null,
  created_at timestamptz not null default now()
);
-- Fixed ids, the same everywhere: the names are what people use.
insert into ops.roles (id, name, description, may_approve) values
  ('00000000-0000-4000-8000-00000000a001', 'viewer', 'Sees the project and what was delivered.', false),
  ('00000000-0000-4000-8000-00000000a002', 'developer', 'Builds and deploys.', false),
  ('00000000-0000-4000-8000-00000000a003', 'release_manager', 'Decides what is deployed where an approval is needed.', true);

create table ops.project_members (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references ops.projects (id),
  -- A user of the auth server, by its uuid alone: users may live in another database.
  user_id uuid not null,
  role_id uuid not null references ops.roles (id),
  created_at timestamptz not null default now(),
  unique (project_id, user_id)
);
create index project_members_user on ops.project_members (user_id, project_id);
create index project_members_role on ops.project_members (role_id);

create table ops.builds (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references ops.projects (id),
  git_sha text not null check (git_sha ~ '^[0-9a-f]{40}$'),
  branch text not null check (branch <> '' and length(branch) <= 250),
  image_digest text not null check (image_digest ~ '^sha256:[0-9a-f]{64}$'),
  -- Lock file → digest of its bytes; at least one.
  lock_hashes jsonb not null check (
    jsonb_typeof(lock_hashes) = 'object' and lock_hashes <> '{}'
    and not jsonb_path_exists(lock_hashes, '$.* ? (@.type() != "string" || !(@ like_regex "^sha256:[0-9a-f]{64}$"))')
  ),
  recorded_by text not null,
  created_at timestamptz not null default now(),
  unique (project_id, image_digest),
  unique (id, project_id)
);
create index builds_created_at on ops.builds (created_at, id);
create index builds_project on ops.builds (project_id, created_at, id);
create index builds_sha on ops.builds (project_id, git_sha);

create table ops.approvals (
  id uuid primary key default gen_random_uuid(),
  -- What is asked for: of a `deployment`, subject_id is the build's uuid.
  subject text not null check (subject ~ '^[a-z]+(_[a-z]+)*$'),
  subject_id text not null check (subject_id <> '' and length(subject_id) <= 200),
  build_id uuid generated always as (case when subject = 'deployment' then subject_id::uuid end) stored,
  project_id uuid references ops.projects (id),
  environment_id uuid,
  requested_by text not null check (requested_by <> ''),
  reason text not null check (reason <> ''),
  status text not null default 'PENDING' check (status in ('PENDING', 'APPROVED', 'REJECTED')),
  decided_by text check (decided_by <> '' and decided_by <> requested_by),
  decided_at timestamptz,
  comment text,
  idempotency_key text,
  created_at timestamptz not null default now(),
  foreign key (build_id, project_id) references ops.builds (id, project_id),
  foreign key (environment_id, project_id) references ops.environments (id, project_id),
  check ((status = 'PENDING') = (decided_by is null) and (status = 'PENDING') = (decided_at is null)),
  check (subject <> 'deployment' or (project_id is not null and environment_id is not null))
);
create index approvals_created_at on ops.approvals (created_at, id);
create index approvals_project on ops.approvals (project_id, created_at, id);
create index approvals_environment on ops.approvals (environment_id, project_id);
create index approvals_build on ops.approvals (build_id, project_id);
create unique index approvals_pending on ops.approvals (subject, subject_id, environment_id) nulls not distinct
  where status = 'PENDING';
create unique index approvals_idempotency on ops.approvals (subject, idempotency_key) where idempotency_key is not null;

create table ops.deployments (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references ops.projects (id),
  build_id uuid not null,
  environment_id uuid not null,
  status text not null check (status in ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED')),
  -- Set by the trigger below, to the approval that let it through.
  approval_id uuid references ops.approvals (id),
  recorded_by text not null,
  idempotency_key text,
  started_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (build_id, project_id) references ops.builds (id, project_id),
  foreign key (environment_id, project_id) references ops.environments (id, project_id)
);
create index deployments_created_at on ops.deployments (created_at, id);
create index deployments_project on ops.deployments (project_id, created_at, id);
create index deployments_build on ops.deployments (build_id, project_id);
create index deployments_environment on ops.deployments (environment_id, project_id);
create index deployments_environment_list on ops.deployments (environment_id, created_at, id);
create index deployments_approval on ops.deployments (approval_id, created_at, id);
create unique index deployments_idempotency on ops.deployments (project_id, idempotency_key) where idempotency_key is not null;

create table ops.odoo_users (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  -- Another system's own names for its instance and user: text, whatever they are made of.
  odoo_instance text not null check (odoo_instance <> '' and length(odoo_instance) <= 200),
  odoo_user_id text not null check (odoo_user_id <> '' and length(odoo_user_id) <= 200),
  login text not null check (login <> '' and length(login) <= 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, odoo_instance),
  unique (odoo_instance, odoo_user_id)
);

-- What stays as it was recorded.
create trigger append_only before update or delete on ops.builds
  for each row execute function ops.refuse_change();
create trigger append_only_truncate before truncate on ops.builds
  for each statement execute function ops.refuse_change();
create trigger never_deleted before delete on ops.deployments
  for each row execute function ops.refuse_change();
create trigger never_truncated before truncate on ops.deployments
  for each statement execute function ops.refuse_change();
create trigger never_deleted before delete on ops.approvals
  for each row execute function ops.refuse_change();
create trigger never_truncated before truncate on ops.approvals
  for each statement execute function ops.refuse_change();
-- Else staging, renamed, would be production.
create trigger stays_what_it_is before update of id, name, project_id on ops.environments
  for each row execute function ops.refuse_change();

-- An approval begins undecided and is decided once; of what was asked, nothing changes.
create function ops.guard_approval() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'PENDING' then
      raise exception 'An approval begins as PENDING: request it, then decide it' using errcode = 'TP409';
    end if;
    return new;
  end if;
  if old.status <> 'PENDING' then
    raise exception 'The approval was decided by % already: %', old.decided_by, old.status using errcode = 'TP409',
      detail = jsonb_build_object('status', old.status, 'decidedBy', old.decided_by)::text;
  end if;
  if (new.id, new.subject, new.subject_id, new.requested_by, new.reason, new.created_at)
       is distinct from (old.id, old.subject, old.subject_id, old.requested_by, old.reason, old.created_at)
     or (new.project_id, new.environment_id, new.idempotency_key)
       is distinct from (old.project_id, old.environment_id, old.idempotency_key) then
    raise exception 'What an approval asks for does not change: request another one' using errcode = 'TP409';
  end if;
  if new.decided_by = new.requested_by then
    raise exception 'Who requested an approval does not decide it' using errcode = 'TP403';
  end if;
  return new;
end
$$;
create trigger guard_approval before insert or update on ops.approvals
  for each row execute function ops.guard_approval();

-- The approval by which a build may go to an environment: the latest decision counts, so that a later REJECTED takes back.
create function ops.find_approval(build_id uuid, environment_id uuid) returns uuid
language sql stable set search_path = '' as $$
  select case when a.status = 'APPROVED' then a.id end
  from ops.approvals a
  where a.build_id = find_approval.build_id
    and a.environment_id = find_approval.environment_id and a.status <> 'PENDING'
  order by a.decided_at desc, a.id desc
  limit 1
$$;

-- Raises TP409 that says what is missing; gives the approval where the environment asks for one.
create function ops.check_promotion(build_id uuid, environment_id uuid) returns uuid
language plpgsql stable set search_path = '' as $$
declare
  build ops.builds;
  environment ops.environments;
  approval_id uuid;
  missing text[] := '{}';
  sentences text[] := '{}';
begin
  select * into build from ops.builds b where b.id = check_promotion.build_id;
  select * into environment from ops.environments e where e.id = check_promotion.environment_id;
  if environment.name = 'PRODUCTION' and not exists (
    select from ops.deployments d
    join ops.builds b on b.id = d.build_id
    join ops.environments e on e.id = d.environment_id
    where d.project_id = build.project_id and b.git_sha = build.git_sha and e.name = 'STAGING' and d.status = 'SUCCEEDED'
  ) then
    missing := missing || 'STAGING'::text;
    sentences := sentences || format('no deployment of %s to STAGING succeeded', build.git_sha);
  end if;
  if environment.requires_approval then
    approval_id := ops.find_approval(build.id, environment.id);
    if approval_id is null then
      missing := missing || 'APPROVAL'::text;
      sentences := sentences || format('no approval of this build for %s stands', environment.name);
    end if;
  end if;
  if missing <> '{}' then
    raise exception 'The build cannot go to % yet: %', environment.name, array_to_string(sentences, ', and ')
      using errcode = 'TP409', detail = jsonb_build_object(
        'missing', to_jsonb(missing), 'gitSha', build.git_sha, 'buildId', build.id,
        'environment', environment.name, 'environmentId', environment.id
      )::text;
  end if;
  return approval_id;
end
$$;

-- Checked when it is recorded and again when it begins or succeeds: an approval may be taken back in between.
create function ops.guard_deployment() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.project_id, new.build_id, new.environment_id, new.recorded_by, new.created_at, new.approval_id, new.idempotency_key)
       is distinct from
       (old.id, old.project_id, old.build_id, old.environment_id, old.recorded_by, old.created_at, old.approval_id, old.idempotency_key)
    then
      raise exception 'Only the status of a deployment changes: record another one' using errcode = 'TP409';
    end if;
    if new.status = old.status and (new.started_at, new.finished_at) is not distinct from (old.started_at, old.finished_at) then
      return new;
    end if;
    if old.status in ('SUCCEEDED', 'FAILED') or new.status = 'PENDING' or new.status = old.status then
      raise exception 'The deployment is % and cannot become %', old.status, new.status using errcode = 'TP409',
        detail = jsonb_build_object('status', old.status)::text;
    end if;
  end if;
  if tg_op = 'INSERT' or (old.status = 'PENDING' and new.status <> 'FAILED') then
    new.approval_id := ops.check_promotion(new.build_id, new.environment_id);
  end if;
  new.started_at := case when new.status <> 'PENDING' then coalesce(new.started_at, now()) end;
  new.finished_at := case when new.status in ('SUCCEEDED', 'FAILED') then coalesce(new.finished_at, now()) end;
  return new;
end
$$;
create trigger guard_deployment before insert or update on ops.deployments
  for each row execute function ops.guard_deployment();

-- Who sees what -----------------------------------------------------------------------------------------------------

-- SECURITY DEFINER, so that a member need not see who else is one.
create function ops.my_project_ids() returns setof uuid
language sql stable security definer set search_path = '' as
  $$ select project_id from ops.project_members where user_id = (select auth.uid()) $$;

alter table ops.projects enable row level security;
alter table ops.environments enable row level security;
alter table ops.roles enable row level security;
alter table ops.project_members enable row level security;
alter table ops.builds enable row level security;
alter table ops.approvals enable row level security;
alter table ops.deployments enable row level security;
alter table ops.odoo_users enable row level security;

grant usage on schema ops to authenticated;
grant select on ops.projects, ops.environments, ops.builds, ops.approvals, ops.deployments to authenticated;
grant select on
  ops.projects, ops.environments, ops.roles, ops.project_members, ops.builds, ops.approvals, ops.deployments, ops.odoo_users
to service_role, agent_sync_odoo_agent;

create policy member_reads on ops.projects for select to authenticated using (id in (select ops.my_project_ids()));
create policy member_reads on ops.environments for select to authenticated using (project_id in (select ops.my_project_ids()));
create policy member_reads on ops.builds for select to authenticated using (project_id in (select ops.my_project_ids()));
create policy member_reads on ops.approvals for select to authenticated using (project_id in (select ops.my_project_ids()));
create policy member_reads on ops.deployments for select to authenticated using (project_id in (select ops.my_project_ids()));

create policy all_read on ops.projects for select to service_role, agent_sync_odoo_agent using (true);
create policy all_read on ops.environments for select to service_role, agent_sync_odoo_agent using (true);
create policy all_read on ops.roles for select to service_role, agent_sync_odoo_agent using (true);
create policy all_read on ops.project_members for select to service_role, agent_sync_odoo_agent using (true);
create policy all_read on ops.builds for select to service_role, agent_sync_odoo_agent using (true);
create policy all_read on ops.approvals for select to service_role, agent_sync_odoo_agent using (true);
create policy all_read on ops.deployments for select to service_role, agent_sync_odoo_agent using (true);
create policy all_read on ops.odoo_users for select to service_role, agent_sync_odoo_agent using (true);

-- The functions -----------------------------------------------------------------------------------------------------

-- Creates the project of this slug with its three environments, or changes it. Where null is given for the environments
-- that ask for an approval, those of a project that is there stay as they are, and of a new one PRODUCTION does.
create function ops.upsert_project(slug text, name text, approvals_for text[] default null) returns ops.projects
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  project ops.projects;
begin
  perform ops.check_text('slug', upsert_project.slug, 100);
  perform ops.check_text('name', upsert_project.name);
  if upsert_project.slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$' then
    perform ops.refuse('TP400', 'A slug has small letters and digits, with single hyphens between', '{"argument": "slug"}');
  end if;
  insert into ops.projects as p (slug, name) values (upsert_project.slug, upsert_project.name)
  on conflict (slug) do update set name = excluded.name, updated_at = now()
  returning * into project;
  insert into ops.environments (project_id, name, requires_approval)
    select project.id, e, e = any (coalesce(upsert_project.approvals_for, '{PRODUCTION}'))
    from unnest('{DEV,STAGING,PRODUCTION}'::text[]) e
  on conflict (project_id, name) do nothing;
  if upsert_project.approvals_for is not null then
    update ops.environments e set requires_approval = e.name = any (upsert_project.approvals_for)
    where e.project_id = project.id and e.requires_approval <> (e.name = any (upsert_project.approvals_for));
  end if;
  return project;
end
$$;

-- Gives a user a role in a project; without a role the membership ends, and the answer is empty.
create function ops.set_project_member(project_id uuid, user_id uuid, role text default null)
returns setof ops.project_members language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  wanted uuid;
begin
  if not exists (select from ops.projects p where p.id = set_project_member.project_id) then
    perform ops.refuse('TP404', format('There is no project %s', set_project_member.project_id));
  end if;
  if set_project_member.user_id is null then
    perform ops.refuse('TP400', '"userId" is missing');
  end if;
  if set_project_member.role is null then
    delete from ops.project_members m
    where m.project_id = set_project_member.project_id and m.user_id = set_project_member.user_id;
    return;
  end if;
  select r.id into wanted from ops.roles r where r.name = set_project_member.role;
  if wanted is null then
    perform ops.refuse('TP404', format('There is no role %s: the roles are %s', set_project_member.role,
      (select string_agg(r.name, ', ' order by r.name) from ops.roles r)));
  end if;
  return query
    insert into ops.project_members as m (project_id, user_id, role_id)
    values (set_project_member.project_id, set_project_member.user_id, wanted)
    on conflict (project_id, user_id) do update set role_id = excluded.role_id
    returning m.*;
end
$$;

-- Records what was built. The same image again answers the first build; with other facts it is refused.
create function ops.record_build(project_id uuid, git_sha text, branch text, image_digest text, lock_hashes jsonb)
returns ops.builds language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  build ops.builds;
begin
  if not exists (select from ops.projects p where p.id = record_build.project_id) then
    perform ops.refuse('TP404', format('There is no project %s', record_build.project_id));
  end if;
  if coalesce(record_build.git_sha, '') !~ '^[0-9a-f]{40}$' then
    perform ops.refuse('TP400', 'A build needs its git SHA: 40 hexadecimal digits, small letters', '{"argument": "gitSha"}');
  elsif coalesce(record_build.branch, '') = '' or length(record_build.branch) > 250 then
    perform ops.refuse('TP400', 'A build needs its branch, of at most 250 characters', '{"argument": "branch"}');
  elsif coalesce(record_build.image_digest, '') !~ '^sha256:[0-9a-f]{64}$' then
    perform ops.refuse('TP400', 'A build needs the digest of its image: sha256: and 64 hexadecimal digits', '{"argument": "imageDigest"}');
  end if;
  begin
    insert into ops.builds as b (project_id, git_sha, branch, image_digest, lock_hashes, recorded_by)
    values (record_build.project_id, record_build.git_sha, record_build.branch, record_build.image_digest,
      record_build.lock_hashes, ops.caller())
    on conflict (project_id, image_digest) do nothing
    returning * into build;
  exception when check_violation or not_null_violation then
    perform ops.refuse('TP400', 'A build needs the hash of each lock file, at least of one: name → sha256: and 64 hexadecimal digits',
      '{"argument": "lockHashes"}');
  end;
  if build.id is not null then
    return build;
  end if;
  select * into build from ops.builds b
  where b.project_id = record_build.project_id and b.image_digest = record_build.image_digest;
  if (build.git_sha, build.branch, build.lock_hashes)
     is distinct from (record_build.git_sha, record_build.branch, record_build.lock_hashes) then
    perform ops.refuse('TP409',
      format('This image is recorded as built from %s on %s, with other facts than these', build.git_sha, build.branch),
      jsonb_build_object('buildId', build.id, 'gitSha', build.git_sha, 'branch', build.branch));
  end if;
  return build;
end
$$;

-- Records a deployment of a build to an environment of its project, or, given deployment_id instead of these, moves the
-- status of one: PENDING → RUNNING → SUCCEEDED or FAILED, steps may be left out. The triggers above hold the rules.
create function ops.record_deployment(
  build_id uuid default null, environment text default null, status text default null,
  deployment_id uuid default null, idempotency_key text default null
) returns ops.deployments language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  build ops.builds;
  environment_id uuid;
  deployment ops.deployments;
begin
  if record_deployment.status is null and record_deployment.deployment_id is not null
     or record_deployment.status not in ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED') then
    perform ops.refuse('TP400', 'The status must be PENDING, RUNNING, SUCCEEDED or FAILED', '{"argument": "status"}');
  end if;
  if (record_deployment.deployment_id is null) = (record_deployment.build_id is null and record_deployment.environment is null) then
    perform ops.refuse('TP400', 'Give a build and an environment for a new deployment, or a deployment to move its status');
  end if;
  if record_deployment.deployment_id is not null then
    update ops.deployments d set status = record_deployment.status, updated_at = now()
    where d.id = record_deployment.deployment_id returning * into deployment;
    if deployment.id is null then
      perform ops.refuse('TP404', format('There is no deployment %s', record_deployment.deployment_id));
    end if;
    return deployment;
  end if;
  select * into build from ops.builds b where b.id = record_deployment.build_id;
  if build.id is null then
    perform ops.refuse('TP404', format('There is no build %s', record_deployment.build_id));
  end if;
  environment_id := ops.environment_of(build.project_id, record_deployment.environment);
  if record_deployment.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', record_deployment.idempotency_key);
    -- Serializes those who come with the same key, so that the second finds what the first made.
    perform pg_advisory_xact_lock(hashtextextended(build.project_id || record_deployment.idempotency_key, 6));
    select * into deployment from ops.deployments d
    where d.project_id = build.project_id and d.idempotency_key = record_deployment.idempotency_key;
    if deployment.id is not null then
      if (deployment.build_id, deployment.environment_id) is distinct from (build.id, environment_id) then
        perform ops.refuse('TP422', format('Deployment %s has this idempotencyKey and another build or environment: use a new key', deployment.id),
          jsonb_build_object('deploymentId', deployment.id));
      end if;
      return deployment;
    end if;
  end if;
  insert into ops.deployments (project_id, build_id, environment_id, status, recorded_by, idempotency_key)
  values (build.project_id, build.id, environment_id, coalesce(record_deployment.status, 'PENDING'), ops.caller(),
    record_deployment.idempotency_key)
  returning * into deployment;
  return deployment;
end
$$;

create function ops.environment_of(project_id uuid, name text) returns uuid
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
declare
  found_id uuid;
begin
  select e.id into found_id from ops.environments e
  where e.project_id = environment_of.project_id and e.name = environment_of.name;
  if found_id is null then
    perform ops.refuse('TP400', 'The environment must be DEV, STAGING or PRODUCTION', '{"argument": "environment"}');
  end if;
  return found_id;
end
$$;

-- Asks for an approval. While one for the same is undecided, that is the answer. Of a `deployment`, subject_id is the
-- build's uuid, the environment is one of its project's, and project_id need not be given.
-- A service says for whom it asks; anybody else asks in his own name.
create function ops.request_approval(
  subject text, subject_id text, reason text, environment text default null, project_id uuid default null,
  requested_by text default null, idempotency_key text default null
) returns ops.approvals language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  wanted ops.approvals;
  approval ops.approvals;
begin
  perform ops.check_text('subject', request_approval.subject);
  perform ops.check_text('subjectId', request_approval.subject_id);
  perform ops.check_text('reason', request_approval.reason, 2000);
  if request_approval.subject !~ '^[a-z]+(_[a-z]+)*$' then
    perform ops.refuse('TP400', 'A subject is a word such as deployment', '{"argument": "subject"}');
  end if;
  if request_approval.requested_by is not null then
    perform ops.check_text('requestedBy', request_approval.requested_by);
    if ops.is_user() or ops.caller_agent() is not null then
      perform ops.refuse('TP403', 'Only a service asks in the name of another: leave requestedBy out');
    end if;
  end if;
  if request_approval.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', request_approval.idempotency_key);
  elsif ops.caller_agent() is not null then
    perform ops.refuse('TP400', 'An agent must give an idempotencyKey');
  end if;
  wanted.subject := request_approval.subject;
  wanted.subject_id := request_approval.subject_id;
  wanted.project_id := request_approval.project_id;
  if wanted.subject = 'deployment' then
    select b.id::text, b.project_id into wanted.subject_id, wanted.project_id
      from ops.builds b where b.id::text = lower(request_approval.subject_id);
    if wanted.project_id is null or wanted.project_id <> request_approval.project_id then
      perform ops.refuse('TP404', format('There is no build %s in that project: subjectId of a deployment is its build''s uuid',
        request_approval.subject_id), '{"argument": "subjectId"}');
    end if;
  elsif wanted.project_id is not null and not exists (select from ops.projects p where p.id = wanted.project_id) then
    perform ops.refuse('TP404', format('There is no project %s', wanted.project_id));
  end if;
  if wanted.subject = 'deployment' or request_approval.environment is not null then
    wanted.environment_id := ops.environment_of(wanted.project_id, request_approval.environment);
  end if;
  -- Serializes the requests of one subject, so that the second finds what the first made.
  perform pg_advisory_xact_lock(hashtextextended(wanted.subject || ' ' || wanted.subject_id, 7));
  select * into approval from ops.approvals a
  where a.subject = wanted.subject and a.idempotency_key = request_approval.idempotency_key;
  if approval.id is not null and (approval.subject_id, approval.environment_id, approval.project_id)
     is distinct from (wanted.subject_id, wanted.environment_id, wanted.project_id) then
    perform ops.refuse('TP422', format('Approval %s has this idempotencyKey and asks for something else: use a new key', approval.id),
      jsonb_build_object('approvalId', approval.id));
  end if;
  if approval.id is null then
    select * into approval from ops.approvals a
    where a.subject = wanted.subject and a.subject_id = wanted.subject_id
      and a.environment_id is not distinct from wanted.environment_id and a.status = 'PENDING';
  end if;
  if approval.id is null then
    insert into ops.approvals (subject, subject_id, project_id, environment_id, requested_by, reason, idempotency_key)
    values (wanted.subject, wanted.subject_id, wanted.project_id, wanted.environment_id,
      coalesce(request_approval.requested_by, ops.caller()), request_approval.reason, request_approval.idempotency_key)
    returning * into approval;
  end if;
  return approval;
end
$$;

-- Whether a user calls, by claims or by the role that outlives the change of user into a SECURITY DEFINER function.
create function ops.is_user() returns boolean language plpgsql stable set search_path = '' as $$
begin
  return coalesce('authenticated' in (ops.claims() ->> 'role', current_setting('role')), false);
end
$$;

-- Decides an approval, once. A user decides in his own name, as a member of its project whose role may; a service says
-- who decided. The same decision by the same person again answers what is there.
create function ops.decide_approval(approval_id uuid, decision text, comment text default null, decided_by text default null)
returns ops.approvals language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  approval ops.approvals;
  decider text := decide_approval.decided_by;
  may_approve boolean;
begin
  if decide_approval.decision is null or decide_approval.decision not in ('APPROVED', 'REJECTED') then
    perform ops.refuse('TP400', 'The decision must be APPROVED or REJECTED', '{"argument": "decision"}');
  end if;
  if decide_approval.comment is not null then
    perform ops.check_text('comment', decide_approval.comment, 2000);
  end if;
  if ops.caller_agent() is not null then
    perform ops.refuse('TP403', 'An agent decides no approval: a person does');
  end if;
  select * into approval from ops.approvals a where a.id = decide_approval.approval_id for update;
  if ops.is_user() then
    if decider is not null and decider <> ops.caller() then
      perform ops.refuse('TP403', 'A user decides in his own name: leave decidedBy out');
    end if;
    decider := ops.caller();
    select r.may_approve into may_approve
    from ops.project_members m join ops.roles r on r.id = m.role_id
    where m.project_id = approval.project_id and m.user_id = auth.uid();
  else
    may_approve := true;
    perform ops.check_text('decidedBy', decider);
  end if;
  -- Of a project that is not his, a user learns nothing.
  if approval.id is null or may_approve is null then
    perform ops.refuse('TP404', format('There is no approval %s', decide_approval.approval_id));
  elsif not may_approve then
    perform ops.refuse('TP403', 'Your role in the project may not decide approvals: ask a release manager');
  elsif decider = approval.requested_by then
    perform ops.refuse('TP403', 'Who requested an approval does not decide it: ask somebody else');
  end if;
  if approval.status = decide_approval.decision and approval.decided_by = decider then
    return approval;
  end if;
  -- The trigger refuses what was decided already.
  update ops.approvals a set
    status = decide_approval.decision, decided_by = decider, decided_at = clock_timestamp(), comment = decide_approval.comment
  where a.id = approval.id returning * into approval;
  return approval;
end
$$;

-- Says which Odoo user a user is in an Odoo instance; a new link replaces the user's earlier one there.
create function ops.link_odoo_user(user_id uuid, odoo_instance text, odoo_user_id text, login text)
returns ops.odoo_users language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  link ops.odoo_users;
begin
  if link_odoo_user.user_id is null then
    perform ops.refuse('TP400', '"userId" is missing');
  end if;
  perform ops.check_text('odooInstance', link_odoo_user.odoo_instance);
  perform ops.check_text('odooUserId', link_odoo_user.odoo_user_id);
  perform ops.check_text('login', link_odoo_user.login);
  insert into ops.odoo_users as u (user_id, odoo_instance, odoo_user_id, login)
  values (link_odoo_user.user_id, link_odoo_user.odoo_instance, link_odoo_user.odoo_user_id, link_odoo_user.login)
  on conflict (user_id, odoo_instance) do update
    set odoo_user_id = excluded.odoo_user_id, login = excluded.login, updated_at = now()
  returning * into link;
  return link;
exception when unique_violation then
  perform ops.refuse('TP409', format('User %s of Odoo %s is linked to another user: move that link first',
    link_odoo_user.odoo_user_id, link_odoo_user.odoo_instance));
end
$$;

revoke execute on all functions in schema ops from public;
grant execute on function
  ops.upsert_project(text, text, text[]),
  ops.set_project_member(uuid, uuid, text),
  ops.record_build(uuid, text, text, text, jsonb),
  ops.record_deployment(uuid, text, text, uuid, text),
  ops.request_approval(text, text, text, text, uuid, text, text),
  ops.decide_approval(uuid, text, text, text),
  ops.link_odoo_user(uuid, text, text, text)
to service_role;
grant execute on function ops.my_project_ids(), ops.decide_approval(uuid, text, text, text) to authenticated;
