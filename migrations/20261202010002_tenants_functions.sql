-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.add_run(wanted ops.runs) returns table (run_id uuid, created boolean)
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  -- The tenant of its project, of the token that enqueues it, or of the run that it does again.
  tenant constant text := coalesce((select p.tenant_id from ops.projects p where p.id = wanted.project_id),
    ops.tenant(), wanted.tenant_id, '');
  instant timestamptz;
  new_id uuid := gen_random_uuid();
  start bytea := ops.chain_start(new_id);
  keys text[] := coalesce(wanted.ordering_keys, '{}');
  note jsonb := jsonb_strip_nulls(jsonb_build_object('by', ops.caller(),
    'requestedBy', nullif(wanted.requested_by, ops.caller()), 'retryOf', wanted.retry_of));
  earlier ops.runs;
begin
  perform ops.check_text('agent', wanted.agent);
  perform ops.check_text('kind', wanted.kind);
  perform ops.check_json('input', wanted.input);
  perform ops.check_number('priority', wanted.priority, -1000, 1000);
  perform ops.check_number('maxAttempts', wanted.max_attempts, 1, 100);
  if wanted.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', wanted.idempotency_key);
  end if;
  wanted.warning := ops.check_work(wanted.agent, wanted.kind);
  wanted.input_digest := sha256(convert_to(coalesce(wanted.input::text, ''), 'UTF8'));
  perform ops.ensure_event_partitions();
  if keys <> '{}' then
    perform ops.lock_lines(wanted.agent, keys);
  end if;
  instant := clock_timestamp();
  -- Once more where the earlier run left between the two statements.
  loop
    insert into ops.runs (id, agent, kind, input, idempotency_key, input_digest, priority, run_at, max_attempts,
      ordering_keys, lines_ahead, requested_by, schedule_id, due_at, retry_of, project_id, warning, created_at, updated_at, last_seq, last_hash,
      sub, act, client_id, tenant_id)
    values (new_id, wanted.agent, wanted.kind, wanted.input, wanted.idempotency_key, wanted.input_digest, wanted.priority,
      coalesce(wanted.run_at, instant), wanted.max_attempts, keys,
      (select count(distinct p.ordering_key) from ops.run_places p
       where p.agent = wanted.agent and p.ordering_key = any (keys)),
      wanted.requested_by, wanted.schedule_id, wanted.due_at, wanted.retry_of, wanted.project_id, wanted.warning, instant, instant, 1,
      ops.event_hash(new_id, 1, 'run.enqueued', note, instant, start, who.sub, who.act, who.client_id),
      who.sub, who.act, who.client_id, tenant)
    on conflict (agent, kind, idempotency_key, tenant_id) where idempotency_key is not null do nothing;
    if found then
      insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id, tenant_id)
      values (new_id, 1, 'run.enqueued', note, instant, start, who.sub, who.act, who.client_id, tenant);
      if keys <> '{}' then
        insert into ops.run_places (agent, ordering_key, place, run_id, tenant_id)
        select wanted.agent, key, p.place, new_id, tenant
        from (select nextval('ops.run_place') as place) p, unnest(keys) key;
      end if;
      return query select new_id, true;
      return;
    end if;
    select r.* into earlier from ops.runs r
    where r.agent = wanted.agent and r.kind = wanted.kind and r.idempotency_key = wanted.idempotency_key and r.tenant_id = tenant;
    exit when found;
  end loop;
  if keys <> '{}' then
    perform ops.drop_empty_lines(wanted.agent, keys);
  end if;
  if earlier.input_digest is distinct from wanted.input_digest then
    perform ops.refuse('TP422',
      format('Run %s has this idempotencyKey and another input: use a new key', earlier.id),
      jsonb_build_object('runId', earlier.id));
  end if;
  return query select earlier.id, false;
end
$$;

create or replace function ops.admit_pull_requests(per_project int, overall int, but uuid default null)
returns setof ops.pull_request_environments language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  environment ops.pull_request_environments;
  tenant text := ops.tenant();
  held int;
begin
  perform ops.check_number('perProject', admit_pull_requests.per_project, 0, 10000);
  perform ops.check_number('overall', admit_pull_requests.overall, 0, 10000);
  perform ops.lock_pull_requests();
  for environment in
    select * from ops.pull_request_environments e where e.state = 'WAITING' and (tenant is null or e.tenant_id = tenant) order by e.asked_at, e.id
  loop
    select count(*) into held from ops.pull_request_environments e where e.state not in ('WAITING', 'CLOSED');
    if held >= admit_pull_requests.overall then
      update ops.pull_request_environments e set last_error = format('It waits: %s of %s places of all projects are taken', held, admit_pull_requests.overall)
      where e.state = 'WAITING' and (tenant is null or e.tenant_id = tenant);
      return;
    end if;
    select count(*) into held from ops.pull_request_environments e
    where e.project_id = environment.project_id and e.state not in ('WAITING', 'CLOSED');
    if held >= admit_pull_requests.per_project then
      update ops.pull_request_environments e set last_error = format('It waits: %s of %s places of its project are taken', held, admit_pull_requests.per_project)
      where e.id = environment.id;
      continue;
    end if;
    update ops.pull_request_environments e set state = 'OPENING', opening_at = clock_timestamp(), last_error = null, updated_at = clock_timestamp()
    where e.id = environment.id returning * into environment;
    if environment.id is distinct from admit_pull_requests.but then
      perform ops.add_environment_run(environment, 'environment.open', 'place:' || environment.id);
    end if;
    return next environment;
  end loop;
end
$$;

create or replace function ops.carry_run_tenant() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Where there is no such run, the foreign key says so.
  new.tenant_id := coalesce((select r.tenant_id from ops.runs r where r.id = new.run_id), '');
  return new;
end
$$;
revoke all on function ops.carry_run_tenant from public;
comment on function ops.carry_run_tenant is 'Carries the tenant of a run to what is below it, whatever is given.';

create or replace function ops.carry_tenant() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  mine text := ops.tenant();
begin
  if new.project_id is not null then
    -- Where there is no such project, the foreign key says so.
    new.tenant_id := coalesce((select p.tenant_id from ops.projects p where p.id = new.project_id), '');
  elsif tg_op = 'UPDATE' and old.project_id is null then
    new.tenant_id := old.tenant_id;
  else
    new.tenant_id := coalesce(mine, new.tenant_id);
  end if;
  -- Its id is not told: it may be one that nobody gave.
  if mine <> new.tenant_id or (tg_op = 'UPDATE' and mine <> old.tenant_id) then
    perform ops.refuse('TP404', 'There is no such project');
  end if;
  return new;
end
$$;
revoke all on function ops.carry_tenant from public;
comment on function ops.carry_tenant is 'Carries the tenant of a project to what is below it, whatever is given; what is of no project is of whose token made it. Who may
not see that tenant is refused. SECURITY DEFINER: nobody asks for the claims so.';

create or replace function ops.claim(
  agent text, worker text, kinds text[] default null, max_runs int default 1, lease_seconds int default 60
) returns setof ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  caller text := ops.caller_agent();
  tenant text := ops.tenant();
  instant timestamptz;
  claimed uuid[];
begin
  perform ops.check_text('agent', claim.agent);
  perform ops.check_text('worker', claim.worker);
  perform ops.check_number('maxRuns', claim.max_runs, 1, 500);
  perform ops.check_number('leaseSeconds', claim.lease_seconds, 5, 3600);
  if caller <> claim.agent then
    perform ops.refuse('TP403', format('%s may not claim runs of %s', caller, claim.agent));
  end if;
  perform ops.ensure_event_partitions();
  perform ops.requeue_lost_of(claim.agent, 100);
  instant := clock_timestamp();
  -- Ids first: a plan that joins on a limit it does not know would read all runs.
  claimed := array(
    select r.id from ops.runs r
    where r.agent = claim.agent and r.status = 'QUEUED' and r.leased_by is null and r.lines_ahead = 0 and r.run_at <= instant
      and (claim.kinds is null or r.kind = any (claim.kinds)) and (tenant is null or r.tenant_id = tenant)
    order by r.claim_rank, r.run_at, r.id limit claim.max_runs
    for no key update skip locked);
  if claimed = '{}' then
    return;
  end if;
  return query
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id, tenant_id)
    select r.id, r.last_seq + 1, 'run.claimed', jsonb_build_object('worker', claim.worker, 'attempt', r.attempt + 1),
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)), who.sub, who.act, who.client_id, r.tenant_id
    from ops.runs r where r.id = any (claimed)
    returning run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id
  ), changed as (
    update ops.runs r set
      attempt = r.attempt + 1, fence = r.fence + 1, leased_by = claim.worker, warning = null,
      leased_until = instant + make_interval(secs => claim.lease_seconds), updated_at = e.created_at,
      last_seq = e.seq, last_hash = ops.event_hash(
      e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id)
    from event e where r.id = e.run_id
    returning r.*
  )
  select * from changed c order by c.claim_rank, c.run_at, c.id;
end
$$;

create or replace function ops.decide_approval(approval_id uuid, decision text, comment text default null, decided_by text default null)
returns ops.approvals language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  approval ops.approvals;
  decider text := ops.person_of(decide_approval.decided_by);
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
    if decider is not null and not ops.is_same_identity(decider, ops.caller()) then
      perform ops.refuse('TP403', 'A user decides in his own name: leave decidedBy out');
    end if;
    decider := ops.caller();
    select r.may_approve into may_approve
    from ops.project_members m join ops.roles r on r.id = m.role_id
    where m.project_id = approval.project_id and m.user_id = work.user_id()
      and m.tenant_id = coalesce(ops.tenant(), m.tenant_id);
  else
    may_approve := true;
    perform ops.check_text('decidedBy', decider);
  end if;
  -- A user learns nothing about a project that is not his.
  if approval.id is null or may_approve is null then
    perform ops.refuse('TP404', format('There is no approval %s', decide_approval.approval_id));
  elsif not may_approve then
    perform ops.refuse('TP403', 'Your role in the project may not decide approvals: ask a release manager');
  elsif ops.is_same_identity(decider, ops.person_of(approval.requested_by)) then
    perform ops.refuse('TP403', 'Who requested an approval does not decide it: ask somebody else');
  end if;
  if approval.status = decide_approval.decision and ops.is_same_identity(approval.decided_by, decider) then
    return approval;
  end if;
  -- The trigger refuses what was decided already.
  update ops.approvals a set
    status = decide_approval.decision, decided_by = decider, decided_at = clock_timestamp(), comment = decide_approval.comment
  where a.id = approval.id returning * into approval;
  return approval;
