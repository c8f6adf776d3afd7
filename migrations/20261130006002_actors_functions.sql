-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.acting(out sub uuid, out act text, out client_id text)
language plpgsql stable set search_path = '' as $$
declare
  claims jsonb := ops.claims();
  is_agent boolean := coalesce(claims ->> 'role', '') like 'agent\_%';
begin
  if not is_agent and coalesce(claims ->> 'role', '') <> 'authenticated' then
    return;
  end if;
  if claims ->> 'sub' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    sub := claims ->> 'sub';
  end if;
  act := case when is_agent then claims #>> '{app_metadata,agent}' end;
  -- Never app_metadata.client_id: that is a tenant.
  client_id := claims ->> 'client_id';
end
$$;
revoke all on function ops.acting from public;
comment on function ops.acting is 'Who does it, by the verified claims: the person (a user, or whom an agent acts for), the agent, and the OAuth client by
whose token it is done. Each is null where there is none: all of them of a service and of the owner.';

create or replace function ops.add_run(wanted ops.runs) returns table (run_id uuid, created boolean)
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
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
      sub, act, client_id)
    values (new_id, wanted.agent, wanted.kind, wanted.input, wanted.idempotency_key, wanted.input_digest, wanted.priority,
      coalesce(wanted.run_at, instant), wanted.max_attempts, keys,
      (select count(distinct p.ordering_key) from ops.run_places p
       where p.agent = wanted.agent and p.ordering_key = any (keys)),
      wanted.requested_by, wanted.schedule_id, wanted.due_at, wanted.retry_of, wanted.project_id, wanted.warning, instant, instant, 1,
      ops.event_hash(new_id, 1, 'run.enqueued', note, instant, start, who.sub, who.act, who.client_id),
      who.sub, who.act, who.client_id)
    on conflict (agent, kind, idempotency_key) where idempotency_key is not null do nothing;
    if found then
      insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id)
      values (new_id, 1, 'run.enqueued', note, instant, start, who.sub, who.act, who.client_id);
      if keys <> '{}' then
        insert into ops.run_places (agent, ordering_key, place, run_id)
        select wanted.agent, key, p.place, new_id
        from (select nextval('ops.run_place') as place) p, unnest(keys) key;
      end if;
      return query select new_id, true;
      return;
    end if;
    select r.* into earlier from ops.runs r
    where r.agent = wanted.agent and r.kind = wanted.kind and r.idempotency_key = wanted.idempotency_key;
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

create or replace function ops.check_partition_chain(partition_name text) returns void language plpgsql set search_path = '' as $$
declare
  broken record;
begin
  execute format($query$
    select e.run_id, e.seq from (
      select t.run_id, t.seq, t.prev_hash,
        lag(t.seq, 1, r.archived_seq) over chain as seq_before,
        lag(ops.event_hash(t.run_id, t.seq, t.type, t.payload, t.created_at, t.prev_hash,
          t.sub, t.act, t.client_id), 1,
          case when r.archived_seq = 0 then ops.chain_start(r.id) else r.archived_hash end) over chain as hash_before
      from ops.%I t join ops.runs r on r.id = t.run_id
      window chain as (partition by t.run_id order by t.seq)
    ) e
    where e.seq <> e.seq_before + 1 or e.prev_hash is distinct from e.hash_before
    limit 1$query$, check_partition_chain.partition_name) into broken;
  if broken.run_id is not null then
    perform ops.refuse('TP409',
      format('The chain of run %s is broken at event %s: its events stay as they are, as evidence', broken.run_id, broken.seq),
      jsonb_build_object('runId', broken.run_id, 'seq', broken.seq));
  end if;
end
$$;

create or replace function ops.check_run_change() returns trigger language plpgsql set search_path = '' as $$
begin
  if row(new.id, new.agent, new.kind, new.idempotency_key, new.requested_by, new.created_at, new.input_digest, new.max_attempts,
      new.due_at, new.retry_of, new.project_id, new.sub, new.act, new.client_id)
      is distinct from
      row(old.id, old.agent, old.kind, old.idempotency_key, old.requested_by, old.created_at, old.input_digest, old.max_attempts,
      old.due_at, old.retry_of, old.project_id, old.sub, old.act, old.client_id)
    or new.input is distinct from old.input
    -- A run may join the line of its schedule; it leaves none.
    or not new.ordering_keys @> old.ordering_keys
    or (old.schedule_id is not null and new.schedule_id is distinct from old.schedule_id) then
    raise exception 'What a run is, by whom and with which input, does not change' using errcode = '42501';
  end if;
  -- A claim that was given back was no attempt.
  if new.last_seq < old.last_seq or new.fence < old.fence or new.archived_seq < old.archived_seq
    or (new.attempt < old.attempt and not (new.attempt = old.attempt - 1 and new.fence > old.fence
      and old.status = 'QUEUED' and new.status = 'QUEUED' and old.leased_by is not null and new.leased_by is null)) then
    raise exception 'The counters of a run do not fall' using errcode = '42501';
  end if;
  if old.status in ('SUCCEEDED', 'FAILED', 'CANCELLED', 'DEAD') then
    if to_jsonb(new) - 'archived_seq' - 'archived_hash' is distinct from to_jsonb(old) - 'archived_seq' - 'archived_hash' then
      raise exception 'A run that has ended as % does not change', old.status using errcode = 'TP409';
    end if;
    return new;
  end if;
  if old.status = 'QUEUED' and new.status = 'SUCCEEDED' then
    raise exception 'A run that is QUEUED cannot become SUCCEEDED: mark it running first' using errcode = 'TP409';
  end if;
  new.updated_at := greatest(clock_timestamp(), new.updated_at, old.updated_at);
  new.changed_in := pg_current_xact_id();
  return new;
