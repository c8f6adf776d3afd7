-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.check_decider(approval ops.approvals) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  emergency ops.emergency_requests;
  decider uuid;
begin
  -- One decision at a time: the second sees who made the first.
  select * into emergency from ops.emergency_requests e where e.id = approval.emergency_id for update;
  if approval.decided_by ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    decider := approval.decided_by::uuid;
  end if;
  if decider is null or not ops.is_approver(emergency.project_id, decider) then
    perform ops.refuse('TP403', 'An emergency is decided by members of its project whose role may: name one by uuid or address',
      '{"argument": "decidedBy"}');
  elsif decider = emergency.requested_by then
    perform ops.refuse('TP403', 'Who asked for an emergency does not decide it');
  elsif exists (select from ops.approvals a where a.emergency_id = emergency.id and a.id <> approval.id
    and ops.is_same_identity(a.decided_by, approval.decided_by)) then
    perform ops.refuse('TP403', 'An emergency needs two people, and this one has decided already: ask somebody else',
      '{"argument": "decidedBy"}');
  elsif clock_timestamp() > emergency.lapses_at or exists (
    select from ops.approvals a where a.emergency_id = emergency.id and a.status = 'REJECTED') then
    perform ops.refuse('TP409', 'The emergency was refused, or has lapsed: ask for another');
  end if;
  perform ops.note_emergency(emergency, 'emergency.decided',
    jsonb_build_object('approvalId', approval.id, 'decision', approval.status, 'decidedBy', decider, 'comment', approval.comment),
    case when approval.status = 'REJECTED' then 'FAILED' end, case when approval.status = 'REJECTED' then 'REJECTED' end);
end
$$;
revoke all on function ops.check_decider from public;
comment on function ops.check_decider is 'Refuses a decision about an emergency by anybody but another approver of the project than who asked or has decided already,
and notes one that stands.';

create or replace function ops.check_emergency(
  deployment_id uuid, emergency_id uuid, build_id uuid, environment_id uuid, begins boolean
) returns uuid language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  rules constant jsonb := ops.promotion_rules() -> 'emergency';
  emergency ops.emergency_requests;
  build ops.builds;
  approved int;
  other uuid;
  missing text[] := '{}';
  sentences text[] := '{}';
begin
  select * into emergency from ops.emergency_requests e where e.id = check_emergency.emergency_id for update;
  if emergency.id is null then
    perform ops.refuse('TP404', format('There is no emergency %s', check_emergency.emergency_id), '{"argument": "emergencyId"}');
  end if;
  select * into build from ops.builds b where b.id = check_emergency.build_id;
  if emergency.environment_id <> check_emergency.environment_id then
    missing := missing || 'PRODUCTION'::text;
    sentences := sentences || 'an emergency leads to PRODUCTION alone'::text;
  end if;
  if emergency.build_id <> build.id then
    missing := missing || 'BUILD'::text;
    sentences := sentences || 'the emergency is for another build'::text;
  end if;
  select count(distinct a.decided_by) into approved from ops.approvals a
  where a.emergency_id = emergency.id and a.status = 'APPROVED' and ops.is_approver(emergency.project_id, a.decided_by::uuid);
  if approved < (rules ->> 'approvers')::int
    or exists (select from ops.approvals a where a.emergency_id = emergency.id and a.status = 'REJECTED') then
    missing := missing || 'APPROVERS'::text;
    sentences := sentences || format('%s of its %s approvals stand', approved, rules ->> 'approvers');
  end if;
  if clock_timestamp() > emergency.lapses_at then
    missing := missing || 'IN_TIME'::text;
    sentences := sentences || format('it has lapsed %s hours after it was asked for', rules ->> 'hours');
  end if;
  select d.id into other from ops.deployments d
  where d.emergency_id = emergency.id and d.id <> check_emergency.deployment_id and d.status <> 'FAILED' limit 1;
  if other is not null then
    missing := missing || 'UNUSED'::text;
    sentences := sentences || format('it was used for deployment %s', other);
  end if;
  other := ops.overdue_emergency(emergency.project_id, emergency.id);
  if other is not null then
    missing := missing || 'FOLLOW_UP'::text;
    sentences := sentences || format('the follow-up of emergency %s is overdue', other);
  end if;
  if missing <> '{}' then
    raise exception 'The build cannot go there by this emergency: %', array_to_string(sentences, ', and ')
      using errcode = 'TP409', detail = jsonb_build_object('missing', to_jsonb(missing), 'gitSha', build.git_sha,
        'buildId', build.id, 'emergencyId', emergency.id, 'environmentId', check_emergency.environment_id)::text;
  end if;
  if check_emergency.begins then
    if emergency.deployed_at is null then
      update ops.emergency_requests e set deployed_at = clock_timestamp(),
        follow_up_due_at = clock_timestamp() + make_interval(hours => (rules ->> 'hours')::int)
      where e.id = emergency.id returning * into emergency;
    end if;
    perform ops.note_emergency(emergency, 'emergency.deployed', jsonb_build_object('deploymentId', check_emergency.deployment_id,
      'buildId', build.id, 'gitSha', build.git_sha, 'followUpDueAt', emergency.follow_up_due_at));
  end if;
  return null;