end
$$;

create or replace function ops.delete_schedule(schedule_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  delete from ops.schedules s
  where s.id = delete_schedule.schedule_id and s.tenant_id = coalesce(ops.tenant(), s.tenant_id);
  if not found then
    perform ops.refuse('TP404', format('There is no schedule %s', delete_schedule.schedule_id));
  end if;
  return delete_schedule.schedule_id;
end
$$;

create or replace function ops.drive_pull_requests(down uuid[], per_project int, overall int)
returns setof ops.pull_request_environments language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  environment ops.pull_request_environments;
  tenant text := ops.tenant();
begin
  perform ops.lock_pull_requests();
  update ops.pull_request_environments e set state = 'OPENING', ready_sha = null, updated_at = clock_timestamp()
  where e.id = any (drive_pull_requests.down) and e.state = 'READY' and (tenant is null or e.tenant_id = tenant);
  for environment in
    select * from ops.pull_request_environments e
    where e.state in ('OPENING', 'CLOSING') and (tenant is null or e.tenant_id = tenant)
      and not exists (select from ops.run_places p where p.agent = 'delivery-agent' and p.ordering_key = 'environment:' || e.id)
    order by e.asked_at, e.id
  loop
    perform ops.add_environment_run(environment, case environment.state when 'CLOSING' then 'environment.close' else 'environment.open' end,
      'drive:' || gen_random_uuid());
    return next environment;
  end loop;
  return query select * from ops.admit_pull_requests(drive_pull_requests.per_project, drive_pull_requests.overall);
end
$$;

create or replace function ops.enqueue(
  agent text, kind text, input jsonb default null, idempotency_key text default null,
  priority int default 0, run_at timestamptz default null, max_attempts int default 5, ordering_key text default null,
  requested_by text default null, project_id uuid default null
) returns table (run_id uuid, created boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  caller text := ops.caller_agent();
  wanted ops.runs;
begin
  wanted.agent := enqueue.agent;
  wanted.kind := enqueue.kind;
  wanted.input := enqueue.input;
  wanted.idempotency_key := enqueue.idempotency_key;
  wanted.priority := enqueue.priority;
  wanted.run_at := enqueue.run_at;
  wanted.max_attempts := enqueue.max_attempts;
  wanted.requested_by := ops.requester(enqueue.requested_by);
  wanted.project_id := enqueue.project_id;
  wanted.ordering_keys := ops.default_ordering_keys(enqueue.kind, enqueue.input);
  if enqueue.ordering_key is not null then
    perform ops.check_text('orderingKey', enqueue.ordering_key);
    wanted.ordering_keys := array[enqueue.ordering_key];
  end if;
  if caller is not null and enqueue.idempotency_key is null then
    perform ops.refuse('TP400', 'An agent must give an idempotencyKey');
  elsif caller <> enqueue.agent then
    perform ops.refuse('TP403', format('%s may not enqueue for %s', caller, enqueue.agent));
  end if;
  if enqueue.project_id is not null and not exists (
    select from ops.projects p where p.id = enqueue.project_id and p.tenant_id = coalesce(ops.tenant(), p.tenant_id)
  ) then
    perform ops.refuse('TP404', format('There is no project %s', enqueue.project_id), '{"argument": "projectId"}');
  end if;
  return query select a.run_id, a.created from ops.add_run(wanted) a;
end
$$;

create or replace function ops.finish_runs(ends jsonb) returns table (run_id uuid, state text, message text)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  caller text := ops.caller_agent();
  tenant text := ops.tenant();
  ids uuid[] := array(select e."runId" from jsonb_to_recordset(finish_runs.ends) e ("runId" uuid));
  fences int[] := array(select e.fence from jsonb_to_recordset(finish_runs.ends) e (fence int));
  instant timestamptz;
  plain uuid[];
  other record;
begin
  perform ops.check_batch(ids, fences);
  if ids = '{}' then
    return;
  end if;
  perform ops.ensure_event_partitions();
  -- The lines of all before the first run, and the runs in one order: two batches never wait in a circle.
  perform ops.lock_lines(d.agent, d.keys) from (
    select r.agent, array_agg(key) as keys from ops.runs r, unnest(r.ordering_keys) key
    where r.id = any (ids) and not ops.is_ended(r.status)
    group by r.agent order by r.agent) d;
  plain := array(
    select l.id from (
      select r.id, e.outcome = 'SUCCEEDED' and coalesce(octet_length(e.output::text), 0) <= 262144
        and r.status = 'RUNNING' and r.leased_by is not null and r.fence = e.fence and r.cancel_requested_at is null
        and (caller is null or r.agent = caller) and (tenant is null or r.tenant_id = tenant) as is_plain
      from jsonb_to_recordset(finish_runs.ends) e ("runId" uuid, fence int, outcome text, output jsonb)
      join ops.runs r on r.id = e."runId"
      order by r.id for no key update of r) l
    where l.is_plain);
  instant := clock_timestamp();
  return query
  with event as (
    insert into ops.run_events (run_id, seq, type, created_at, prev_hash, sub, act, client_id, tenant_id)
    select r.id, r.last_seq + 1, 'run.succeeded', greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)),
      who.sub, who.act, who.client_id, r.tenant_id
    from ops.runs r where r.id = any (plain)
    returning run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id
  )
  update ops.runs r set
    status = 'SUCCEEDED', output = said.output, finished_at = e.created_at, updated_at = e.created_at,
    leased_by = null, leased_until = null, error_code = null, error_message = null,
    last_seq = e.seq, last_hash = ops.event_hash(
      e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id)
  from event e join jsonb_to_recordset(finish_runs.ends) said ("runId" uuid, output jsonb) on said."runId" = e.run_id
  where r.id = e.run_id
  returning r.id, null::text, null::text;
  if cardinality(plain) = cardinality(ids) then
    return;
  end if;
  -- The function for one run decides about the rest: a failure, a cancel, said again, over, another's, not there.
  for other in
    select e.* from jsonb_to_recordset(finish_runs.ends) e ("runId" uuid, fence int, outcome text, output jsonb,
      "errorCode" text, "errorMessage" text, retryable boolean, "retryAfterSeconds" int)
    where e."runId" <> all (plain)
  loop
    begin
      perform ops.mark_finished(other."runId", other.fence, other.outcome, other.output, other."errorCode",
        other."errorMessage", coalesce(other.retryable, true), other."retryAfterSeconds");
      return query select other."runId", null::text, null::text;
    exception when sqlstate 'TP400' or sqlstate 'TP403' or sqlstate 'TP404' or sqlstate 'TP409' then
      return query select other."runId", sqlstate::text, sqlerrm::text;
    end;
  end loop;
end
$$;

create or replace function ops.give_back_runs(run_ids uuid[], fences int[]) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  caller text := ops.caller_agent();
  tenant text := ops.tenant();
  instant timestamptz;
  held uuid[];
begin
  perform ops.check_batch(give_back_runs.run_ids, give_back_runs.fences);
  perform ops.ensure_event_partitions();
  held := array(
    select l.id from (
      select r.id, r.status = 'QUEUED' and r.leased_by is not null and r.fence = t.fence
        and (caller is null or r.agent = caller) and (tenant is null or r.tenant_id = tenant) as is_held
      from unnest(give_back_runs.run_ids, give_back_runs.fences) t (id, fence) join ops.runs r on r.id = t.id
      order by r.id for no key update of r) l
    where l.is_held);
  -- Once they are locked: what was said before is seen then.
  held := array(select r.id from ops.runs r where r.id = any (held) and ops.is_unbegun(r));
  instant := clock_timestamp();
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id, tenant_id)
    select r.id, r.last_seq + 1, 'run.given_back', jsonb_build_object('worker', r.leased_by, 'attempt', r.attempt),
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)), who.sub, who.act, who.client_id, r.tenant_id
    from ops.runs r where r.id = any (held)
    returning run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id
  )
  update ops.runs r set
    leased_by = null, leased_until = null, fence = r.fence + 1, attempt = r.attempt - 1, updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(
      e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id)
  from event e where r.id = e.run_id;
  return cardinality(held);
end
$$;