end
$$;

create or replace function ops.claim(
  agent text, worker text, kinds text[] default null, max_runs int default 1, lease_seconds int default 60
) returns setof ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  caller text := ops.caller_agent();
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
      and (claim.kinds is null or r.kind = any (claim.kinds))
    order by r.claim_rank, r.run_at, r.id limit claim.max_runs
    for no key update skip locked);
  if claimed = '{}' then
    return;
  end if;
  return query
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id)
    select r.id, r.last_seq + 1, 'run.claimed', jsonb_build_object('worker', claim.worker, 'attempt', r.attempt + 1),
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)), who.sub, who.act, who.client_id
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

drop function ops.event_hash(uuid,integer,text,jsonb,timestamp with time zone,bytea);
create or replace function ops.event_hash(
  run_id uuid, seq int, type text, payload jsonb, created_at timestamptz, prev_hash bytea,
  sub uuid default null, act text default null, client_id text default null
) returns bytea language plpgsql immutable parallel safe set search_path = '' as $$
begin
  return sha256(prev_hash || convert_to(
    run_id::text || E'\n' || seq::text || E'\n'
      || ((extract(epoch from created_at at time zone 'UTC') * 1000000)::bigint)::text || E'\n'
      || length(type)::text || ' ' || type || E'\n' || coalesce(payload::text, '')
      || case when num_nonnulls(sub, act, client_id) = 0 then '' else
        E'\n' || coalesce(sub::text, '') || E'\n' || coalesce(length(act)::text || ' ' || act, '')
          || E'\n' || coalesce(length(client_id)::text || ' ' || client_id, '') end,
    'UTF8'));
end
$$;
revoke all on function ops.event_hash from public;
comment on function ops.event_hash is 'sha256 of: prev_hash, then as UTF-8, a line each: run, seq, microseconds since 1970, length and text of the type,
payload as jsonb prints it (nothing where null). Where somebody of sub, act and client_id did it, a line each follows:
sub; length and text of act; the same of client_id (nothing where null). Whoever has the events can compute it again.';

create or replace function ops.finish_runs(ends jsonb) returns table (run_id uuid, state text, message text)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  caller text := ops.caller_agent();
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
        and (caller is null or r.agent = caller) as is_plain
      from jsonb_to_recordset(finish_runs.ends) e ("runId" uuid, fence int, outcome text, output jsonb)
      join ops.runs r on r.id = e."runId"
      order by r.id for no key update of r) l
    where l.is_plain);
  instant := clock_timestamp();
  return query
  with event as (
    insert into ops.run_events (run_id, seq, type, created_at, prev_hash, sub, act, client_id)
    select r.id, r.last_seq + 1, 'run.succeeded', greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)), who.sub, who.act, who.client_id
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
      "errorCode" text, "errorMessage" text, retryable boolean)
    where e."runId" <> all (plain)
  loop
    begin
      perform ops.mark_finished(other."runId", other.fence, other.outcome, other.output, other."errorCode",
        other."errorMessage", coalesce(other.retryable, true));
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
  instant timestamptz;
  held uuid[];
begin
  perform ops.check_batch(give_back_runs.run_ids, give_back_runs.fences);
  perform ops.ensure_event_partitions();
  held := array(
    select l.id from (
      select r.id, r.status = 'QUEUED' and r.leased_by is not null and r.fence = t.fence
        and (caller is null or r.agent = caller) as is_held
      from unnest(give_back_runs.run_ids, give_back_runs.fences) t (id, fence) join ops.runs r on r.id = t.id
      order by r.id for no key update of r) l
    where l.is_held);
  -- Once they are locked: what was said before is seen then.
  held := array(select r.id from ops.runs r where r.id = any (held) and ops.is_unbegun(r));
  instant := clock_timestamp();
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id)
    select r.id, r.last_seq + 1, 'run.given_back', jsonb_build_object('worker', r.leased_by, 'attempt', r.attempt),
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)), who.sub, who.act, who.client_id
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

create or replace function ops.guard_approval() returns trigger language plpgsql set search_path = '' as $$
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
  return new;