end
$$;
revoke all on function ops.check_emergency from public;
comment on function ops.check_emergency is 'Lets a deployment to production through without staging, by an emergency that two people approved. The first that begins
starts the time within which the follow-up is due. Raises TP409 with all that is missing: PRODUCTION, BUILD, APPROVERS,
IN_TIME, UNUSED, FOLLOW_UP.';

create or replace function ops.check_found(health_checks jsonb, modules jsonb, migrations text[]) returns void
language plpgsql set search_path = '' as $$
begin
  perform ops.check_json('healthChecks', check_found.health_checks);
  perform ops.check_json('modules', check_found.modules);
  if check_found.health_checks is not null and (jsonb_typeof(check_found.health_checks) <> 'array' or jsonb_path_exists(check_found.health_checks,
    '$[*] ? (!(@.type() == "object" && @.name.type() == "string" && @.name != "" && (@.kind == "HTTP" || @.kind == "DATABASE")
      && @.ok.type() == "boolean"))')) then
    perform ops.refuse('TP400', 'A health check has a name, a kind, HTTP or DATABASE, and ok, true or false', '{"argument": "healthChecks"}');
  elsif check_found.modules is not null and (jsonb_typeof(check_found.modules) <> 'array' or jsonb_path_exists(check_found.modules,
    '$[*] ? (!(@.type() == "object" && @.module.type() == "string" && @.module != ""))')) then
    perform ops.refuse('TP400', 'A change of a module has the name of the module', '{"argument": "modules"}');
  elsif cardinality(check_found.migrations) > 1000 or array_position(check_found.migrations, null) is not null then
    perform ops.refuse('TP400', 'The migrations are at most 1000 names', '{"argument": "migrations"}');
  end if;
end
$$;
revoke all on function ops.check_found from public;
comment on function ops.check_found is 'Refuses what a deployment found where it is in another form than the columns of ops.deployments say.';

create or replace function ops.check_promotion(build_id uuid, environment_id uuid) returns uuid
language plpgsql stable set search_path = '' as $$
declare
  build ops.builds;
  environment ops.environments;
  goes_to text;
  approval_id uuid;
  missing text[] := '{}';
  sentences text[] := '{}';
begin
  select * into build from ops.builds b where b.id = check_promotion.build_id;
  select * into environment from ops.environments e where e.id = check_promotion.environment_id;
  goes_to := coalesce(ops.branch_environment(build.branch), 'none');
  if environment.name = 'STAGING' and goes_to <> 'STAGING' then
    missing := missing || 'MAIN'::text;
    sentences := sentences || format('it is built from %s, and only main goes there', build.branch);
  elsif environment.name = 'PRODUCTION' and goes_to not in ('STAGING', 'PRODUCTION') then
    missing := missing || 'MAIN'::text;
    sentences := sentences || format('it is built from %s, and only what ran in STAGING from main goes there', build.branch);
  end if;
  if environment.name = 'STAGING' and goes_to = 'STAGING' and ops.came_back(build) then
    missing := missing || 'ONE_WAY'::text;
    sentences := sentences || format(
      'its commit %s was built from production before, and nothing leads back from there: make the change on main', build.git_sha);
  end if;
  if environment.name = 'PRODUCTION' and not ops.ran_in_staging(build) then
    missing := missing || 'STAGING'::text;
    sentences := sentences || case when goes_to = 'PRODUCTION'
      then format('no deployment of a build of %s from main with the same lock files to STAGING succeeded', build.git_sha)
      else format('no deployment of this build of %s to STAGING succeeded', build.git_sha) end;
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
comment on function ops.check_promotion is 'The approval that a deployment of the build to the environment rests on; null where none is needed. Raises TP409 with
all that is missing: MAIN, ONE_WAY, STAGING, APPROVAL.';