drop function ops.hear_pull_request(text,text,text,text,integer,text,text,text,text,text,integer,integer);
create or replace function ops.hear_pull_request(
  key text, wanted text, project text, repository text, number int, branch text, head_sha text, name text, domain text, driver text,
  per_project int, overall int, tenant text default null
) returns table (environment_id uuid, run_id uuid, state text, heard boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  owners ops.projects[];
  owner_id uuid;
  environment ops.pull_request_environments;
  was text;
begin
  perform ops.check_text('key', hear_pull_request.key);
  perform ops.check_number('number', hear_pull_request.number, 1, 999999999);
  if coalesce(hear_pull_request.wanted, '') not in ('OPEN', 'CLOSED') then
    perform ops.refuse('TP400', 'A pull request wants OPEN or CLOSED', '{"argument": "wanted"}');
  end if;
  owners := array(select p from ops.projects p where p.slug = hear_pull_request.project
    and p.tenant_id = coalesce(hear_pull_request.tenant, p.tenant_id) and p.tenant_id = coalesce(ops.tenant(), p.tenant_id));
  if owners = '{}' then
    perform ops.refuse('TP404', format('There is no project %s', hear_pull_request.project), '{"argument": "project"}');
  elsif cardinality(owners) > 1 then
    perform ops.refuse('TP400', format('Several tenants have a project %s: say whose it is', hear_pull_request.project),
      '{"argument": "tenant"}');
  end if;
  owner_id := owners[1].id;
  perform ops.lock_pull_requests();
  select (r.input ->> 'environmentId')::uuid, r.id into hear_pull_request.environment_id, hear_pull_request.run_id
  from ops.runs r
  where r.agent = 'delivery-agent' and r.kind in ('environment.open', 'environment.close') and r.idempotency_key = hear_pull_request.key
    and r.tenant_id = owners[1].tenant_id;
  if hear_pull_request.run_id is not null then
    heard := false;
    select e.state into hear_pull_request.state from ops.pull_request_environments e where e.id = hear_pull_request.environment_id;
    return next;
    return;
  end if;
  select * into environment from ops.pull_request_environments e
  where e.project_id = owner_id and e.number = hear_pull_request.number and e.state <> 'CLOSED';
  was := environment.state;
  if hear_pull_request.wanted = 'OPEN' then
    environment := ops.want_environment(environment, owner_id, hear_pull_request.repository, hear_pull_request.number,
      hear_pull_request.branch, hear_pull_request.head_sha, hear_pull_request.name, hear_pull_request.domain, hear_pull_request.driver);
    perform ops.admit_pull_requests(hear_pull_request.per_project, hear_pull_request.overall, environment.id);
    select e.state into environment.state from ops.pull_request_environments e where e.id = environment.id;
    if environment.state <> 'CLOSING' then
      hear_pull_request.run_id := ops.add_environment_run(environment, 'environment.open', hear_pull_request.key);
    end if;
  elsif was in ('OPENING', 'READY', 'FAILED') then
    update ops.pull_request_environments e set state = 'CLOSING', close_asked_at = clock_timestamp(), updated_at = clock_timestamp()
    where e.id = environment.id returning * into environment;
    hear_pull_request.run_id := ops.add_environment_run(environment, 'environment.close', hear_pull_request.key);
  elsif was = 'WAITING' then
    -- Nothing was made of it.
    update ops.pull_request_environments e set state = 'CLOSED', close_asked_at = clock_timestamp(), closed_at = clock_timestamp(),
      updated_at = clock_timestamp()
    where e.id = environment.id returning * into environment;
  end if;
  environment_id := environment.id;
  state := environment.state;
  heard := true;
  return next;
end
$$;
revoke all on function ops.hear_pull_request from public;
grant execute on function ops.hear_pull_request to service_role, agent_delivery_agent;
comment on function ops.hear_pull_request is 'Takes what was heard of a pull request, once for each key: that it wants an environment (`OPEN`), or none (`CLOSED`), with the run that sees to
it. Where several tenants have a project of the slug, the tenant is said too. An environment that is there takes the newer commit. One that is being closed is not opened: reconciling opens it once it is gone.';

create or replace function ops.keep_tenants_apart(by_row text[]) returns void
language plpgsql set search_path = '' as $body$
declare
  kept record;
  old record;
  -- So written that the statement asks once, and Supabase's advisor sees it.
  asked constant text := $$(select %s from (select current_setting('request.jwt.claims', true) as claims) c)$$;
  tenant constant text := $$nullif(c.claims, '')::jsonb #>> '{app_metadata,client_id}'$$;
  everyone constant text := format(asked, format($$coalesce(nullif(c.claims, '')::jsonb ->> 'sub', %s) is null$$, tenant));
  of_tenant constant text := format($$tenant_id = %s$$, format(asked, format($$coalesce(%s, '')$$, tenant)));
begin
  for kept in
    select t.oid::regclass as "table",
      array_agg(r.rolname::text) filter (where r.rolname not like 'agent\_%') as users,
      array_agg(r.rolname::text) filter (where r.rolname like 'agent\_%' and r.rolname = any (by_row)) as bound,
      array_agg(r.rolname::text) filter (where r.rolname like 'agent\_%' and r.rolname <> all (by_row)) as free
    from pg_catalog.pg_class t
    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id' and not a.attisdropped
    left join lateral (
      select r.oid, r.rolname from pg_catalog.aclexplode(t.relacl) g join pg_catalog.pg_roles r on r.oid = g.grantee
      where g.privilege_type = 'SELECT' and g.grantee <> t.relowner and r.rolname <> 'service_role' and exists (
        select from pg_catalog.pg_policy p
        where p.polrelid = t.oid and p.polpermissive and p.polcmd in ('r', '*') and p.polroles && array[r.oid, 0::oid]
          and pg_catalog.pg_get_expr(p.polqual, p.polrelid) !~ '^(?!.*\mOR\M).*\mmy_project_ids\(')
    ) r on true
    where t.relnamespace = 'ops'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
    group by t.oid
  loop
    for old in
      select p.polname from pg_catalog.pg_policy p
      where p.polrelid = kept."table" and p.polname in ('tenant_only', 'agent_tenant_only', 'no_tenant_only')
    loop
      execute format('drop policy %I on %s', old.polname, kept."table");
    end loop;
    perform ops.restrict_rows(kept."table", 'tenant_only', of_tenant, kept.users);
    perform ops.restrict_rows(kept."table", 'agent_tenant_only', everyone || ' or ' || of_tenant, kept.bound);
    perform ops.restrict_rows(kept."table", 'no_tenant_only', everyone, kept.free);
  end loop;
end
$body$;
revoke all on function ops.keep_tenants_apart from public;
comment on function ops.keep_tenants_apart is 'Keeps tenants apart on each table with a column tenant_id, by policies on top of those that show more than a user''s own projects,
which are of its tenant already. Users, and the roles in by_row, are shown the rows of the tenant of the token. Other agents see every
tenant, and nothing by a token that names one: a condition on no column costs no time a row. The service sees all. The policies
ask as ops.tenant() does, so that a role needs no right of its own. `tripoint doctrine --grants` calls it.';

create or replace function ops.lock_run(run_id uuid) returns ops.runs
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  caller text := ops.caller_agent();
  tenant text := ops.tenant();
begin
  perform ops.ensure_event_partitions();
  select r.* into run from ops.runs r where r.id = lock_run.run_id for no key update;
  -- Who may not see a tenant is told nothing of its runs.
  if run.id is null or run.tenant_id <> tenant then
    perform ops.refuse('TP404', format('There is no run %s', coalesce(lock_run.run_id::text, 'without an id')));
  end if;
  if caller <> run.agent then
    perform ops.refuse('TP403', format('Run %s belongs to %s, not to %s', run.id, run.agent, caller));
  end if;
  run.updated_at := greatest(clock_timestamp(), run.updated_at);
  return run;
end
$$;

create or replace function ops.note_pages() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into ops.run_pages (run_id, page_id, seq, created_at, tenant_id)
  select new.run_id, said.id::uuid, new.seq, new.created_at, new.tenant_id
  from (
    select new.payload ->> 'pageId' as id
    union
    select value from jsonb_array_elements_text(
      case when jsonb_typeof(new.payload -> 'pageIds') = 'array' then new.payload -> 'pageIds' else '[]' end) value
  ) said
  where said.id ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'
  on conflict (run_id, page_id) do nothing;
  return null;
end
$$;

create or replace function ops.note_write(
  field text, operation text, affected jsonb, run_id uuid default null, confirmation uuid default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  event_id constant uuid := gen_random_uuid();
begin
  if note_write.run_id is not null then
    perform ops.ensure_event_partitions();
    select r.* into run from ops.runs r
    where r.id = note_write.run_id and r.agent = ops.caller_agent() and not ops.is_ended(r.status)
      and r.tenant_id = coalesce(ops.tenant(), r.tenant_id)
    for no key update;
  end if;
  if run.id is null then
    run := ops.open_journal();
  end if;
  run.updated_at := greatest(clock_timestamp(), run.updated_at);
  run := ops.save_run(run, 'run.wrote', jsonb_strip_nulls(jsonb_build_object(
    'mutation', note_write.field, 'operation', note_write.operation, 'confirmation', note_write.confirmation,
    'runId', nullif(note_write.run_id, run.id), 'rows', jsonb_array_length(note_write.affected),
    'affected', jsonb_path_query_array(note_write.affected, '$[0 to 999]'))), event_id);
  if note_write.confirmation is not null then
    update tripoint.confirmations c set event_run_id = run.id, event_seq = run.last_seq where c.id = note_write.confirmation;
  end if;
  return jsonb_build_object('runId', run.id, 'eventId', event_id, 'seq', run.last_seq);
end
$$;

create or replace function ops.open_journal() returns ops.runs
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  tenant constant text := coalesce(ops.tenant(), '');
  instant timestamptz := clock_timestamp();
  name constant text := concat_ws('/', to_char(instant at time zone 'UTC', 'YYYY-MM-DD'),
    coalesce(who.act, 'nobody'), coalesce(who.sub::text, 'nobody'), coalesce(md5(who.client_id), 'nobody'));
  journal ops.runs;
begin
  perform ops.ensure_event_partitions();
  -- Somebody may have ended one: the day goes on in another.
  for part in 1..1000 loop
    select r.* into journal from ops.runs r
    where r.agent = 'tripoint-gateway' and r.kind = 'agent.writes' and r.idempotency_key = name || '/' || part
      and r.tenant_id = tenant
    for no key update;
    exit when journal.id is not null and not ops.is_ended(journal.status);
    continue when journal.id is not null;
    perform ops.close_journals();
    insert into ops.runs as r (agent, kind, idempotency_key, input_digest, status, started_at, run_at, requested_by,
      created_at, updated_at, sub, act, client_id, tenant_id)
    values ('tripoint-gateway', 'agent.writes', name || '/' || part, sha256(''), 'RUNNING', instant, instant, ops.requester(null),
      instant, instant, who.sub, who.act, who.client_id, tenant)
    on conflict (agent, kind, idempotency_key, tenant_id) where idempotency_key is not null do nothing
    returning r.* into journal;
    exit when journal.id is not null;
    select r.* into journal from ops.runs r
    where r.agent = 'tripoint-gateway' and r.kind = 'agent.writes' and r.idempotency_key = name || '/' || part
      and r.tenant_id = tenant
    for no key update;
    exit when journal.id is not null and not ops.is_ended(journal.status);
  end loop;
  return journal;
end
$$;

create or replace function ops.pause_schedule(schedule_id uuid, paused boolean default true) returns ops.schedules
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  s ops.schedules;
begin
  select * into s from ops.schedules c
  where c.id = pause_schedule.schedule_id and c.tenant_id = coalesce(ops.tenant(), c.tenant_id) for update;
  if s.id is null then
    perform ops.refuse('TP404', format('There is no schedule %s', pause_schedule.schedule_id));
  end if;
  if pause_schedule.paused is null or s.paused = pause_schedule.paused then
    return s;
  end if;
  update ops.schedules u set
    paused = pause_schedule.paused,
    updated_at = now(),
    next_due_at = case when pause_schedule.paused then u.next_due_at
      else ops.next_due(u.minutes, u.hours, u.days, u.months, u.weekdays, u.time_zone, now(), u.both_days) end
  where u.id = s.id returning u.* into s;
  return s;
end
$$;

create or replace function ops.reconcile_odoo_projects(
  instance text, projects jsonb, asked_at timestamptz, after_id bigint default 0, until_id bigint default null,
  odoo_version text default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  given record;
  had ops.projects;
  difference text;
  differences jsonb := '[]';
begin
  perform ops.check_text('instance', reconcile_odoo_projects.instance);
  for given in
    select g.id, g.name, g."repoSlug" as repo_slug, 'odoo-' || g.id as slug
    from jsonb_to_recordset(reconcile_odoo_projects.projects) as g(id bigint, name text, "repoSlug" text) order by g.id
  loop
    select p.* into had from ops.projects p where p.slug = given.slug
    order by p.odoo_instance = reconcile_odoo_projects.instance desc nulls last, p.tenant_id limit 1;
    difference := case
      when had.id is null then 'made'
      when had.updated_at > reconcile_odoo_projects.asked_at then null
      when had.name <> given.name then 'renamed'
      when had.odoo_instance is distinct from reconcile_odoo_projects.instance or had.repo_slug is null
        or had.odoo_version is distinct from coalesce(reconcile_odoo_projects.odoo_version, had.odoo_version) then 'corrected'
    end;
    continue when difference is null;
    begin
      perform ops.upsert_project(slug => given.slug, name => given.name, repo_slug => given.repo_slug,
        odoo_instance => reconcile_odoo_projects.instance, odoo_version => reconcile_odoo_projects.odoo_version);
      differences := differences || jsonb_strip_nulls(jsonb_build_object('difference', difference, 'slug', given.slug,
        'name', given.name, 'was', case when difference = 'renamed' then had.name end));
    exception when sqlstate 'TP400' or sqlstate 'TP403' or sqlstate 'TP409' then
      differences := differences || jsonb_build_object('difference', 'refused', 'slug', given.slug, 'name', given.name, 'why', sqlerrm);
    end;
  end loop;
  return differences || coalesce((
    select jsonb_agg(jsonb_build_object('difference', 'orphaned', 'slug', p.slug, 'name', p.name) order by p.odoo_id)
    from (
      select o.*, case when o.slug ~ '^odoo-[0-9]{1,18}$' then substr(o.slug, 6)::bigint end as odoo_id
      from ops.projects o
      where o.odoo_instance = reconcile_odoo_projects.instance and o.updated_at <= reconcile_odoo_projects.asked_at
    ) p
    where p.odoo_id > reconcile_odoo_projects.after_id
      and (reconcile_odoo_projects.until_id is null or p.odoo_id <= reconcile_odoo_projects.until_id)
      and not exists (select from jsonb_to_recordset(reconcile_odoo_projects.projects) as g(id bigint) where g.id = p.odoo_id)
  ), '[]');
end
$$;

create or replace function ops.record_build(
  project_id uuid, git_sha text, branch text, image_digest text, lock_hashes jsonb, commit_message text default null,
  commit_author text default null, committed_at text default null, addons_path text[] default null, manifest_digest text default null
) returns ops.builds language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  build ops.builds;
  zone text := replace(substring(record_build.committed_at from '(Z|[+-][0-9]{2}:[0-9]{2})$'), 'Z', '+00:00');
  instant timestamptz;
begin
  if not exists (
    select from ops.projects p where p.id = record_build.project_id and p.tenant_id = coalesce(ops.tenant(), p.tenant_id)
  ) then
    perform ops.refuse('TP404', format('There is no project %s', record_build.project_id));
  end if;
  if coalesce(record_build.git_sha, '') !~ '^[0-9a-f]{40}$' then
    perform ops.refuse('TP400', 'A build needs its git SHA: 40 hexadecimal digits, small letters', '{"argument": "gitSha"}');
  elsif coalesce(record_build.branch, '') = '' or length(record_build.branch) > 250 then
    perform ops.refuse('TP400', 'A build needs its branch, of at most 250 characters', '{"argument": "branch"}');
  elsif coalesce(record_build.image_digest, '') !~ '^sha256:[0-9a-f]{64}$' then
    perform ops.refuse('TP400', 'A build needs the digest of its image: sha256: and 64 hexadecimal digits', '{"argument": "imageDigest"}');
  elsif record_build.commit_message = '' or length(record_build.commit_message) > 20000 then
    perform ops.refuse('TP400', 'The message of a commit has 1 to 20000 characters', '{"argument": "commitMessage"}');
  elsif record_build.commit_author = '' or length(record_build.commit_author) > 500 then
    perform ops.refuse('TP400', 'The author of a commit has 1 to 500 characters', '{"argument": "commitAuthor"}');
  elsif record_build.manifest_digest !~ '^sha256:[0-9a-f]{64}$' then
    perform ops.refuse('TP400', 'The digest of a manifest is sha256: and 64 hexadecimal digits', '{"argument": "manifestDigest"}');
  elsif cardinality(record_build.addons_path) not between 1 and 200 or array_position(record_build.addons_path, null) is not null then
    perform ops.refuse('TP400', 'The addons path has 1 to 200 folders, in their order', '{"argument": "addonsPath"}');
  end if;
  if record_build.committed_at is not null then
    begin
      if record_build.committed_at !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$' then
        raise datetime_field_overflow;
      end if;
      instant := record_build.committed_at::timestamptz;
    exception when data_exception then
      perform ops.refuse('TP400', 'The time of a commit needs its zone, e.g. 2026-11-30T20:31:00+08:00', '{"argument": "committedAt"}');
    end;
  end if;
  begin
    insert into ops.builds as b (project_id, git_sha, branch, image_digest, lock_hashes, recorded_by, commit_message,
      commit_author, committed_at, commit_zone, addons_path, manifest_digest)
    values (record_build.project_id, record_build.git_sha, record_build.branch, record_build.image_digest,
      record_build.lock_hashes, ops.caller(), record_build.commit_message, record_build.commit_author, instant, zone,
      record_build.addons_path, record_build.manifest_digest)
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
     is distinct from (record_build.git_sha, record_build.branch, record_build.lock_hashes)
    or record_build.commit_message is not null and build.commit_message is distinct from record_build.commit_message
    or record_build.commit_author is not null and build.commit_author is distinct from record_build.commit_author
    or instant is not null and (build.committed_at, build.commit_zone) is distinct from (instant, zone)
    or record_build.addons_path is not null and build.addons_path is distinct from record_build.addons_path
    or record_build.manifest_digest is not null and build.manifest_digest is distinct from record_build.manifest_digest then
    perform ops.refuse('TP409',
      format('This image is recorded as built from %s on %s, with other facts than these', build.git_sha, build.branch),
      jsonb_build_object('buildId', build.id, 'gitSha', build.git_sha, 'branch', build.branch));
  end if;
  return build;
end
$$;

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
     and not exists (
       select from ops.runs r where r.id = record_deployment.evidence_run_id and r.tenant_id = coalesce(ops.tenant(), r.tenant_id)
     ) then
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
    where d.id = record_deployment.deployment_id and d.tenant_id = coalesce(ops.tenant(), d.tenant_id) returning * into deployment;
    if deployment.id is null then
      perform ops.refuse('TP404', format('There is no deployment %s', record_deployment.deployment_id));
    end if;
    return deployment;
  end if;
  select * into build from ops.builds b
  where b.id = record_deployment.build_id and b.tenant_id = coalesce(ops.tenant(), b.tenant_id);
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

create or replace function ops.record_follow_up(emergency_id uuid, follow_up text, recorded_by text default null)
returns ops.emergency_requests language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  emergency ops.emergency_requests;
  who uuid;
  said text := btrim(record_follow_up.follow_up);
begin
  perform ops.check_text('followUp', said, 5000);
  select * into emergency from ops.emergency_requests e
  where e.id = record_follow_up.emergency_id and e.tenant_id = coalesce(ops.tenant(), e.tenant_id) for update;
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

create or replace function ops.record_stage_proof(
  project_id uuid, checks jsonb, environment text default null, host text default null, evidence_digest text default null,
  run_id uuid default null, idempotency_key text default null
) returns ops.stage_proofs language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who constant text := ops.caller();
  place uuid;
  tenant text;
  proof ops.stage_proofs;
  failed text[];
  not_seen text[];
begin
  select p.tenant_id into tenant from ops.projects p
  where p.id = record_stage_proof.project_id and p.tenant_id = coalesce(ops.tenant(), p.tenant_id);
  if not found then
    perform ops.refuse('TP404', format('There is no project %s', record_stage_proof.project_id));
  end if;
  if (record_stage_proof.environment is null) = (record_stage_proof.host is null) then
    perform ops.refuse('TP400', 'A proof is of an environment, or of the host of a pull request: give one of them');
  elsif record_stage_proof.host !~ '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$' or length(record_stage_proof.host) > 253 then
    perform ops.refuse('TP400', 'A host is small letters, digits, dots and hyphens, without a scheme', '{"argument": "host"}');
  elsif record_stage_proof.evidence_digest !~ '^sha256:[0-9a-f]{64}$' then
    perform ops.refuse('TP400', 'The digest of evidence is sha256: and 64 hexadecimal digits', '{"argument": "evidenceDigest"}');
  end if;
  perform ops.check_json('checks', record_stage_proof.checks);
  if jsonb_typeof(record_stage_proof.checks) is distinct from 'array' then
    perform ops.refuse('TP400', 'Checks are a list', '{"argument": "checks"}');
  elsif record_stage_proof.checks = '[]' or exists (
    select from jsonb_array_elements(record_stage_proof.checks) c
    where jsonb_typeof(c) <> 'object' or coalesce(c ->> 'name', '') = ''
      or coalesce(c ->> 'verdict', '') not in ('passed', 'failed', 'not_seen')
  ) then
    perform ops.refuse('TP400', 'Checks are a list of at least one, each with a name and a verdict: passed, failed or not_seen',
      '{"argument": "checks"}');
  end if;
  if record_stage_proof.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', record_stage_proof.idempotency_key);
  elsif ops.caller_agent() is not null then
    perform ops.refuse('TP400', 'An agent must give an idempotencyKey');
  end if;
  if record_stage_proof.environment is not null then
    place := ops.environment_of(record_stage_proof.project_id, record_stage_proof.environment);
  end if;
  select coalesce(array_agg(c ->> 'name') filter (where c ->> 'verdict' = 'failed'), '{}'),
    coalesce(array_agg(c ->> 'name') filter (where c ->> 'verdict' = 'not_seen'), '{}')
  into failed, not_seen from jsonb_array_elements(record_stage_proof.checks) c;
  insert into ops.stage_proofs (project_id, environment_id, host, passed, failed, not_seen, checks, evidence_digest, run_id,
    recorded_by, idempotency_key)
  values (record_stage_proof.project_id, place, record_stage_proof.host, failed = '{}' and not_seen = '{}', failed, not_seen,
    record_stage_proof.checks, record_stage_proof.evidence_digest, record_stage_proof.run_id, who,
    record_stage_proof.idempotency_key)
  on conflict (recorded_by, idempotency_key, tenant_id) where idempotency_key is not null do nothing
  returning * into proof;
  if proof.id is not null then
    return proof;
  end if;
  select * into proof from ops.stage_proofs s
  where s.recorded_by = who and s.idempotency_key = record_stage_proof.idempotency_key and s.tenant_id = tenant;
  if (proof.project_id, proof.environment_id, proof.host, proof.checks, proof.evidence_digest, proof.run_id)
    is distinct from (record_stage_proof.project_id, place, record_stage_proof.host, record_stage_proof.checks,
      record_stage_proof.evidence_digest, record_stage_proof.run_id) then
    perform ops.refuse('TP422', format('Proof %s has this idempotencyKey and other values: use a new key', proof.id),
      jsonb_build_object('stageProofId', proof.id));
  end if;
  return proof;
end
$$;

create or replace function ops.relation_to(person uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  asker uuid := work.user_id();
  is_admin boolean;
begin
  if ops.sees_everybody() then
    return 'service';
  elsif asker is null then
    return null;
  elsif asker = person then
    return 'self';
  end if;
  select bool_or(mine.role = 'admin') into is_admin
  from work.permissions theirs
  join work.permissions mine on mine.space_id = theirs.space_id and mine.user_id = asker
  where theirs.user_id = person;
  if is_admin is not null then
    return case when is_admin then 'space-admins' else 'members' end;
  elsif exists (
    select from ops.project_members theirs
    join ops.project_members mine on mine.project_id = theirs.project_id and mine.user_id = asker
      and mine.tenant_id = coalesce(ops.tenant(), mine.tenant_id)
    where theirs.user_id = person
  ) then
    return 'members';
  end if;
  return null;
end
$$;

create or replace function ops.relations_of(asker uuid, among uuid[])
returns table (user_id uuid, relations text[])
language plpgsql stable security definer set search_path = '' set jit = off as $$
#variable_conflict use_column
declare
  tenant text := ops.tenant();
begin
  if among is null then
    return query
    select r.user_id, array_agg(distinct r.relation)
    from (
      select theirs.user_id, unnest(case when mine.role = 'admin' then '{space-admins,members}' else '{members}' end::text[])
      from work.permissions mine
      cross join lateral (select p.user_id from work.permissions p where p.space_id = mine.space_id offset 0) theirs
      where mine.user_id = asker and theirs.user_id <> asker
      union all
      select theirs.user_id, 'members'
      from ops.project_members mine
      cross join lateral (select m.user_id from ops.project_members m where m.project_id = mine.project_id offset 0) theirs
      where mine.user_id = asker and theirs.user_id <> asker and mine.tenant_id = coalesce(tenant, mine.tenant_id)
      union all
      select asker, 'self'
    ) r (user_id, relation)
    group by r.user_id;
    return;
  end if;
  return query
  select r.user_id, array_agg(distinct r.relation)
  from (
    select asked.id, unnest(case when shared.role = 'admin' then '{space-admins,members}' else '{members}' end::text[])
    from unnest(among) asked (id)
    cross join lateral (
      select mine.role from work.permissions theirs
      join work.permissions mine on mine.space_id = theirs.space_id and mine.user_id = asker
      where theirs.user_id = asked.id offset 0
    ) shared
    where asked.id <> asker
    union all
    select asked.id, 'members'
    from unnest(among) asked (id)
    cross join lateral (
      select from ops.project_members theirs
      join ops.project_members mine on mine.project_id = theirs.project_id and mine.user_id = asker
        and mine.tenant_id = coalesce(tenant, mine.tenant_id)
      where theirs.user_id = asked.id offset 0
    ) shared
    where asked.id <> asker
    union all
    select asker, 'self' where asker = any (among)
  ) r (user_id, relation)
  group by r.user_id;
end
$$;

create or replace function ops.request_approval(
  subject text, subject_id text, reason text, environment text default null, project_id uuid default null,
  requested_by text default null, idempotency_key text default null
) returns ops.approvals language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  mine text := ops.tenant();
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
    select b.id::text, b.project_id, b.tenant_id into wanted.subject_id, wanted.project_id, wanted.tenant_id
      from ops.builds b
      where b.id::text = lower(request_approval.subject_id) and b.tenant_id = coalesce(mine, b.tenant_id);
    if wanted.project_id is null or wanted.project_id <> request_approval.project_id then
      perform ops.refuse('TP404', format('There is no build %s in that project: subjectId of a deployment is its build''s uuid',
        request_approval.subject_id), '{"argument": "subjectId"}');
    end if;
  elsif wanted.project_id is not null then
    select p.tenant_id into wanted.tenant_id from ops.projects p
    where p.id = wanted.project_id and p.tenant_id = coalesce(mine, p.tenant_id);
    if wanted.tenant_id is null then
      perform ops.refuse('TP404', format('There is no project %s', wanted.project_id));
    end if;
  else
    wanted.tenant_id := coalesce(mine, '');
  end if;
  if wanted.subject = 'deployment' or request_approval.environment is not null then
    wanted.environment_id := ops.environment_of(wanted.project_id, request_approval.environment);
  end if;
  -- Serializes the requests of one subject, so that the second finds what the first made.
  perform pg_advisory_xact_lock(hashtextextended(wanted.subject || ' ' || wanted.subject_id, 7));
  select * into approval from ops.approvals a
  where a.subject = wanted.subject and a.idempotency_key = request_approval.idempotency_key and a.tenant_id = wanted.tenant_id;
  if approval.id is not null and (approval.subject_id, approval.environment_id, approval.project_id)
     is distinct from (wanted.subject_id, wanted.environment_id, wanted.project_id) then
    perform ops.refuse('TP422', format('Approval %s has this idempotencyKey and asks for something else: use a new key', approval.id),
      jsonb_build_object('approvalId', approval.id));
  end if;
  if approval.id is null then
    select * into approval from ops.approvals a
    where a.subject = wanted.subject and a.subject_id = wanted.subject_id
      and a.environment_id is not distinct from wanted.environment_id and a.tenant_id = wanted.tenant_id and a.status = 'PENDING';
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
  select * into build from ops.builds b
  where b.id = request_emergency.build_id and b.tenant_id = coalesce(ops.tenant(), b.tenant_id);
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

create or replace function ops.requeue_lost_of(agent text, max_runs int) returns int
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  tenant text := ops.tenant();
  instant timestamptz := clock_timestamp();
  lost uuid[];
  -- A lease raises the fence twice: when it is given and when it is lost.
  unbegun_fence constant int := 50;
  unbegun uuid[];
begin
  -- The lines of the runs that end here are locked before the runs themselves, as everywhere.
  perform ops.lock_lines(d.agent, d.keys) from (
    select r.agent, array_agg(key) as keys from ops.runs r, unnest(r.ordering_keys) key
    where r.leased_until < instant and (requeue_lost_of.agent is null or r.agent = requeue_lost_of.agent)
      and r.status in ('QUEUED', 'RUNNING') and r.attempt >= ops.attempts_of(r) and (tenant is null or r.tenant_id = tenant)
    group by r.agent order by r.agent) d;
  lost := array(
    select r.id from ops.runs r
    where r.leased_until < instant and (requeue_lost_of.agent is null or r.agent = requeue_lost_of.agent)
      and r.status in ('QUEUED', 'RUNNING') and (tenant is null or r.tenant_id = tenant)
    order by r.leased_until limit requeue_lost_of.max_runs
    for no key update skip locked);
  if lost = '{}' then
    return 0;
  end if;
  unbegun := array(
    select r.id from ops.runs r where r.id = any (lost) and r.fence < unbegun_fence and ops.is_unbegun(r));
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id, tenant_id)
    select r.id, r.last_seq + 1, 'run.lease_lost', jsonb_build_object('worker', r.leased_by, 'attempt', r.attempt)
        || case when r.cancel_requested_at is null then '{}' else '{"outcome": "unknown until it is checked"}' end::jsonb
        || case when r.id = any (unbegun) then '{"begun": false}' else '{}' end::jsonb,
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)), who.sub, who.act, who.client_id, r.tenant_id
    from ops.runs r where r.id = any (lost)
    returning run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id
  )
  update ops.runs r set
    status = 'QUEUED', leased_by = null, leased_until = null, fence = r.fence + 1,
    attempt = r.attempt - case when r.id = any (unbegun) then 1 else 0 end,
    run_at = case when r.cancel_requested_at is null then e.created_at + ops.backoff(r.attempt) else e.created_at end,
    error_code = 'LEASE_LOST', error_message = format('Worker %s was lost', r.leased_by)
      || case when r.cancel_requested_at is null then '' else ': what it did is unknown until it is checked' end,
    updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(
      e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id)
  from event e where r.id = e.run_id;

  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id, tenant_id)
    select r.id, r.last_seq + 1, 'run.dead', jsonb_build_object('attempts', r.attempt),
      greatest(instant, r.updated_at), r.last_hash, who.sub, who.act, who.client_id, r.tenant_id
    from ops.runs r where r.id = any (lost) and r.attempt >= ops.attempts_of(r)
    returning run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id
  )
  update ops.runs r set
    status = 'DEAD', finished_at = e.created_at, updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(
      e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id)
  from event e where r.id = e.run_id;
  return cardinality(lost);