end
$$;

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
comment on function ops.request_approval is 'Asks for an approval. While one for the same is undecided, that is the answer. Of a `deployment`, subject_id is the
build''s uuid, the environment is one of its project''s, and project_id need not be given.
A service says for whom it asks; anybody else asks in his own name, and an agent that acts for a user in that one''s.';

create or replace function ops.requeue_lost_of(agent text, max_runs int) returns int
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
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
      and r.status in ('QUEUED', 'RUNNING') and r.attempt >= ops.attempts_of(r)
    group by r.agent order by r.agent) d;
  lost := array(
    select r.id from ops.runs r
    where r.leased_until < instant and (requeue_lost_of.agent is null or r.agent = requeue_lost_of.agent)
      and r.status in ('QUEUED', 'RUNNING')
    order by r.leased_until limit requeue_lost_of.max_runs
    for no key update skip locked);
  if lost = '{}' then
    return 0;
  end if;
  unbegun := array(
    select r.id from ops.runs r where r.id = any (lost) and r.fence < unbegun_fence and ops.is_unbegun(r));
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id)
    select r.id, r.last_seq + 1, 'run.lease_lost', jsonb_build_object('worker', r.leased_by, 'attempt', r.attempt)
        || case when r.cancel_requested_at is null then '{}' else '{"outcome": "unknown until it is checked"}' end::jsonb
        || case when r.id = any (unbegun) then '{"begun": false}' else '{}' end::jsonb,
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)), who.sub, who.act, who.client_id
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
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id)
    select r.id, r.last_seq + 1, 'run.dead', jsonb_build_object('attempts', r.attempt),
      greatest(instant, r.updated_at), r.last_hash, who.sub, who.act, who.client_id
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

create or replace function ops.retire_partition(archive ops.archives) returns void language plpgsql set search_path = '' as $$
declare
  partition_name constant text := archive.partition_name;
  partition record;
  found_id uuid;
  attempts int := 0;
begin
  select p.* into partition from ops.event_partitions() p where p.name = partition_name;
  if partition.name is null then
    perform ops.refuse('TP404', format('There is no partition %s', partition_name));
  elsif exists (select from ops.event_partitions() p where p.from_at < partition.from_at) then
    perform ops.refuse('TP409', format('Partition %s stays: an older one is still there', partition_name));
  end if;
  -- Nobody appends to it from here on; who reads it is not disturbed.
  execute format('lock table ops.%I in share mode', partition_name);
  if (select d.row_count <> archive.row_count or d.lines_digest <> archive.lines_digest
      from ops.digest_rows(archive.source, partition_name, null) d) then
    perform ops.refuse('TP409', format('Partition %s is not what archive %s holds', partition_name, archive.id));
  end if;
  execute format('select r.id from ops.runs r where not ops.is_ended(r.status)
    and exists (select from ops.%I t where t.run_id = r.id) limit 1', partition_name) into found_id;
  if found_id is not null then
    perform ops.refuse('TP409', format('Partition %s stays: run %s has not ended', partition_name, found_id),
      jsonb_build_object('runId', found_id));
  end if;
  perform ops.check_partition_chain(partition_name);
  execute format($update$
    update ops.runs r set archived_seq = e.seq,
      archived_hash = ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id)
    from (select distinct on (t.run_id) t.* from ops.%I t order by t.run_id, t.seq desc) e
    where r.id = e.run_id$update$, partition_name);
  -- Dropped while attached, which detaches it in the same step: to detach it first would lock the runs too, which their
  -- writers lock before and after the events, and so in a circle. The lock on the events is asked for briefly and again,
  -- so that a long reader makes this wait and not everybody else.
  loop
    begin
      perform set_config('lock_timeout', '500ms', true);
      execute format('drop table ops.%I', partition_name);
      exit;
    exception when lock_not_available then
      attempts := attempts + 1;
      if attempts = 60 then
        perform ops.refuse('TP409', 'The events are being read all the time: try again later');
      end if;
      perform pg_sleep(0.5 + random() / 2);
    end;
  end loop;
  perform set_config('lock_timeout', '0', true);
end
$$;

create or replace function ops.save_run(run ops.runs, type text, payload jsonb default null, event_id uuid default gen_random_uuid())
returns ops.runs language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  prev bytea := coalesce(run.last_hash, ops.chain_start(run.id));
begin
  insert into ops.run_events (id, run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id)
  values (save_run.event_id, run.id, run.last_seq + 1, save_run.type, save_run.payload, run.updated_at, prev,
    who.sub, who.act, who.client_id);
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

create or replace function ops.spend_budget(agent text, coordinate text, times int, most int) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  today date := (clock_timestamp() at time zone 'UTC')::date;
  total int;