create or replace function ops.deployment_of_key(build ops.builds, environment_id uuid, idempotency_key text)
returns ops.deployments language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  deployment ops.deployments;
begin
  perform ops.check_text('idempotencyKey', deployment_of_key.idempotency_key);
  perform pg_advisory_xact_lock(hashtextextended(build.project_id || deployment_of_key.idempotency_key, 6));
  select * into deployment from ops.deployments d
  where d.project_id = build.project_id and d.idempotency_key = deployment_of_key.idempotency_key;
  if deployment.id is not null and (deployment.rolls_back_id is not null
     or (deployment.build_id, deployment.environment_id) is distinct from (build.id, deployment_of_key.environment_id)) then
    perform ops.refuse('TP422', format('Deployment %s has this idempotencyKey and another build or environment: use a new key', deployment.id),
      jsonb_build_object('deploymentId', deployment.id));
  end if;
  return deployment;
end
$$;
revoke all on function ops.deployment_of_key from public;
comment on function ops.deployment_of_key is 'The deployment that a key led to before; null where it is new. Who comes with the same key meanwhile waits.';

create or replace function ops.guard_approval() returns trigger language plpgsql set search_path = '' as $$
declare
  decided ops.approvals;
begin
  if tg_op = 'INSERT' then
    if new.status <> 'PENDING' then
      raise exception 'An approval begins as PENDING: request it, then decide it' using errcode = 'TP409';
    end if;
    new.requested_by := ops.person_of(new.requested_by);
    return new;
  end if;
  if old.status <> 'PENDING' then
    raise exception 'The approval was decided by % already: %', old.decided_by, old.status using errcode = 'TP409',
      detail = jsonb_build_object('status', old.status, 'decidedBy', old.decided_by)::text;
  end if;
  if (new.id, new.subject, new.subject_id, new.requested_by, new.reason, new.created_at, new.sub, new.act, new.client_id)
       is distinct from (old.id, old.subject, old.subject_id, old.requested_by, old.reason, old.created_at, old.sub, old.act, old.client_id)
     or (new.project_id, new.environment_id, new.idempotency_key)
       is distinct from (old.project_id, old.environment_id, old.idempotency_key) then
    raise exception 'What an approval asks for does not change: request another one' using errcode = 'TP409';
  end if;
  new.decided_by := ops.person_of(new.decided_by);
  if ops.is_same_identity(new.decided_by, ops.person_of(new.requested_by)) then
    raise exception 'Who requested an approval does not decide it' using errcode = 'TP403';
  end if;
  if new.subject = 'emergency_deployment' and new.status <> 'PENDING' then
    -- What is generated of a row is not there before it is written.
    decided := new;
    decided.emergency_id := split_part(new.subject_id, '/', 1)::uuid;
    perform ops.check_decider(decided);
  end if;
  return new;
end
$$;

create or replace function ops.guard_deployment() returns trigger language plpgsql set search_path = '' as $$
declare
  previous ops.deployments;
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.project_id, new.build_id, new.environment_id, new.recorded_by, new.created_at, new.approval_id, new.idempotency_key,
         new.rolls_back_id, new.reason, new.emergency_id, new.previous_id, new.previous_sha)
       is distinct from
       (old.id, old.project_id, old.build_id, old.environment_id, old.recorded_by, old.created_at, old.approval_id, old.idempotency_key,
         old.rolls_back_id, old.reason, old.emergency_id, old.previous_id, old.previous_sha)
    then
      raise exception 'Only the status of a deployment changes: record another one' using errcode = 'TP409';
    end if;
    if old.status in ('SUCCEEDED', 'FAILED') and new.status = old.status
      and (new.health_checks, new.modules, new.migrations, new.evidence_run_id, new.failure)
        is distinct from (old.health_checks, old.modules, old.migrations, old.evidence_run_id, old.failure) then
      raise exception 'The deployment is %, and what it found does not change', old.status using errcode = 'TP409',
        detail = jsonb_build_object('status', old.status)::text;
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
    new.approval_id := case when new.emergency_id is null then ops.check_promotion(new.build_id, new.environment_id)
      else ops.check_emergency(new.id, new.emergency_id, new.build_id, new.environment_id, new.status <> 'PENDING') end;
    previous := ops.last_success(new.environment_id);
    new.previous_id := previous.id;
    new.previous_sha := (select b.git_sha from ops.builds b where b.id = previous.build_id);
  end if;
  if new.status = 'SUCCEEDED' then
    new.failure := nullif(concat_ws('; ', ops.health_problem(new.health_checks), ops.module_problem(new.modules)), '');
    new.status := case when new.failure is null then 'SUCCEEDED' else 'FAILED' end;
    new.failure := left(new.failure, 2000);
  end if;
  new.started_at := case when new.status <> 'PENDING' then coalesce(new.started_at, now()) end;
  new.finished_at := case when new.status in ('SUCCEEDED', 'FAILED') then coalesce(new.finished_at, now()) end;
  return new;
end
$$;
comment on function ops.guard_deployment is 'Checked when it is recorded and again when it begins or succeeds: an approval may be taken back in between. What would
succeed ends as FAILED where a check of its health does, or a module is not as it was asked for.';