end
$$;

create or replace function ops.restrict_rows(restricted regclass, policy text, condition text, roles text[]) returns void
language plpgsql set search_path = '' as $$
begin
  if cardinality(roles) > 0 then
    execute format('create policy %I on %s as restrictive for select to %s using (%s)', policy, restricted,
      (select string_agg(quote_ident(r), ', ' order by r) from unnest(roles) r), condition);
  end if;
end
$$;
revoke all on function ops.restrict_rows from public;
comment on function ops.restrict_rows is 'Lets these roles see no row of a table that a condition does not hold for, whatever other policies show; nothing where there is no role.';

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
  select * into wrong from ops.deployments d
  where d.id = rollback_deployment.deployment_id and d.tenant_id = coalesce(ops.tenant(), d.tenant_id);
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

create or replace function ops.run_schedule_now(schedule_id uuid, idempotency_key text default null)
returns table (run_id uuid, created boolean) language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  s ops.schedules;
  key text;
begin
  if run_schedule_now.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', run_schedule_now.idempotency_key, 100);
  end if;
  -- Locked, so that no tick makes a run beside this one where runs must not overlap.
  select * into s from ops.schedules c
  where c.id = run_schedule_now.schedule_id and c.tenant_id = coalesce(ops.tenant(), c.tenant_id) for no key update;
  if s.id is null then
    perform ops.refuse('TP404', format('There is no schedule %s', run_schedule_now.schedule_id));
  end if;
  key := 'schedule:' || s.id || ':now:' || coalesce(run_schedule_now.idempotency_key, gen_random_uuid()::text);
  if not exists (select from ops.runs r where r.agent = s.agent and r.kind = s.kind and r.idempotency_key = key) then
    perform ops.check_overlap(s);
  end if;
  return query select e.run_id, e.created from ops.enqueue_scheduled(s, key, null) e;
