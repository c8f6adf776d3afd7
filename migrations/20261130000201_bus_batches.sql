-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.check_batch(run_ids uuid[], fences int[]) returns void
language plpgsql set search_path = '' as $$
begin
  if cardinality(run_ids) > 500 then
    perform ops.refuse('TP400', format('%s runs are too many for one call: at most 500 are taken', cardinality(run_ids)));
  elsif run_ids is null or cardinality(run_ids) is distinct from cardinality(fences) then
    perform ops.refuse('TP400', 'Give one fence for each run');
  elsif cardinality(run_ids) <> (select count(distinct id) from unnest(run_ids) id) then
    perform ops.refuse('TP400', 'Name each run once, by its uuid');
  end if;
end
$$;
revoke all on function ops.check_batch from public;
comment on function ops.check_batch is 'Refuses a batch that names more runs than one call should lock, one of them twice, or not one fence for each.';

create or replace function ops.check_run_change() returns trigger language plpgsql set search_path = '' as $$
begin
  if row(new.id, new.agent, new.kind, new.idempotency_key, new.requested_by, new.created_at, new.input_digest, new.max_attempts,
      new.due_at, new.retry_of)
      is distinct from
      row(old.id, old.agent, old.kind, old.idempotency_key, old.requested_by, old.created_at, old.input_digest, old.max_attempts,
      old.due_at, old.retry_of)
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

create or replace function ops.finish_runs(ends jsonb) returns table (run_id uuid, state text, message text)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
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
    insert into ops.run_events (run_id, seq, type, created_at, prev_hash)
    select r.id, r.last_seq + 1, 'run.succeeded', greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id))
    from ops.runs r where r.id = any (plain)
    returning run_id, seq, type, payload, created_at, prev_hash
  )
  update ops.runs r set
    status = 'SUCCEEDED', output = said.output, finished_at = e.created_at, updated_at = e.created_at,
    leased_by = null, leased_until = null, error_code = null, error_message = null,
    last_seq = e.seq, last_hash = ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash)
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
revoke all on function ops.finish_runs from public;
grant execute on function ops.finish_runs to service_role, agent_sync_odoo_agent;
comment on function ops.finish_runs is 'What mark_finished says of one run, of many at once, each by itself: a run that is refused is answered with state and
message, and hinders no other. `ends` is a list of {runId, fence, outcome, output, errorCode, errorMessage, retryable}.';

create or replace function ops.give_back_runs(run_ids uuid[], fences int[]) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
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
  instant := clock_timestamp();
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
    select r.id, r.last_seq + 1, 'run.given_back', jsonb_build_object('worker', r.leased_by, 'attempt', r.attempt),
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id))
    from ops.runs r where r.id = any (held)
    returning run_id, seq, type, payload, created_at, prev_hash
  )
  update ops.runs r set
    leased_by = null, leased_until = null, fence = r.fence + 1, attempt = r.attempt - 1, updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash)
  from event e where r.id = e.run_id;
  return cardinality(held);
end
$$;
revoke all on function ops.give_back_runs from public;
grant execute on function ops.give_back_runs to service_role, agent_sync_odoo_agent;
comment on function ops.give_back_runs is 'Gives claimed runs back whose handlers did not begin: they are queued as before, and the claim counts as no attempt. What the
caller no longer holds, or has begun, stays as it is. Answers how many were given back.';

create or replace function ops.notify_changes() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_notify('tripoint_ops', n.ids) from (
    select string_agg(c.id::text, ',') as ids
    from (select id, (row_number() over () - 1) / 200 as notice from changed) c group by c.notice) n;
  return null;
end
$$;
comment on function ops.notify_changes is 'A wake-up, no message: readers read past their cursor. Each event also changes its run, so the runs are enough. One notice
names up to 200 rows, as many as it has room for.';

create or replace function ops.notify_due() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_notify('tripoint_due', c.agent) from changed c
  where c.status = 'QUEUED' and c.leased_by is null and c.lines_ahead = 0 and c.run_at <= clock_timestamp()
  group by c.agent;
  return null;
end
$$;
revoke all on function ops.notify_due from public;
comment on function ops.notify_due is 'Tells the workers of each agent that has runs to claim now. What is due later they find by asking.';

create or replace function ops.start_runs(run_ids uuid[], fences int[])
returns table (run_id uuid, state text, message text, cancel_requested boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
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
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
    select r.id, r.last_seq + 1, 'run.started', jsonb_build_object('worker', r.leased_by, 'attempt', r.attempt),
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id))
    from ops.runs r where r.id = any (plain)
    returning run_id, seq, type, payload, created_at, prev_hash
  )
  update ops.runs r set
    status = 'RUNNING', started_at = e.created_at, updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash)
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
revoke all on function ops.start_runs from public;
grant execute on function ops.start_runs to service_role, agent_sync_odoo_agent;
comment on function ops.start_runs is 'What mark_running says of one run, of many at once, each by itself: a run that is refused is answered with state and
message, and hinders no other. Of the rest the answer says whether a cancel was asked for.';