create or replace function ops.health_problem(health_checks jsonb) returns text
language sql immutable set search_path = '' as $$
  select string_agg(f.problem, '; ' order by f.place) from (
    select c.place, format('the %s check "%s" failed%s', c.found ->> 'kind', c.found ->> 'name',
      coalesce(': ' || nullif(concat_ws(', ', 'status ' || (c.found ->> 'status'), left(c.found ->> 'detail', 300)), ''), '')) as problem
    from jsonb_array_elements(health_checks) with ordinality c (found, place)
    where (c.found -> 'ok') is distinct from 'true'::jsonb
    union all
    select 1000000, format('no %s check was made', k.kind)
    from unnest('{HTTP,DATABASE}'::text[]) k (kind)
    where not exists (select from jsonb_array_elements(health_checks) c where c ->> 'kind' = k.kind)
  ) f
$$;
revoke all on function ops.health_problem from public;
comment on function ops.health_problem is 'Why what was found of an environment lets no deployment succeed; null where it does. One check over HTTP and one of the
database must pass, and none fail.';

create or replace function ops.is_approver(project_id uuid, user_id uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from ops.project_members m join ops.roles r on r.id = m.role_id
    where m.project_id = is_approver.project_id and m.user_id = is_approver.user_id and r.may_approve)
$$;
revoke all on function ops.is_approver from public;
comment on function ops.is_approver is 'Whether somebody is a member of the project whose role may decide approvals.';

create or replace function ops.is_branch_of(branch text, pattern text) returns boolean
language sql immutable set search_path = '' as $$
  select case when right(pattern, 1) = '*' then starts_with(branch, left(pattern, -1)) and length(branch) >= length(pattern)
    else branch = pattern end
$$;
revoke all on function ops.is_branch_of from public;
comment on function ops.is_branch_of is 'Whether a branch is of a pattern: a name, or the beginning of one with a * behind it.';

create or replace function ops.last_success(environment_id uuid) returns ops.deployments
language sql stable set search_path = '' as $$
  select d from ops.deployments d
  where d.environment_id = last_success.environment_id and d.status = 'SUCCEEDED'
  order by d.finished_at desc, d.created_at desc, d.id desc limit 1
$$;
revoke all on function ops.last_success from public;
comment on function ops.last_success is 'The newest deployment to an environment that succeeded; null where none did.';

create or replace function ops.member_named(project_id uuid, given text, argument text) returns uuid
language plpgsql stable set search_path = '' as $$
declare
  named text := ops.person_of(member_named.given);
begin
  if named is null then
    named := ops.requester(null);
  elsif (ops.is_user() or ops.caller_agent() is not null) and not ops.is_same_identity(named, ops.requester(null)) then
    perform ops.refuse('TP403', format('Only a service speaks for another: leave %s out', argument),
      jsonb_build_object('argument', argument));
  end if;
  if named !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or not exists (
    select from ops.project_members m where m.project_id = member_named.project_id and m.user_id = named::uuid
  ) then
    perform ops.refuse('TP400', format('Say by %s which member of the project it is: the uuid, or the address that is signed in with', argument),
      jsonb_build_object('argument', argument));
  end if;
  return named::uuid;
end
$$;
revoke all on function ops.member_named from public;
comment on function ops.member_named is 'The member of a project whom a service names, by uuid or address, or who calls; refuses anybody else, so that whoever it is
stands in one spelling alone.';

create or replace function ops.module_problem(modules jsonb) returns text
language sql immutable set search_path = '' as $$
  select string_agg(f.problem, '; ' order by f.place) from (
    select m.place, case
        when m.found ->> 'to' is null then format('the module %s is not installed', m.found ->> 'module')
        when m.found ->> 'wanted' is not null then case when m.found ->> 'to' <> m.found ->> 'wanted'
          then format('the module %s is %s, not %s', m.found ->> 'module', m.found ->> 'to', m.found ->> 'wanted') end
        when m.found ->> 'to' = m.found ->> 'from' then format('the module %s is %s as before', m.found ->> 'module', m.found ->> 'to')
      end as problem
    from jsonb_array_elements(modules) with ordinality m (found, place)
    where (m.found -> 'asked') = 'true'::jsonb
  ) f where f.problem is not null
$$;
revoke all on function ops.module_problem from public;
comment on function ops.module_problem is 'Why the modules that were asked for are not as they were asked for; null where they are. An exit code says nothing of it: Odoo
ends with 0 also where it knows no such module, or no such database.';