end
$$;

create or replace function ops.save_run(run ops.runs, type text, payload jsonb default null, event_id uuid default gen_random_uuid())
returns ops.runs language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  prev bytea := coalesce(run.last_hash, ops.chain_start(run.id));
begin
  insert into ops.run_events (id, run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id, tenant_id)
  values (save_run.event_id, run.id, run.last_seq + 1, save_run.type, save_run.payload, run.updated_at, prev,
    who.sub, who.act, who.client_id, run.tenant_id);
  update ops.runs r set
    status = run.status, output = run.output, started_at = run.started_at, finished_at = run.finished_at,
    run_at = run.run_at, leased_by = run.leased_by, leased_until = run.leased_until,
    error_code = run.error_code, error_message = run.error_message, updated_at = run.updated_at,
    cancel_requested_at = run.cancel_requested_at, cancel_requested_by = run.cancel_requested_by,
    last_seq = run.last_seq + 1,
    last_hash = ops.event_hash(run.id, run.last_seq + 1, save_run.type, save_run.payload, run.updated_at, prev,
      who.sub, who.act, who.client_id)
  where r.id = run.id
  returning r.* into run;
  return run;
end
$$;

create or replace function ops.set_project_member(project_id uuid, user_id uuid, role text default null)
returns setof ops.project_members language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  wanted uuid;
begin
  if not exists (
    select from ops.projects p
    where p.id = set_project_member.project_id and p.tenant_id = coalesce(ops.tenant(), p.tenant_id)
  ) then
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