begin
  perform ops.check_text('agent', spend_budget.agent);
  perform ops.check_number('times', spend_budget.times, 1, 1000000);
  perform ops.check_number('most', spend_budget.most, 1, 1000000000);
  if spend_budget.times > spend_budget.most then
    return null;
  end if;
  insert into ops.agent_usage as u (agent, day, coordinate, used, sub, act, client_id)
  values (spend_budget.agent, today, spend_budget.coordinate, spend_budget.times, who.sub, who.act, who.client_id)
  on conflict (agent, day, coordinate, sub, client_id) do update set used = u.used + excluded.used
    where u.used + excluded.used <= spend_budget.most
  returning u.used into total;
  if total = spend_budget.times then
    delete from ops.agent_usage u where u.agent = spend_budget.agent and u.day < today - 31;
  end if;
  return spend_budget.most - total;
end
$$;
comment on function ops.spend_budget is 'Adds to what an agent has used today, unless it would then be more than `most`; answers what is left, or null where it
was too much, and nothing was added. While it acts for a person, that person''s use is counted by itself, and so is an OAuth
client''s: by the claims. Called by the gateway in its own name: an agent spends nobody''s budget, not even its own. What is
older than a month leaves with the first use of a day.';

create or replace function ops.start_runs(run_ids uuid[], fences int[])
returns table (run_id uuid, state text, message text, cancel_requested boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  caller text := ops.caller_agent();
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
        and (caller is null or r.agent = caller) as is_plain
      from unnest(start_runs.run_ids, start_runs.fences) t (id, fence) join ops.runs r on r.id = t.id
      order by r.id for no key update of r) l
    where l.is_plain);
  instant := clock_timestamp();
  return query
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id)
    select r.id, r.last_seq + 1, 'run.started', jsonb_build_object('worker', r.leased_by, 'attempt', r.attempt),
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)), who.sub, who.act, who.client_id
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
  if run.id is null then
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

grant execute on function work.add_comment to acting_agent;

grant execute on function work.add_database_column to acting_agent;

grant execute on function work.add_relation to acting_agent;

grant execute on function work.ancestors_of to acting_agent;

grant execute on function work.announce_file to acting_agent;

grant execute on function work.any_of to acting_agent;

grant execute on function work.apply_block_operations to acting_agent;

grant execute on function work.apply_operation to acting_agent;

grant execute on function work.archive_database to acting_agent;

grant execute on function work.archive_page to acting_agent;

grant execute on function work.archive_space to acting_agent;

grant execute on function work.archived_among to acting_agent;

grant execute on function work.are_marks to acting_agent;