create or replace function ops.note_emergency(
  emergency ops.emergency_requests, type text, payload jsonb, outcome text default null, error_code text default null
) returns void language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
begin
  perform ops.ensure_event_partitions();
  select r.* into run from ops.runs r where r.id = emergency.run_id for no key update;
  if run.id is null or ops.is_ended(run.status) then
    run := ops.open_emergency_run(emergency.project_id, emergency.id, emergency.requested_by);
  end if;
  run.updated_at := greatest(clock_timestamp(), run.updated_at);
  run := ops.save_run(run, note_emergency.type,
    jsonb_strip_nulls(jsonb_build_object('emergencyId', emergency.id) || note_emergency.payload));
  if note_emergency.outcome is null and run.id = emergency.run_id then
    return;
  end if;
  run.updated_at := greatest(clock_timestamp(), run.updated_at);
  run.status := coalesce(note_emergency.outcome, 'SUCCEEDED');
  run.finished_at := run.updated_at;
  run.error_code := note_emergency.error_code;
  perform ops.save_run(run, 'run.' || lower(run.status));
end
$$;
revoke all on function ops.note_emergency from public;
comment on function ops.note_emergency is 'Adds what happened to an emergency to the chain of its run, and ends the run where it says so. Where somebody has ended that
run, a further one has it: nothing that happens goes untold.';

create or replace function ops.open_emergency_run(project_id uuid, emergency_id uuid, requested_by uuid) returns ops.runs
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  instant timestamptz;
  note jsonb := jsonb_build_object('emergencyId', open_emergency_run.emergency_id);
  run ops.runs;
begin
  perform ops.ensure_event_partitions();
  instant := clock_timestamp();
  insert into ops.runs as r (agent, kind, input, input_digest, status, started_at, run_at, requested_by, project_id,
    created_at, updated_at, sub, act, client_id)
  values ('tripoint-gateway', 'delivery.emergency', note, sha256(convert_to(note::text, 'UTF8')), 'RUNNING', instant, instant,
    open_emergency_run.requested_by::text, open_emergency_run.project_id, instant, instant, who.sub, who.act, who.client_id)
  returning r.* into run;
  return run;
end
$$;
revoke all on function ops.open_emergency_run from public;
comment on function ops.open_emergency_run is 'A run of the gateway''s own, in whose chain the events of an emergency stand: nobody claims it, and members of the project see
that it is there.';

create or replace function ops.overdue_emergency(project_id uuid, emergency_id uuid default null) returns uuid
language sql volatile set search_path = '' as $$
  select e.id from ops.emergency_requests e
  where e.project_id = overdue_emergency.project_id and e.id is distinct from overdue_emergency.emergency_id
    and e.followed_up_at is null and e.follow_up_due_at < clock_timestamp()
  order by e.follow_up_due_at limit 1
$$;
revoke all on function ops.overdue_emergency from public;
comment on function ops.overdue_emergency is 'An emergency of the project, and not this one, whose follow-up is overdue; null where there is none.';

create or replace function ops.promotion_rules() returns jsonb
language sql immutable set search_path = '' as $$
  select '{
    "branches": [
      {"pattern": "feature/*", "environment": "PULL_REQUEST"},
      {"pattern": "fix/*", "environment": "PULL_REQUEST"},
      {"pattern": "main", "environment": "STAGING"},
      {"pattern": "production", "environment": "PRODUCTION"}
    ],
    "emergency": {"branches": ["fix/*", "main", "production"], "approvers": 2, "hours": 24}
  }'::jsonb
$$;
revoke all on function ops.promotion_rules from public;
grant execute on function ops.promotion_rules to service_role;
comment on function ops.promotion_rules is 'The rules of a promotion, as ssot/environments.yaml has them: to which environment a branch goes, and what an emergency asks for.
A test holds the two to each other.';