create or replace function ops.settle_pull_request(
  run_id uuid, fence int, environment_id uuid, state text, per_project int, overall int, sha text default null, url text default null,
  database text default null, gateway_database text default null, error text default null
) returns text
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs := ops.lock_run(settle_pull_request.run_id);
  environment ops.pull_request_environments;
  ready boolean := settle_pull_request.state = 'READY';
begin
  perform ops.check_fence(run, settle_pull_request.fence);
  if coalesce(settle_pull_request.state, '') not in ('READY', 'FAILED', 'CLOSING', 'CLOSED') then
    perform ops.refuse('TP400', 'An environment is settled as READY, FAILED, CLOSING or CLOSED', '{"argument": "state"}');
  elsif run.input ->> 'environmentId' is distinct from settle_pull_request.environment_id::text then
    perform ops.refuse('TP403', format('Run %s is about another environment', run.id));
  end if;
  perform ops.lock_pull_requests();
  update ops.pull_request_environments e set
    state = case when ready and e.head_sha is distinct from settle_pull_request.sha then 'OPENING' else settle_pull_request.state end,
    ready_sha = case when ready then settle_pull_request.sha else e.ready_sha end,
    ready_at = case when ready then clock_timestamp() else e.ready_at end,
    url = case when ready then settle_pull_request.url else e.url end,
    database = case when ready then settle_pull_request.database else e.database end,
    gateway_database = case when ready then settle_pull_request.gateway_database else e.gateway_database end,
    closed_at = case when settle_pull_request.state = 'CLOSED' then clock_timestamp() end,
    last_error = left(settle_pull_request.error, 2000),
    updated_at = clock_timestamp()
  where e.id = settle_pull_request.environment_id and e.tenant_id = run.tenant_id
    and e.state = case when settle_pull_request.state in ('READY', 'FAILED') then 'OPENING' else 'CLOSING' end
  returning * into environment;
  if environment.id is null then
    select * into environment from ops.pull_request_environments e
    where e.id = settle_pull_request.environment_id and e.tenant_id = run.tenant_id;
  else
    perform ops.save_run(run, 'environment.' || lower(settle_pull_request.state), jsonb_strip_nulls(jsonb_build_object(
      'environmentId', environment.id, 'name', environment.name, 'sha', settle_pull_request.sha, 'url', settle_pull_request.url,
      'database', settle_pull_request.database, 'gatewayDatabase', settle_pull_request.gateway_database,
      'error', left(settle_pull_request.error, 2000))));
  end if;
  if settle_pull_request.state = 'CLOSED' then
    perform ops.admit_pull_requests(settle_pull_request.per_project, settle_pull_request.overall);
  end if;
  return environment.state;
exception when check_violation then
  perform ops.refuse('TP400', 'What the driver told of the environment is no URL of http or https, or no name of a database');
  return null;
end
$$;

create or replace function ops.show_run() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into ops.project_runs as p (id, project_id, agent, kind, status, error_code, attempt, max_attempts, requested_by,
    run_at, created_at, started_at, finished_at, cancel_requested_at, updated_at, odoo_project_id, tenant_id)
  values (new.id, new.project_id, new.agent, new.kind, new.status, new.error_code, new.attempt, new.max_attempts,
    new.requested_by, new.run_at, new.created_at, new.started_at, new.finished_at, new.cancel_requested_at, new.updated_at,
    (select o.odoo_project_id from ops.projects o where o.id = new.project_id), new.tenant_id)
  on conflict (id) do update set status = excluded.status, error_code = excluded.error_code, attempt = excluded.attempt,
    run_at = excluded.run_at, started_at = excluded.started_at, finished_at = excluded.finished_at,
    cancel_requested_at = excluded.cancel_requested_at, updated_at = excluded.updated_at;
  return null;
end
$$;