create or replace function work.begin_once(key text, mutation text, input jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  asker text := work.caller();
  digest bytea := sha256(convert_to(begin_once.mutation || E'\n' || coalesce(begin_once.input, '{}')::text, 'UTF8'));
  known work.idempotency_keys;
begin
  if work.is_user() and work.user_id() is null then
    perform work.refuse('TP403', 'The token names no full user, and nobody else writes into the workspace');
  end if;
  if begin_once.key is null then
    if asker <> 'service' and (not work.is_user() or current_setting('role') = 'acting_agent') then
      perform work.refuse('TP400', 'An agent gives an idempotency key');
    end if;
    return null;
  end if;
  if length(begin_once.key) not between 1 and 200 then
    perform work.refuse('TP400', 'An idempotency key has from 1 to 200 characters');
  end if;
  insert into work.idempotency_keys as k (viewer, key, mutation, input_digest)
  values (asker, begin_once.key, begin_once.mutation, digest)
  on conflict do nothing;
  if found then
    return null;
  end if;
  select k.* into known from work.idempotency_keys k where k.viewer = asker and k.key = begin_once.key;
  if known.input_digest is distinct from digest then
    perform work.refuse('TP422', 'This idempotency key was used with another input: take a new one');
  end if;
  return known.answer;
end
$$;
grant execute on function work.begin_once to acting_agent;

grant execute on function work.begin_single_signs to acting_agent;

grant execute on function work.block_ancestors to acting_agent;

grant execute on function work.block_changes to acting_agent;

grant execute on function work.block_height to acting_agent;

grant execute on function work.block_id to acting_agent;

grant execute on function work.block_subtree to acting_agent;

grant execute on function work.blocks_that_are_left to acting_agent;

create or replace function work.caller() returns text
language sql stable set search_path = '' as $$
  select case
    when current_setting('role') = 'acting_agent' then concat(work.claims() #>> '{app_metadata,agent}', ' for ', auth.uid())
    when work.is_user() then coalesce((select auth.uid())::text, 'nobody')
    when current_setting('role') like 'agent\_%' or coalesce(work.claims() ->> 'role', '') like 'agent\_%'
      then coalesce(work.claims() #>> '{app_metadata,agent}', 'agent')
    else 'service' end
$$;
grant execute on function work.caller to acting_agent;
comment on function work.caller is 'Who asks, as text: a user''s uuid, an agent''s name, an agent for a user as both, or `service`. Keys are apart by it.';

grant execute on function work.carry_cells to acting_agent;

grant execute on function work.carry_discussion to acting_agent;

grant execute on function work.cell_operand to acting_agent;

grant execute on function work.cell_operands to acting_agent;

grant execute on function work.cell_problem to acting_agent;

grant execute on function work.cell_text to acting_agent;

grant execute on function work.change_permission to acting_agent;

grant execute on function work.change_space_language to acting_agent;

grant execute on function work.changed_blocks to acting_agent;

grant execute on function work.changes_since to acting_agent;

grant execute on function work.check_block_count to acting_agent;

grant execute on function work.check_block_places to acting_agent;

grant execute on function work.check_column_options to acting_agent;

grant execute on function work.check_column_type to acting_agent;

grant execute on function work.check_content to acting_agent;

grant execute on function work.check_operations to acting_agent;

grant execute on function work.check_page_size to acting_agent;

grant execute on function work.check_parent to acting_agent;

grant execute on function work.check_role to acting_agent;

grant execute on function work.check_text to acting_agent;

grant execute on function work.check_time_zone to acting_agent;

grant execute on function work.check_version to acting_agent;

grant execute on function work.choice_places to acting_agent;

grant execute on function work.choices_key to acting_agent;

grant execute on function work.claims to acting_agent;

grant execute on function work.clear_cell to acting_agent;

grant execute on function work.columns_at to acting_agent;

grant execute on function work.confirm_attachment to acting_agent;

grant execute on function work.content_problem to acting_agent;

grant execute on function work.convert_cell to acting_agent;

grant execute on function work.copies_of to acting_agent;

grant execute on function work.copy_attachments to acting_agent;

grant execute on function work.copy_cells to acting_agent;

grant execute on function work.copy_id to acting_agent;

grant execute on function work.copy_pages to acting_agent;

grant execute on function work.create_attachment to acting_agent;

grant execute on function work.create_database to acting_agent;

grant execute on function work.create_page to acting_agent;

grant execute on function work.create_page_from_template to acting_agent;

grant execute on function work.create_space to acting_agent;

grant execute on function work.date_key to acting_agent;

grant execute on function work.delete_attachment to acting_agent;

grant execute on function work.delete_block to acting_agent;

grant execute on function work.delete_comment to acting_agent;

grant execute on function work.delete_database_row to acting_agent;

grant execute on function work.delete_template to acting_agent;

grant execute on function work.densest_place to acting_agent;

grant execute on function work.duplicate_page to acting_agent;

grant execute on function work.edit_comment to acting_agent;

grant execute on function work.empty_content to acting_agent;

grant execute on function work.end_once to acting_agent;

grant execute on function work.exact_scan_limit to acting_agent;

grant execute on function work.excerpt to acting_agent;

grant execute on function work.excerpt_for to acting_agent;

grant execute on function work.files_to_copy to acting_agent;

grant execute on function work.fill_from_template to acting_agent;

grant execute on function work.find_attachment to acting_agent;

grant execute on function work.find_column to acting_agent;

grant execute on function work.find_comment to acting_agent;

grant execute on function work.find_database to acting_agent;

grant execute on function work.find_entry to acting_agent;

grant execute on function work.find_open_page to acting_agent;

grant execute on function work.find_page to acting_agent;

grant execute on function work.find_permission to acting_agent;

grant execute on function work.find_place to acting_agent;

grant execute on function work.find_row to acting_agent;

grant execute on function work.find_space to acting_agent;

grant execute on function work.fit_row to acting_agent;

grant execute on function work.follow_address to acting_agent;

grant execute on function work.follow_copies to acting_agent;

create or replace function work.for_user(call text, given jsonb) returns setof jsonb
language plpgsql set search_path = '' as $$
declare
  own_role constant text := current_setting('role');
  claims constant jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
  called pg_catalog.pg_proc;
  columns text;
  arguments text;
begin
  if own_role not like 'agent\_%' or claims ->> 'role' is distinct from own_role or claims ->> 'sub' is null then
    raise exception 'Only an agent writes for a user, and only while it acts for one' using errcode = 'TP403';
  end if;
  select p.* into called from pg_catalog.pg_proc p
  where p.pronamespace = 'work'::regnamespace and 'work.' || p.proname = call and p.prokind = 'f';
  if called.oid is null or not has_function_privilege(own_role, called.oid, 'execute') then
    raise exception '% may not execute %', claims #>> '{app_metadata,agent}', call using errcode = '42501';
  end if;
  select string_agg(format('%I %s', a.name, format_type(a.type, null)), ', '),
    string_agg(format(case when a.type = 'jsonb'::regtype then '%1$I => case jsonb_typeof(g.%1$I) when ''string'' then (g.%1$I #>> ''{}'')::jsonb else g.%1$I end'
      else '%1$I => g.%1$I' end, a.name), ', ')
  into columns, arguments
  from unnest(called.proargnames[1:called.pronargs], called.proargtypes::oid[]) as a (name, type)
  where given ? a.name;
  perform set_config('role', 'acting_agent', true);
  return query execute format('select to_jsonb(a) from jsonb_to_record($1) as g (%s), lateral work.%I(%s) as a', columns, called.proname, arguments)
    using given;
  perform set_config('role', own_role, true);
end
$$;
revoke all on function work.for_user from public;
comment on function work.for_user is 'Calls a function of the workspace for the user that an agent acts for: one that the agent may execute, in the role
acting_agent, which may what users may and under the same policies. `given`: its arguments by name, of a jsonb its text.
Answers each row, or the single value, as JSON. Not SECURITY DEFINER: the login itself may become that role, no other may.';

grant execute on function work.free_rank to acting_agent;

grant execute on function work.grant_permission to acting_agent;

grant execute on function work.has_embeddings to acting_agent;

grant execute on function work.has_hidden_changes to acting_agent;

grant execute on function work.has_iterative_scan to acting_agent;

grant execute on function work.has_signs to acting_agent;

grant execute on function work.holds_text to acting_agent;

grant execute on function work.id_pattern to acting_agent;

grant execute on function work.images_since to acting_agent;

grant execute on function work.insert_block to acting_agent;

grant execute on function work.insert_database_rows to acting_agent;

grant execute on function work.is_address to acting_agent;

grant execute on function work.is_cell_operator to acting_agent;

grant execute on function work.is_copying to acting_agent;

grant execute on function work.is_id to acting_agent;

grant execute on function work.is_mark to acting_agent;

grant execute on function work.is_rank to acting_agent;

grant execute on function work.is_rebalancing to acting_agent;

grant execute on function work.is_rich_text to acting_agent;

grant execute on function work.is_set to acting_agent;

grant execute on function work.is_short_text to acting_agent;

grant execute on function work.is_table to acting_agent;

grant execute on function work.is_table_row to acting_agent;

create or replace function work.is_user() returns boolean
language sql stable set search_path = '' as $$
  select current_setting('role') = 'acting_agent'
    or 'authenticated' in (current_setting('role'), coalesce(work.claims() ->> 'role', ''))
$$;
grant execute on function work.is_user to acting_agent;
comment on function work.is_user is 'Whether a user asks, or an agent writes for one (work.for_user): membership decides. Else it is a service, the owner, or an
agent that reads. Never current_user: inside a function that is SECURITY DEFINER that is the owner.';

grant execute on function work.is_uuid to acting_agent;

grant execute on function work.join_text to acting_agent;

grant execute on function work.keyed_cells to acting_agent;

grant execute on function work.left_out to acting_agent;

grant execute on function work.left_out_of to acting_agent;

grant execute on function work.left_out_of_template to acting_agent;

grant execute on function work.lexeme_query to acting_agent;

grant execute on function work.link_odoo_record to acting_agent;

grant execute on function work.lock_comment to acting_agent;

grant execute on function work.lock_database to acting_agent;

grant execute on function work.lock_page to acting_agent;

grant execute on function work.lock_row to acting_agent;

grant execute on function work.lock_space to acting_agent;

grant execute on function work.lock_template to acting_agent;

grant execute on function work.lock_tree to acting_agent;

grant execute on function work.mark_beginnings to acting_agent;

grant execute on function work.marked_html to acting_agent;

grant execute on function work.marked_text to acting_agent;

grant execute on function work.matching_chunks to acting_agent;

grant execute on function work.max_rank_length to acting_agent;

grant execute on function work.merge_block to acting_agent;

grant execute on function work.merge_target to acting_agent;

grant execute on function work.missing_row to acting_agent;

grant execute on function work.move_block to acting_agent;

grant execute on function work.move_page to acting_agent;

grant execute on function work.my_admin_space_ids to acting_agent;

grant execute on function work.my_editable_space_ids to acting_agent;

grant execute on function work.my_open_space_ids to acting_agent;

grant execute on function work.my_space_ids to acting_agent;

grant execute on function work.named_block to acting_agent;

grant execute on function work.named_ids to acting_agent;

grant execute on function work.nearest_chunks to acting_agent;

grant execute on function work.net_changes to acting_agent;

grant execute on function work.new_block_id to acting_agent;

grant execute on function work.normal_cell to acting_agent;

create or replace function work.note_actor() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  who record;
  is_written boolean := tg_op = 'INSERT';
begin
  -- The owner, in a restore: the row comes as it was.
  if work.claims() is null and current_setting('role') = 'none' then
    return new;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'blocks' then
    is_written := row(new.type, new.content) is distinct from row(old.type, old.content);
  elsif tg_op = 'UPDATE' then
    is_written := new.body is distinct from old.body;
  end if;
  if is_written then
    who := ops.acting();
    new.sub := who.sub;
    new.act := who.act;
    new.client_id := who.client_id;
  else
    new.sub := old.sub;
    new.act := old.act;
    new.client_id := old.client_id;
  end if;
  return new;
end
$$;
revoke all on function work.note_actor from public;
comment on function work.note_actor is 'Notes who wrote what stands in a comment or block: the person, the agent and the OAuth client of the verified claims,
whatever a client sends back. Who moves it or resolves it does not write it. SECURITY DEFINER: nobody asks for the claims so.';

create or replace function work.note_changed_blocks(page_ids uuid[], block_ids uuid[], kind text) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  -- Once each: of a page for every block of it Postgres would think that they are many, and read all pages.
  changed constant uuid[] := array(select distinct unnest(page_ids));
begin
  -- In the order of their ids, so that two writers of the same pages do not wait for each other.
  perform from work.pages p where p.id = any (changed) order by p.id for no key update;
  update work.pages p set version = p.version + 1
  where p.id = any (changed) and p.versioned_in <> pg_current_xact_id();
  insert into work.page_changes as n (page_id, space_id, block_id, version, kind, sub, act, client_id)
  select p.id, p.space_id, c.block_id, p.version, note_changed_blocks.kind, who.sub, who.act, who.client_id
  from unnest(page_ids, block_ids) as c (page_id, block_id) join work.pages p on p.id = c.page_id
  where p.id = any (changed)
  on conflict (page_id, block_id) do update set version = excluded.version, kind = excluded.kind,
    sub = excluded.sub, act = excluded.act, client_id = excluded.client_id;
end
$$;

grant execute on function work.odoo_column to acting_agent;

create or replace function work.open_entry(page_id uuid) returns work.page_history
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  who record := ops.acting();
  page work.pages;
  entry work.page_history;
begin
  select p.* into page from work.pages p where p.id = page_id for no key update;
  if page.id is null then
    return null;
  end if;
  select h.* into entry from work.page_history h where h.page_id = page_id order by h.number desc limit 1;
  if entry.changed_in = pg_current_xact_id() then
    if row(entry.version, entry.in_space_id) is distinct from row(page.version, page.space_id) then
      update work.page_history h set version = page.version, in_space_id = page.space_id, is_version = true
      where h.id = entry.id returning h.* into entry;
    end if;
    return entry;
  end if;
  insert into work.page_history as h (space_id, page_id, in_space_id, number, version, is_version, restored_version, changed_by,
    sub, act, client_id)
  values (page.space_id, page.id, page.space_id, coalesce(entry.number, 0) + 1, page.version,
    page.versioned_in = pg_current_xact_id(), nullif(nullif(work.restoring(), ''), 'bin')::int, auth.uid(),
    who.sub, who.act, who.client_id)
  returning h.* into entry;
  if entry.number % 64 = 0 then
    perform work.thin_history(page_id);
  end if;
  return entry;
end
$$;

grant execute on function work.page_rank to acting_agent;

grant execute on function work.page_siblings to acting_agent;

grant execute on function work.page_subtree to acting_agent;

grant execute on function work.page_tree to acting_agent;

grant execute on function work.pending_pages to acting_agent;

grant execute on function work.plain_dashes to acting_agent;

grant execute on function work.present_cells to acting_agent;

grant execute on function work.put_block to acting_agent;

grant execute on function work.put_block_back to acting_agent;

grant execute on function work.put_blocks_back to acting_agent;

grant execute on function work.put_column to acting_agent;

grant execute on function work.put_column_back to acting_agent;

grant execute on function work.put_columns_back to acting_agent;

grant execute on function work.put_databases to acting_agent;

grant execute on function work.put_databases_back to acting_agent;

grant execute on function work.put_row_back to acting_agent;

grant execute on function work.put_rows_back to acting_agent;

grant execute on function work.put_template to acting_agent;

grant execute on function work.question_terms to acting_agent;

grant execute on function work.rank_at to acting_agent;

grant execute on function work.rank_beside to acting_agent;

grant execute on function work.rank_between to acting_agent;

grant execute on function work.rank_digits to acting_agent;

grant execute on function work.rank_fraction to acting_agent;

grant execute on function work.rank_integer_length to acting_agent;

grant execute on function work.rank_step to acting_agent;

grant execute on function work.ranks_between to acting_agent;

grant execute on function work.read_date to acting_agent;

grant execute on function work.readable_space_ids to acting_agent;

grant execute on function work.rebalance_siblings to acting_agent;

grant execute on function work.refill_template to acting_agent;

grant execute on function work.refuse to acting_agent;

grant execute on function work.refuse_content to acting_agent;

grant execute on function work.refuse_operation to acting_agent;

grant execute on function work.refuse_overlap to acting_agent;

grant execute on function work.relation_end to acting_agent;

grant execute on function work.remove_database_column to acting_agent;

grant execute on function work.remove_relation to acting_agent;

grant execute on function work.rename_choices to acting_agent;

grant execute on function work.rename_database to acting_agent;

grant execute on function work.rename_database_choice to acting_agent;

grant execute on function work.rename_database_column to acting_agent;

grant execute on function work.rename_space to acting_agent;

grant execute on function work.renamed_since to acting_agent;

grant execute on function work.reopen_comment to acting_agent;

grant execute on function work.reply_to_comment to acting_agent;

grant execute on function work.require_role to acting_agent;

grant execute on function work.resolve_comment to acting_agent;

grant execute on function work.resolve_place to acting_agent;

grant execute on function work.restore_from_bin to acting_agent;

grant execute on function work.restore_page to acting_agent;

grant execute on function work.restore_page_version to acting_agent;

grant execute on function work.restore_space to acting_agent;

grant execute on function work.restoring to acting_agent;

grant execute on function work.retype_database_column to acting_agent;

grant execute on function work.revoke_permission to acting_agent;

grant execute on function work.role_in to acting_agent;

grant execute on function work.rows_with to acting_agent;

grant execute on function work.save_page_as_template to acting_agent;

grant execute on function work.search_pages to acting_agent;

grant execute on function work.search_passages to acting_agent;

grant execute on function work.search_status to acting_agent;

grant execute on function work.search_words to acting_agent;

grant execute on function work.sign_pairs to acting_agent;

grant execute on function work.sign_runs to acting_agent;

grant execute on function work.similar_titles to acting_agent;

grant execute on function work.snapshot_cells_problem to acting_agent;

grant execute on function work.snapshot_databases to acting_agent;

grant execute on function work.snapshot_ids to acting_agent;

grant execute on function work.snapshot_problem to acting_agent;

grant execute on function work.split_block to acting_agent;

grant execute on function work.split_text to acting_agent;

grant execute on function work.takes_children to acting_agent;

grant execute on function work.takes_choices to acting_agent;

grant execute on function work.template_blocks to acting_agent;

grant execute on function work.template_files to acting_agent;

grant execute on function work.template_problem to acting_agent;

grant execute on function work.template_tree_problem to acting_agent;

create or replace function work.thin_history(page_id uuid) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  keepers jsonb;
  last_left int;
begin
  with e as (
    -- What renames choices stays apart: of a column only the first change of an entry is kept.
    select h.*, case when exists (
      select from work.history_changes c where c.entry_id = h.id and c.kind = 'COLUMN' and c.before ? 'renamed'
    ) then -h.number else floor(extract(epoch from h.changed_at) / 600) end as slot
    from work.page_history h
    where h.page_id = page_id and h.number <= (select max(n.number) - 200 from work.page_history n where n.page_id = page_id)
  ), g as (
    select e.id, e.number, e.slot, e.changed_by, e.act, e.client_id, e.in_space_id, row_number() over (order by e.number)
      - row_number() over (partition by e.slot, e.changed_by, e.act, e.client_id, e.in_space_id order by e.number) as run
    from e
  ), k as (
    select g.id, last_value(g.id) over (partition by g.slot, g.changed_by, g.act, g.client_id, g.in_space_id, g.run order by g.number
      rows between unbounded preceding and unbounded following) as keeper
    from g
  )
  select jsonb_object_agg(k.id, k.keeper) filter (where k.id <> k.keeper or k.id in (
    select o.keeper from k o where o.id <> o.keeper)) into keepers from k;
  if keepers is not null then
    perform work.merge_entries(keepers);
  end if;
  select max(s.number) into last_left from (
    select h.number, row_number() over (order by h.number desc) as nth,
      sum((select sum(pg_column_size(c.before)) from work.history_changes c where c.entry_id = h.id)) over (order by h.number desc) as bytes
    from work.page_history h where h.page_id = page_id
  ) s where s.nth > 2000 or (s.nth > 1 and s.bytes > 67108864);
  delete from work.page_history h where h.page_id = page_id and h.number <= last_left;
end
$$;
comment on function work.thin_history is 'Thins what is kept of a page''s history: about 2000 entries and 64 MB, and all of the newest 200. What one person, or one
agent for a person, did before those within ten minutes becomes one entry, the last: what is between is forgotten, and who
typed all day has not typed yesterday away.';

grant execute on function work.title_lexemes to acting_agent;

grant execute on function work.touched_blocks to acting_agent;

grant execute on function work.typed_pattern to acting_agent;

grant execute on function work.typed_words to acting_agent;

grant execute on function work.unlink_odoo_record to acting_agent;

grant execute on function work.update_block to acting_agent;

grant execute on function work.update_database_row to acting_agent;

grant execute on function work.update_page to acting_agent;

grant execute on function work.update_template to acting_agent;

grant execute on function work.user_id to acting_agent;

grant execute on function work.utf16_characters to acting_agent;

grant execute on function work.utf16_length to acting_agent;

grant execute on function work.waiting_pages to acting_agent;

grant execute on function work.walk_the_graph to acting_agent;

grant execute on function work.with_block_ids to acting_agent;

grant execute on function work.with_text to acting_agent;

grant execute on function work.without_endings to acting_agent;