drop function ops.record_deployment(uuid,text,text,uuid,text);
create or replace function ops.record_deployment(
  build_id uuid default null, environment text default null, status text default null,
  deployment_id uuid default null, idempotency_key text default null, emergency_id uuid default null,
  health_checks jsonb default null, modules jsonb default null, migrations text[] default null,
  evidence_run_id uuid default null, failure text default null
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
  if record_deployment.failure is not null then
    perform ops.check_text('failure', record_deployment.failure, 2000);
    if record_deployment.status is distinct from 'FAILED' then
      perform ops.refuse('TP400', 'Only what ends as FAILED has a failure', '{"argument": "failure"}');
    end if;
  end if;
  if record_deployment.evidence_run_id is not null
     and not exists (select from ops.runs r where r.id = record_deployment.evidence_run_id) then
    perform ops.refuse('TP404', format('There is no run %s', record_deployment.evidence_run_id), '{"argument": "evidenceRunId"}');
  end if;
  perform ops.check_found(record_deployment.health_checks, record_deployment.modules, record_deployment.migrations);
  if record_deployment.deployment_id is not null then
    if record_deployment.emergency_id is not null then
      perform ops.refuse('TP400', 'An emergency is named when a deployment is recorded, not later', '{"argument": "emergencyId"}');
    end if;
    update ops.deployments d set status = record_deployment.status, updated_at = now(),
      health_checks = coalesce(record_deployment.health_checks, d.health_checks),
      modules = coalesce(record_deployment.modules, d.modules),
      migrations = coalesce(record_deployment.migrations, d.migrations),
      evidence_run_id = coalesce(record_deployment.evidence_run_id, d.evidence_run_id),
      failure = coalesce(record_deployment.failure, d.failure)
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
    deployment := ops.deployment_of_key(build, environment_id, record_deployment.idempotency_key);
    if deployment.id is not null then
      return deployment;
    end if;
  end if;
  insert into ops.deployments (project_id, build_id, environment_id, status, recorded_by, idempotency_key, emergency_id,
    health_checks, modules, migrations, evidence_run_id, failure)
  values (build.project_id, build.id, environment_id, coalesce(record_deployment.status, 'PENDING'), ops.caller(),
    record_deployment.idempotency_key, record_deployment.emergency_id, coalesce(record_deployment.health_checks, '[]'),
    coalesce(record_deployment.modules, '[]'), coalesce(record_deployment.migrations, '{}'), record_deployment.evidence_run_id,
    record_deployment.failure)
  returning * into deployment;
  return deployment;
end
$$;
revoke all on function ops.record_deployment from public;
grant execute on function ops.record_deployment to service_role;
comment on function ops.record_deployment is 'Records a deployment of a build to an environment of its project, or, given deployment_id instead of these, moves the
status of one: PENDING → RUNNING → SUCCEEDED or FAILED, steps may be left out. The trigger of the table holds the rules: one
that would succeed ends as FAILED where a check of its health failed, or none was made. What is left out stays as it is.';

create or replace function ops.record_follow_up(emergency_id uuid, follow_up text, recorded_by text default null)
returns ops.emergency_requests language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  emergency ops.emergency_requests;
  who uuid;
  said text := btrim(record_follow_up.follow_up);
begin
  perform ops.check_text('followUp', said, 5000);
  select * into emergency from ops.emergency_requests e where e.id = record_follow_up.emergency_id for update;
  if emergency.id is null then
    perform ops.refuse('TP404', format('There is no emergency %s', record_follow_up.emergency_id), '{"argument": "emergencyId"}');
  end if;
  who := ops.member_named(emergency.project_id, record_follow_up.recorded_by, 'recordedBy');
  if emergency.deployed_at is null then
    perform ops.refuse('TP409', 'Nothing was deployed by this emergency: there is nothing to follow up');
  elsif emergency.followed_up_at is not null then
    if (emergency.follow_up, emergency.followed_up_by) is not distinct from (said, who) then
      return emergency;
    end if;
    perform ops.refuse('TP409', 'The follow-up of this emergency is recorded, and does not change');
  end if;
  update ops.emergency_requests e set follow_up = said, followed_up_by = who, followed_up_at = clock_timestamp()
  where e.id = emergency.id returning * into emergency;
  perform ops.note_emergency(emergency, 'emergency.followed_up', jsonb_build_object('followUp', said, 'by', who,
    'isLate', emergency.followed_up_at > emergency.follow_up_due_at), 'SUCCEEDED');
  return emergency;
end
$$;
revoke all on function ops.record_follow_up from public;
grant execute on function ops.record_follow_up to service_role;
comment on function ops.record_follow_up is 'Records what was done after an emergency, once: what went wrong, and how the change came to main. The time in which it is due
begins with the deployment; a late one is taken too, and lets further emergencies through again.';

create or replace function ops.request_approval(
  subject text, subject_id text, reason text, environment text default null, project_id uuid default null,
  requested_by text default null, idempotency_key text default null
) returns ops.approvals language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  wanted ops.approvals;
  approval ops.approvals;
begin
  perform ops.check_text('subject', request_approval.subject);
  perform ops.check_text('subjectId', request_approval.subject_id);
  perform ops.check_text('reason', request_approval.reason, 2000);
  if request_approval.subject !~ '^[a-z]+(_[a-z]+)*$' then
    perform ops.refuse('TP400', 'A subject is a word such as deployment', '{"argument": "subject"}');
  end if;
  if request_approval.subject = 'emergency_deployment' then
    perform ops.refuse('TP400', 'The approvals of an emergency begin with it: ask for it by requestEmergency', '{"argument": "subject"}');
  end if;
  if request_approval.requested_by is not null then
    perform ops.check_text('requestedBy', ops.identity(request_approval.requested_by));
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
    insert into ops.approvals (subject, subject_id, project_id, environment_id, requested_by, reason, idempotency_key,
      sub, act, client_id)
    values (wanted.subject, wanted.subject_id, wanted.project_id, wanted.environment_id,
      coalesce(request_approval.requested_by, ops.requester(null)), request_approval.reason, request_approval.idempotency_key,
      who.sub, who.act, who.client_id)
    returning * into approval;
  end if;
  return approval;
end
$$;

create or replace function ops.request_emergency(build_id uuid, reason text, requested_by text default null)
returns ops.emergency_requests language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  rules constant jsonb := ops.promotion_rules() -> 'emergency';
  build ops.builds;
  asking uuid;
  overdue uuid;
  emergency ops.emergency_requests;
  run ops.runs;
begin
  perform ops.check_text('reason', btrim(request_emergency.reason), 2000);
  select * into build from ops.builds b where b.id = request_emergency.build_id;
  if build.id is null then
    perform ops.refuse('TP404', format('There is no build %s', request_emergency.build_id));
  end if;
  asking := ops.member_named(build.project_id, request_emergency.requested_by, 'requestedBy');
  if not exists (select from jsonb_array_elements_text(rules -> 'branches') p where ops.is_branch_of(build.branch, p)) then
    perform ops.refuse('TP409', format('The build is from %s: in an emergency only %s go to PRODUCTION', build.branch,
      (select string_agg(p, ', ') from jsonb_array_elements_text(rules -> 'branches') p)), jsonb_build_object('missing', '["MAIN"]'::jsonb));
  end if;
  perform pg_advisory_xact_lock(hashtextextended(build.project_id::text, 9));
  overdue := ops.overdue_emergency(build.project_id);
  if overdue is not null then
    perform ops.refuse('TP409', format('The follow-up of emergency %s is overdue: record it, then ask for another', overdue),
      jsonb_build_object('missing', '["FOLLOW_UP"]'::jsonb, 'emergencyId', overdue));
  end if;
  select r.* into emergency from ops.emergency_requests r join ops.emergencies e on e.id = r.id
  where r.build_id = build.id and e.status in ('REQUESTED', 'APPROVED');
  if emergency.id is not null then
    return emergency;
  end if;
  for emergency in
    select e.* from ops.emergency_requests e join ops.runs r on r.id = e.run_id
    where e.project_id = build.project_id and e.deployed_at is null and e.lapses_at < clock_timestamp() and r.status = 'RUNNING'
  loop
    perform ops.note_emergency(emergency, 'emergency.lapsed', '{}', 'FAILED', 'LAPSED');
  end loop;
  emergency := null;
  emergency.id := gen_random_uuid();
  run := ops.open_emergency_run(build.project_id, emergency.id, asking);
  insert into ops.emergency_requests (id, project_id, build_id, environment_id, requested_by, reason, run_id, lapses_at)
  values (emergency.id, build.project_id, build.id, ops.environment_of(build.project_id, 'PRODUCTION'), asking,
    btrim(request_emergency.reason), run.id, clock_timestamp() + make_interval(hours => (rules ->> 'hours')::int))
  returning * into emergency;
  insert into ops.approvals (subject, subject_id, project_id, environment_id, requested_by, reason, sub, act, client_id)
  select 'emergency_deployment', emergency.id || '/' || n, emergency.project_id, emergency.environment_id, asking::text,
    emergency.reason, emergency.sub, emergency.act, emergency.client_id
  from generate_series(1, (rules ->> 'approvers')::int) n;
  perform ops.note_emergency(emergency, 'emergency.requested', jsonb_build_object('buildId', build.id, 'gitSha', build.git_sha,
    'branch', build.branch, 'requestedBy', asking, 'reason', emergency.reason, 'lapsesAt', emergency.lapses_at));
  return emergency;
end
$$;
revoke all on function ops.request_emergency from public;
grant execute on function ops.request_emergency to service_role;
comment on function ops.request_emergency is 'Asks for a way to production without staging: a member of the project says why, and two others decide the two approvals that it
begins. It lapses within hours. While one for the same build is undecided or unused, that is the answer.';

create or replace function ops.rollback_deployment(
  deployment_id uuid, reason text, idempotency_key text default null, emergency_id uuid default null
) returns ops.deployments language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  wrong ops.deployments;
  build ops.builds;
  deployment ops.deployments;
  newer uuid;
begin
  perform ops.check_text('reason', btrim(rollback_deployment.reason), 2000);
  select * into wrong from ops.deployments d where d.id = rollback_deployment.deployment_id;
  if wrong.id is null then
    perform ops.refuse('TP404', format('There is no deployment %s', rollback_deployment.deployment_id));
  end if;
  -- One at a time: the second finds what the first recorded.
  perform pg_advisory_xact_lock(hashtextextended(wrong.environment_id::text, 8));
  if rollback_deployment.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', rollback_deployment.idempotency_key);
    select * into deployment from ops.deployments d
    where d.project_id = wrong.project_id and d.idempotency_key = rollback_deployment.idempotency_key;
    if deployment.rolls_back_id = wrong.id then
      return deployment;
    elsif deployment.id is not null then
      perform ops.refuse('TP422', format('Deployment %s has this idempotencyKey and is another: use a new key', deployment.id),
        jsonb_build_object('deploymentId', deployment.id));
    end if;
  end if;
  if wrong.status not in ('SUCCEEDED', 'FAILED') then
    perform ops.refuse('TP409', format('The deployment is %s: end it, then roll it back', wrong.status),
      jsonb_build_object('status', wrong.status));
  end if;
  select d.id into newer from ops.deployments d
  where d.environment_id = wrong.environment_id and (d.created_at, d.id) > (wrong.created_at, wrong.id)
    and d.status <> 'FAILED'
  order by d.created_at desc, d.id desc limit 1;
  if newer is not null then
    perform ops.refuse('TP409', format('Deployment %s is newer in this environment: roll that one back', newer),
      jsonb_build_object('deploymentId', newer));
  end if;
  select b.* into build from ops.deployments d join ops.builds b on b.id = d.build_id
  where d.environment_id = wrong.environment_id and d.status = 'SUCCEEDED' and d.id <> wrong.id
    and (wrong.status = 'FAILED' or d.build_id <> wrong.build_id)
    and not exists (select from ops.deployments r where r.rolls_back_id = d.id and r.status = 'SUCCEEDED')
  order by d.finished_at desc, d.created_at desc, d.id desc limit 1;
  if build.id is null then
    perform ops.refuse('TP409', 'No other build succeeded in this environment before: there is nothing to roll back to');
  end if;
  insert into ops.deployments (project_id, build_id, environment_id, status, recorded_by, idempotency_key, emergency_id,
    rolls_back_id, reason)
  values (wrong.project_id, build.id, wrong.environment_id, 'PENDING', ops.caller(), rollback_deployment.idempotency_key,
    rollback_deployment.emergency_id, wrong.id, btrim(rollback_deployment.reason))
  returning * into deployment;
  return deployment;
end
$$;
revoke all on function ops.rollback_deployment from public;
grant execute on function ops.rollback_deployment to service_role;
comment on function ops.rollback_deployment is 'Records the reverse of a deployment: of the build that succeeded in its environment before, and that was not rolled back itself.
It begins as PENDING, goes by the rules of every deployment, and is recorded on by record_deployment.';

create or replace function ops.branch_environment(branch text) returns text
language sql immutable set search_path = '' as $$
  select r.rule ->> 'environment'
  from jsonb_array_elements(ops.promotion_rules() -> 'branches') with ordinality r (rule, place)
  where ops.is_branch_of(branch_environment.branch, r.rule ->> 'pattern')
  order by r.place limit 1
$$;
revoke all on function ops.branch_environment from public;
comment on function ops.branch_environment is 'The environment that builds of a branch go to: PULL_REQUEST, STAGING or PRODUCTION; null of a branch that has none.';

create or replace function ops.came_back(build ops.builds) returns boolean
language sql stable set search_path = '' as $$
  select coalesce((
    select ops.branch_environment(b.branch) = 'PRODUCTION'
    from ops.builds b
    where b.project_id = build.project_id and b.git_sha = build.git_sha
      and ops.branch_environment(b.branch) in ('STAGING', 'PRODUCTION')
    order by b.created_at, b.id limit 1), false)
$$;
revoke all on function ops.came_back from public;
comment on function ops.came_back is 'Whether the commit of a build was built from production before main had it: nothing leads from production back to main.';

create or replace function ops.ran_in_staging(build ops.builds) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from ops.deployments d
    join ops.environments e on e.id = d.environment_id
    join ops.builds b on b.id = d.build_id
    where d.project_id = build.project_id and e.name = 'STAGING' and d.status = 'SUCCEEDED'
      and (b.id = build.id or ops.branch_environment(build.branch) = 'PRODUCTION' and ops.branch_environment(b.branch) = 'STAGING'
        and (b.git_sha, b.lock_hashes) = (build.git_sha, build.lock_hashes)))
$$;
revoke all on function ops.ran_in_staging from public;
comment on function ops.ran_in_staging is 'Whether a build may follow what ran in STAGING: the very build of main, or, built from production, one of the same commit
with the same lock files.';