create or replace function ops.start_runs(run_ids uuid[], fences int[])
returns table (run_id uuid, state text, message text, cancel_requested boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  caller text := ops.caller_agent();
  tenant text := ops.tenant();
  instant timestamptz;
  plain uuid[];
  other record;
begin
  perform ops.check_batch(start_runs.run_ids, start_runs.fences);
  if start_runs.run_ids = '{}' then
    return;
  end if;
  perform ops.ensure_event_partitions();
  -- Locked in one order, whoever asks: two batches never wait in a circle.
  plain := array(
    select l.id from (
      select r.id, r.status = 'QUEUED' and r.leased_by is not null and r.fence = t.fence
        and (caller is null or r.agent = caller) and (tenant is null or r.tenant_id = tenant) as is_plain
      from unnest(start_runs.run_ids, start_runs.fences) t (id, fence) join ops.runs r on r.id = t.id
      order by r.id for no key update of r) l
    where l.is_plain);
  instant := clock_timestamp();
  return query
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id, tenant_id)
    select r.id, r.last_seq + 1, 'run.started', jsonb_build_object('worker', r.leased_by, 'attempt', r.attempt),
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)), who.sub, who.act, who.client_id, r.tenant_id
    from ops.runs r where r.id = any (plain)
    returning run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id
  )
  update ops.runs r set
    status = 'RUNNING', started_at = e.created_at, updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(
      e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id)
  from event e where r.id = e.run_id
  returning r.id, null::text, null::text, r.cancel_requested_at is not null;
  if cardinality(plain) = cardinality(start_runs.run_ids) then
    return;
  end if;
  -- The function for one run decides about the rest: said again, over, another's, not there.
  for other in
    select t.id, t.fence from unnest(start_runs.run_ids, start_runs.fences) t (id, fence) where t.id <> all (plain)
  loop
    begin
      return query select r.id, null::text, null::text, r.cancel_requested_at is not null
        from ops.mark_running(other.id, other.fence) r;
    exception when sqlstate 'TP400' or sqlstate 'TP403' or sqlstate 'TP404' or sqlstate 'TP409' then
      return query select other.id, sqlstate::text, sqlerrm::text, false;
    end;
  end loop;
end
$$;

create or replace function ops.tenant() returns text
language plpgsql stable set search_path = '' as $$
declare
  claims jsonb := ops.claims();
  who text := case when current_setting('role') = 'authenticated' then 'authenticated'
    else coalesce(claims ->> 'role', current_setting('role')) end;
  claimed text := claims #>> '{app_metadata,client_id}';
begin
  if who in ('none', 'service_role', 'gateway') then
    return null;
  elsif who like 'agent\_%' and claims ->> 'sub' is null then
    return claimed;
  end if;
  return coalesce(claimed, '');
end
$$;
revoke all on function ops.tenant from public;
comment on function ops.tenant is 'The tenant whose rows alone who asks may see and change: the claim `app_metadata.client_id`, never `client_id` itself, which is
the OAuth client. Empty is the company itself; null is every tenant: for a service, the owner, and an agent that acts for nobody
and whose token names none.';

create or replace function ops.tick(now timestamptz default now()) returns int
language plpgsql security definer set search_path = '' as $$
declare
  schedule ops.schedules;
  caller text := ops.caller_agent();
  tenant text := ops.tenant();
  enqueued int := 0;
begin
  perform ops.ensure_event_partition((tick.now at time zone 'UTC' + make_interval(months => n))::date)
    from generate_series(0, 3) n;
  perform ops.requeue_lost();
  perform ops.close_journals();
  for schedule in
    select s.* from ops.schedules s
    where not s.paused and s.next_due_at <= tick.now and (caller is null or s.agent = caller)
      and (tenant is null or s.tenant_id = tenant)
    order by s.next_due_at, s.id
    for update skip locked
  loop
    exit when enqueued >= 1000;
    begin
      enqueued := enqueued + ops.enqueue_due(schedule, tick.now);
    exception when others then
      -- One that cannot be enqueued keeps none of the others waiting; it stays due, and says why.
      raise warning 'Schedule % was not enqueued: %', schedule.name, sqlerrm;
      update ops.schedules s set warning = 'It could not be enqueued: ' || sqlerrm
      where s.id = schedule.id and s.warning is distinct from 'It could not be enqueued: ' || sqlerrm;
    end;
  end loop;
  return enqueued;
end
$$;

drop function ops.upsert_project(text,text,text[],text,text,text);
create or replace function ops.upsert_project(
  slug text, name text, approvals_for text[] default null, repo_slug text default null, odoo_instance text default null,
  odoo_version text default null, tenant_id text default null
) returns ops.projects
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  project ops.projects;
  mine text := ops.tenant();
  holders text[];
  tenant text;
begin
  perform ops.check_text('slug', upsert_project.slug, 100);
  perform ops.check_text('name', upsert_project.name);
  if upsert_project.slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$' then
    perform ops.refuse('TP400', 'A slug has small letters and digits, with single hyphens between', '{"argument": "slug"}');
  elsif upsert_project.repo_slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$' or length(upsert_project.repo_slug) > 100 then
    perform ops.refuse('TP400', 'The slug of a repository has small letters and digits, with single hyphens between, 100 at most',
      '{"argument": "repoSlug"}');
  elsif ops.caller_agent() is not null and (upsert_project.slug !~ '^odoo-[0-9]+$' or upsert_project.odoo_instance is null
    or upsert_project.approvals_for is not null) then
    perform ops.refuse('TP403', 'An agent keeps projects of an Odoo alone, by the slug odoo-<id>, and no approvals');
  end if;
  if length(upsert_project.tenant_id) > 200 then
    perform ops.check_text('tenantId', upsert_project.tenant_id);
  elsif mine <> upsert_project.tenant_id then
    perform ops.refuse('TP403', 'Who is of one tenant keeps projects of no other: leave tenantId out', '{"argument": "tenantId"}');
  end if;
  tenant := coalesce(mine, upsert_project.tenant_id);
  if tenant is null then
    holders := array(select p.tenant_id from ops.projects p where p.slug = upsert_project.slug
      and (p.odoo_instance = upsert_project.odoo_instance or p.odoo_instance is null or upsert_project.odoo_instance is null));
    if cardinality(holders) > 1 then
      perform ops.refuse('TP400', format('Several tenants have a project %s: say whose it is', upsert_project.slug),
        '{"argument": "tenantId"}');
    end if;
    tenant := coalesce(holders[1], '');
  end if;
  if exists (
    select from ops.projects p
    where p.repo_slug = upsert_project.repo_slug and p.tenant_id = tenant and p.slug <> upsert_project.slug
  ) then
    perform ops.refuse('TP409', format('Another project has the repository %s', upsert_project.repo_slug), '{"argument": "repoSlug"}');
  end if;
  -- An Odoo's project is one project of the ledger: by its id it is found from Odoo.
  if upsert_project.odoo_instance is not null and exists (
    select from ops.projects p
    where p.slug = upsert_project.slug and p.odoo_project_id is not null and p.tenant_id <> tenant
  ) then
    perform ops.refuse('TP403', format('The project %s of an Odoo is here already', upsert_project.slug), '{"argument": "slug"}');
  end if;
  insert into ops.projects as p (tenant_id, slug, name, repo_slug, odoo_instance, odoo_version)
  values (tenant, upsert_project.slug, upsert_project.name, upsert_project.repo_slug, upsert_project.odoo_instance,
    upsert_project.odoo_version)
  on conflict (tenant_id, slug) do update set name = excluded.name, updated_at = now(),
    repo_slug = case when ops.caller_agent() is null then coalesce(excluded.repo_slug, p.repo_slug)
      else coalesce(p.repo_slug, excluded.repo_slug) end,
    odoo_instance = coalesce(excluded.odoo_instance, p.odoo_instance),
    odoo_version = coalesce(excluded.odoo_version, p.odoo_version)
  where p.odoo_instance is null or excluded.odoo_instance is null or p.odoo_instance = excluded.odoo_instance
  returning * into project;
  if project.id is null then
    perform ops.refuse('TP403', format('The project %s is of another Odoo than %s', upsert_project.slug, upsert_project.odoo_instance),
      '{"argument": "slug"}');
  end if;
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
revoke all on function ops.upsert_project from public;
grant execute on function ops.upsert_project to service_role, agent_odoo_bridge;
comment on function ops.upsert_project is 'Creates the project of this slug with its three environments, or changes it. Where null is given for the environments
that ask for an approval, those of a project that is there stay as they are, and of a new one PRODUCTION does. What is kept of
its Odoo and its repository stays where null is given. A slug is unique within a tenant: tenant_id says whose the project is, for
good; where it is null that is the tenant that has the slug already, else the company itself. A project of an Odoo is of one tenant
alone. An agent keeps projects of an Odoo
alone, decides no approvals, and leaves a repository its name.';

create or replace function ops.upsert_schedule(
  name text, agent text, kind text, expression text, time_zone text,
  minutes int[], hours int[], days int[], months int[], weekdays int[],
  input jsonb default null, catch_up text default 'ONCE', priority int default 0, max_attempts int default 5,
  both_days boolean default false, overlap text default 'ALLOW',
  project_id uuid default null
) returns ops.schedules language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  due timestamptz;
  saved ops.schedules;
  warned text;
begin
  perform ops.check_text('name', upsert_schedule.name);
  perform ops.check_text('agent', upsert_schedule.agent);
  perform ops.check_text('kind', upsert_schedule.kind);
  perform ops.check_text('expression', upsert_schedule.expression);
  perform ops.check_json('input', upsert_schedule.input);
  perform ops.check_number('priority', upsert_schedule.priority, -1000, 1000);
  perform ops.check_number('maxAttempts', upsert_schedule.max_attempts, 1, 100);
  perform ops.check_time_zone(upsert_schedule.time_zone);
  if upsert_schedule.catch_up is null or upsert_schedule.catch_up not in ('SKIP', 'ONCE', 'ALL') then
    perform ops.refuse('TP400', 'The catchUp must be SKIP, ONCE or ALL', '{"argument": "catchUp"}');
  elsif upsert_schedule.overlap is null or upsert_schedule.overlap not in ('ALLOW', 'SKIP', 'QUEUE') then
    perform ops.refuse('TP400', '"overlap" must be ALLOW, SKIP or QUEUE');
  end if;
  if (
    ops.are_within(upsert_schedule.minutes, 0, 59) and ops.are_within(upsert_schedule.hours, 0, 23)
    and coalesce(ops.are_within(upsert_schedule.days, -1, 31) and 0 <> all (upsert_schedule.days), true)
    and ops.are_within(upsert_schedule.months, 1, 12) and coalesce(ops.are_within(upsert_schedule.weekdays, 0, 6), true)
    and upsert_schedule.both_days is not null
  ) is not true then
    perform ops.refuse('TP400', 'The minutes, hours, days, months or weekdays are no set of numbers in their range');
  end if;
  if upsert_schedule.project_id is not null and not exists (
    select from ops.projects p where p.id = upsert_schedule.project_id and p.tenant_id = coalesce(ops.tenant(), p.tenant_id)
  ) then
    perform ops.refuse('TP404', format('There is no project %s', upsert_schedule.project_id), '{"argument": "projectId"}');
  end if;
  warned := ops.check_work(upsert_schedule.agent, upsert_schedule.kind);
  due := ops.next_due(
    upsert_schedule.minutes, upsert_schedule.hours, upsert_schedule.days, upsert_schedule.months,
    upsert_schedule.weekdays, upsert_schedule.time_zone, now(), upsert_schedule.both_days
  );
  if due is null then
    perform ops.refuse('TP400', format('The expression %s is never due', upsert_schedule.expression),
      '{"argument": "expression"}');
  end if;
  insert into ops.schedules as s (
    name, agent, kind, input, expression, time_zone, minutes, hours, days, months, weekdays, both_days,
    catch_up, overlap, priority, max_attempts, next_due_at, requested_by, warning, project_id
  ) values (
    upsert_schedule.name, upsert_schedule.agent, upsert_schedule.kind, upsert_schedule.input,
    upsert_schedule.expression, upsert_schedule.time_zone, upsert_schedule.minutes, upsert_schedule.hours,
    upsert_schedule.days, upsert_schedule.months, upsert_schedule.weekdays, upsert_schedule.both_days,
    upsert_schedule.catch_up, upsert_schedule.overlap, upsert_schedule.priority, upsert_schedule.max_attempts, due,
    ops.caller(), warned, upsert_schedule.project_id
  )
  on conflict (name) do update set
    agent = excluded.agent, kind = excluded.kind, input = excluded.input, expression = excluded.expression,
    time_zone = excluded.time_zone, minutes = excluded.minutes, hours = excluded.hours, days = excluded.days,
    months = excluded.months, weekdays = excluded.weekdays, both_days = excluded.both_days, catch_up = excluded.catch_up,
    overlap = excluded.overlap, priority = excluded.priority, max_attempts = excluded.max_attempts,
    warning = excluded.warning, project_id = excluded.project_id, updated_at = now(),
    next_due_at = case
      when (s.minutes, s.hours, s.months, s.time_zone, s.both_days)
          = (excluded.minutes, excluded.hours, excluded.months, excluded.time_zone, excluded.both_days)
        and s.days is not distinct from excluded.days and s.weekdays is not distinct from excluded.weekdays
      then s.next_due_at else excluded.next_due_at end
  returning * into saved;
  if saved.overlap = 'QUEUE' then
    perform ops.join_schedule_line(saved);
  end if;
  return saved;
end
$$;

create or replace function ops.use_confirmation(id uuid, expires_at timestamptz, approval text default null) returns text
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  approved uuid;
begin
  delete from tripoint.confirmations c where c.ctid = any (array(
    select e.ctid from tripoint.confirmations e where e.expires_at < now() - interval '1 day' and e.approval_id is null
    limit 100 for update skip locked));
  insert into tripoint.confirmations as c (id, expires_at) values (use_confirmation.id, use_confirmation.expires_at)
  on conflict do nothing;
  if not found then
    return 'used';
  elsif use_confirmation.approval is null then
    return null;
  end if;
  select a.id into approved from ops.approvals a
  where a.subject = 'confirmation' and a.subject_id = use_confirmation.approval and a.status = 'APPROVED'
    and a.tenant_id = coalesce(ops.tenant(), a.tenant_id)
    and not ops.is_same_identity(a.decided_by, ops.requester(null))
    and not exists (select from tripoint.confirmations c where c.approval_id = a.id)
  order by a.decided_at desc limit 1
  for update;
  if approved is null then
    return 'unapproved';
  end if;
  update tripoint.confirmations c set approval_id = approved where c.id = use_confirmation.id;
  return null;
end
$$;

create or replace function ops.verify_ledger(run_id uuid)
returns table (events int, first_seq int, last_seq int, broken_seq int, problem text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  caller text := ops.caller_agent();
  event ops.run_events;
  hash bytea;
begin
  select r.* into run from ops.runs r where r.id = verify_ledger.run_id;
  if run.id is null or run.tenant_id <> ops.tenant() then
    perform ops.refuse('TP404', format('There is no run %s', coalesce(verify_ledger.run_id::text, 'without an id')));
  end if;
  if caller <> run.agent then
    perform ops.refuse('TP403', format('Run %s belongs to %s, not to %s', run.id, run.agent, caller));
  end if;
  events := 0;
  last_seq := run.archived_seq;
  hash := case when run.archived_seq = 0 then ops.chain_start(run.id) else run.archived_hash end;
  for event in
    select e.* from ops.run_events e where e.run_id = run.id and e.seq > run.archived_seq order by e.seq, e.created_at
  loop
    if event.seq <> verify_ledger.last_seq + 1 then
      broken_seq := least(event.seq, verify_ledger.last_seq + 1);
      problem := case when event.seq > broken_seq then format('event %s is missing', broken_seq)
        else format('event %s is there twice', broken_seq) end;
    elsif event.prev_hash is distinct from hash then
      broken_seq := greatest(verify_ledger.last_seq, 1);
      problem := case when verify_ledger.last_seq = 0 then 'event 1 does not begin the chain of this run'
        else format('event %s is not the one whose hash event %s carries', broken_seq, event.seq) end;
    end if;
    exit when problem is not null;
    if event.tenant_id <> run.tenant_id then
      broken_seq := event.seq;
      problem := format('event %s is of another tenant than its run', broken_seq);
    end if;
    exit when problem is not null;
    if event.seq = 1 and row(event.sub, event.act, event.client_id) is distinct from row(run.sub, run.act, run.client_id) then
      broken_seq := 1;
      problem := 'the run names another person, agent or client than its first event';
    end if;
    exit when problem is not null;
    hash := ops.event_hash(event.run_id, event.seq, event.type, event.payload, event.created_at, event.prev_hash,
      event.sub, event.act, event.client_id);
    events := events + 1;
    first_seq := coalesce(first_seq, event.seq);
    last_seq := event.seq;
  end loop;
  if problem is null and verify_ledger.last_seq <> run.last_seq then
    broken_seq := least(verify_ledger.last_seq, run.last_seq) + 1;
    problem := case when verify_ledger.last_seq < run.last_seq then format('event %s is missing', broken_seq)
      else format('event %s is not counted by the run', broken_seq) end;
  elsif problem is null and hash is distinct from coalesce(run.last_hash, ops.chain_start(run.id)) then
    broken_seq := verify_ledger.last_seq;
    problem := format('event %s is not the one whose hash the run carries', broken_seq);
  end if;
  return next;
end
$$;

create or replace function ops.want_environment(
  known ops.pull_request_environments, project_id uuid, repository text, number int, branch text, head_sha text, name text, domain text,
  driver text
) returns ops.pull_request_environments
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  environment ops.pull_request_environments;
  own text := want_environment.name;
begin
  if coalesce(want_environment.head_sha, '') !~ '^[0-9a-f]{40}$' then
    perform ops.refuse('TP400', 'A pull request needs the SHA of its head: 40 hexadecimal digits, small letters', '{"argument": "headSha"}');
  elsif coalesce(length(want_environment.branch), 0) not between 1 and 250 then
    perform ops.refuse('TP400', 'A pull request needs its branch, of at most 250 characters', '{"argument": "branch"}');
  elsif coalesce(own, '') !~ '^pr-[1-9][0-9]{0,8}(-[a-z0-9]+)*$' or length(own) > 55 then
    perform ops.refuse('TP400', 'The name of an environment is pr-<number>-<slug>, of at most 55 characters', '{"argument": "name"}');
  end if;
  if known.id is not null then
    update ops.pull_request_environments e set
      branch = want_environment.branch, head_sha = want_environment.head_sha, updated_at = clock_timestamp(),
      state = case when e.state = 'FAILED' or (e.state = 'READY' and e.ready_sha is distinct from want_environment.head_sha)
        then 'OPENING' else e.state end
    where e.id = known.id and e.state <> 'CLOSING' returning * into environment;
    if environment.id is null then
      return known;
    end if;
    return environment;
  end if;
  -- Of a tenant always: it is told of no other by a name that is taken.
  if exists (select from ops.pull_request_environments e where e.name = own and e.state <> 'CLOSED')
     or exists (select from ops.projects p where p.id = want_environment.project_id and p.tenant_id <> '') then
    own := rtrim(left(own, 46), '-') || '-' || left(replace(want_environment.project_id::text, '-', ''), 8);
  end if;
  insert into ops.pull_request_environments as e (project_id, repository, number, branch, head_sha, name, host_name, driver, asked_at)
  values (want_environment.project_id, want_environment.repository, want_environment.number, want_environment.branch,
    want_environment.head_sha, own, own || '.' || want_environment.domain, want_environment.driver, clock_timestamp())
  returning * into environment;
  return environment;
exception when check_violation then
  perform ops.refuse('TP400', 'A pull request needs its repository as owner/name, a domain and a driver');
  return null;
end
$$;
comment on function ops.want_environment is 'The environment of a pull request as it is wanted now: a new one waits for a place, one that is there takes the newer commit. Its name
belongs to it alone: where another project has it, or it is a tenant''s, something of its own project is added.';

create or replace function ops.my_project_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select project_id from ops.project_members
  where user_id = (select work.user_id()) and tenant_id = coalesce((select ops.tenant()), tenant_id)
$$;
comment on function ops.my_project_ids is 'The projects in which the user that asks is a member, of the tenant of its token. SECURITY DEFINER, so that a member need not see who else is one.';
