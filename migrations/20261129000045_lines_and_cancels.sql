-- Lines: of the runs that share an ordering key one is open to workers at a time, the one that was enqueued first. And a
-- cancel that asks: once a run has begun, only the holder of its lease can say what was done.

-- Columns ---------------------------------------------------------------------------------------------------------

alter table ops.runs
  add column ordering_keys text[] not null default '{}',
  add column lines_ahead int not null default 0 check (lines_ahead >= 0),
  add column cancel_requested_at timestamptz,
  add column cancel_requested_by text,
  add check ((cancel_requested_at is null) = (cancel_requested_by is null));

comment on column ops.runs.ordering_keys is 'The lines that the run stands in; it is claimed when it is the first in each.';
comment on column ops.runs.lines_ahead is 'In how many of its lines an earlier run is open: the claim looks at this number alone.';

-- Only who is first in all lines is in the index: a long line costs a claim nothing.
drop index ops.runs_claimable;
create index runs_claimable on ops.runs (agent, priority desc, run_at, id)
  where status = 'QUEUED' and leased_by is null and lines_ahead = 0;

-- Lines -----------------------------------------------------------------------------------------------------------

-- A row is a line's lock, there while the line has a run: rows, as an advisory lock each would fill the lock table.
create table ops.run_lines (
  agent text not null,
  ordering_key text not null check (length(ordering_key) between 1 and 200),
  primary key (agent, ordering_key)
);

-- The open runs of each line. A place is taken under the line's lock, which holds until the commit: places in one line are
-- in the order of commits, also where two enqueue at once.
create sequence ops.run_place;
create table ops.run_places (
  agent text not null,
  ordering_key text not null,
  place bigint not null,
  run_id uuid not null references ops.runs (id) on delete cascade,
  primary key (agent, ordering_key, place),
  unique (run_id, ordering_key)
);

alter table ops.run_lines enable row level security;
alter table ops.run_places enable row level security;
grant select on ops.run_lines, ops.run_places to service_role, agent_sync_odoo_agent;
create policy read_run_lines on ops.run_lines for select to service_role, agent_sync_odoo_agent using (true);
create policy read_run_places on ops.run_places for select to service_role, agent_sync_odoo_agent using (true);

-- The lines of a run for which none was given: a write to Odoo stands in those of the records that it names.
create function ops.default_ordering_keys(kind text, input jsonb) returns text[]
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(array_agg(distinct left(input ->> 'model', 100) || '/' || trunc(id::numeric)), '{}')
  from jsonb_array_elements_text(case when jsonb_typeof(input -> 'ids') = 'array' then input -> 'ids' else '[]' end) id
  where kind = 'odoo.write' and jsonb_typeof(input -> 'model') = 'string' and id ~ '^[0-9]{1,10}(\.0+)?$'
$$;

-- Waits for each line, in one order for all. Lines come before the runs' own rows, so that nobody waits in a circle.
create function ops.lock_lines(agent text, keys text[]) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  insert into ops.run_lines as l (agent, ordering_key)
  select distinct lock_lines.agent, key collate "C" from unnest(lock_lines.keys) key order by 2
  on conflict (agent, ordering_key) do update set ordering_key = l.ordering_key;
end
$$;

-- Before a run is locked that may end: its end moves its lines.
create function ops.lock_lines_of(run_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform ops.lock_lines(r.agent, r.ordering_keys) from ops.runs r
  where r.id = lock_lines_of.run_id and r.ordering_keys <> '{}' and not ops.is_ended(r.status);
end
$$;

create function ops.drop_empty_lines(agent text, keys text[]) returns void
language sql set search_path = '' as $$
  delete from ops.run_lines l
  where l.agent = drop_empty_lines.agent and l.ordering_key = any (drop_empty_lines.keys)
    and not exists (select from ops.run_places p where p.agent = l.agent and p.ordering_key = l.ordering_key)
$$;

-- A run that ends leaves its lines, however it ended: where it was first, the next one has one line less ahead of it.
create function ops.leave_lines() returns trigger
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  waiting uuid[];
begin
  perform ops.lock_lines(new.agent, new.ordering_keys);
  waiting := array(
    select behind.run_id
    from ops.run_places own, lateral (
      select p.run_id, p.place from ops.run_places p
      where p.agent = own.agent and p.ordering_key = own.ordering_key and p.run_id <> own.run_id
      order by p.place limit 1) behind
    where own.run_id = new.id and behind.place > own.place);
  delete from ops.run_places p where p.run_id = new.id;
  perform ops.drop_empty_lines(new.agent, new.ordering_keys);
  perform from ops.runs r where r.id = any (waiting) order by r.id for no key update;
  update ops.runs r set lines_ahead = r.lines_ahead - n.lines
  from (select id, count(*)::int as lines from unnest(waiting) id group by id) n
  where r.id = n.id;
  return null;
end
$$;
create trigger leave_lines after update on ops.runs for each row
  when (new.ordering_keys <> '{}' and old.status in ('QUEUED', 'RUNNING') and new.status not in ('QUEUED', 'RUNNING'))
  execute function ops.leave_lines();

-- What is open already takes its place too.
with open as (
  select r.id, r.agent, ops.default_ordering_keys(r.kind, r.input) as keys,
    row_number() over (order by r.status = 'RUNNING' desc, r.created_at, r.id) as place
  from ops.runs r where r.status in ('QUEUED', 'RUNNING')
), marked as (
  update ops.runs r set ordering_keys = o.keys from open o where r.id = o.id and o.keys <> '{}'
)
insert into ops.run_places (agent, ordering_key, place, run_id)
select o.agent, key, o.place, o.id from open o, unnest(o.keys) key;
insert into ops.run_lines (agent, ordering_key) select distinct agent, ordering_key from ops.run_places;
select setval('ops.run_place', coalesce(max(place), 0) + 1) from ops.run_places;
update ops.runs r set lines_ahead = a.lines
from (
  select p.run_id, count(*)::int as lines from ops.run_places p
  where exists (select from ops.run_places e
    where e.agent = p.agent and e.ordering_key = p.ordering_key and e.place < p.place)
  group by p.run_id
) a where r.id = a.run_id;

create or replace function ops.check_run_change() returns trigger language plpgsql set search_path = '' as $$
begin
  if row(new.id, new.agent, new.kind, new.idempotency_key, new.requested_by, new.created_at, new.input_digest, new.max_attempts,
      new.ordering_keys)
      is distinct from
      row(old.id, old.agent, old.kind, old.idempotency_key, old.requested_by, old.created_at, old.input_digest, old.max_attempts,
      old.ordering_keys)
    or new.input is distinct from old.input
    or (old.schedule_id is not null and new.schedule_id is distinct from old.schedule_id) then
    raise exception 'What a run is, by whom and with which input, does not change' using errcode = '42501';
  end if;
  if new.last_seq < old.last_seq or new.fence < old.fence or new.attempt < old.attempt
    or new.archived_seq < old.archived_seq then
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

create or replace function ops.save_run(run ops.runs, type text, payload jsonb default null, event_id uuid default gen_random_uuid())
returns ops.runs language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  prev bytea := coalesce(run.last_hash, ops.chain_start(run.id));
begin
  insert into ops.run_events (id, run_id, seq, type, payload, created_at, prev_hash)
  values (save_run.event_id, run.id, run.last_seq + 1, save_run.type, save_run.payload, run.updated_at, prev);
  update ops.runs r set
    status = run.status, output = run.output, started_at = run.started_at, finished_at = run.finished_at,
    run_at = run.run_at, leased_by = run.leased_by, leased_until = run.leased_until,
    error_code = run.error_code, error_message = run.error_message, updated_at = run.updated_at,
    cancel_requested_at = run.cancel_requested_at, cancel_requested_by = run.cancel_requested_by,
    last_seq = run.last_seq + 1,
    last_hash = ops.event_hash(run.id, run.last_seq + 1, save_run.type, save_run.payload, run.updated_at, prev)
  where r.id = run.id
  returning r.* into run;
  return run;
end
$$;

-- The functions that change ------------------------------------------------------------------------------------------

-- How often a run may be claimed. One that was asked to end may be claimed more often, to find out what was done.
create function ops.attempts_of(run ops.runs) returns int
language sql immutable parallel safe set search_path = '' as $$
  select run.max_attempts + case when run.cancel_requested_at is null then 0 else 20 end
$$;

create or replace function ops.requeue_lost_of(agent text, max_runs int) returns int
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  instant timestamptz := clock_timestamp();
  lost uuid[];
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
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
    select r.id, r.last_seq + 1, 'run.lease_lost', jsonb_build_object('worker', r.leased_by, 'attempt', r.attempt)
        || case when r.cancel_requested_at is null then '{}' else '{"outcome": "unknown until it is checked"}' end::jsonb,
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id))
    from ops.runs r where r.id = any (lost)
    returning run_id, seq, type, payload, created_at, prev_hash
  )
  update ops.runs r set
    status = 'QUEUED', leased_by = null, leased_until = null, fence = r.fence + 1,
    run_at = case when r.cancel_requested_at is null then e.created_at + ops.backoff(r.attempt) else e.created_at end,
    error_code = 'LEASE_LOST', error_message = format('Worker %s was lost', r.leased_by)
      || case when r.cancel_requested_at is null then '' else ': what it did is unknown until it is checked' end,
    updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash)
  from event e where r.id = e.run_id;

  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
    select r.id, r.last_seq + 1, 'run.dead', jsonb_build_object('attempts', r.attempt),
      greatest(instant, r.updated_at), r.last_hash
    from ops.runs r where r.id = any (lost) and r.attempt >= ops.attempts_of(r)
    returning run_id, seq, type, payload, created_at, prev_hash
  )
  update ops.runs r set
    status = 'DEAD', finished_at = e.created_at, updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash)
  from event e where r.id = e.run_id;
  return cardinality(lost);
end
$$;

-- Who asks for a run: whoever calls, or for whom a service says that it asks, a user by uuid. An agent that acts for a user
-- asks for that one.
create function ops.requester(requested_by text) returns text
language plpgsql stable set search_path = '' as $$
declare
  named text := ops.identity(requester.requested_by);
  own text := ops.identity(ops.claims() ->> 'sub');
begin
  if requester.requested_by is null then
    return case when ops.caller_agent() is null then ops.caller() else coalesce(own, ops.caller()) end;
  elsif named !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    perform ops.refuse('TP400', 'requestedBy must be the uuid of a user, also as user:<uuid>', '{"argument": "requestedBy"}');
  elsif (ops.is_user() or ops.caller_agent() is not null) and named is distinct from own then
    perform ops.refuse('TP403', 'Only a service asks in the name of another: leave requestedBy out');
  end if;
  return named;
end
$$;

-- Adds a run. The same key with the same input answers the run of the first call; an agent must give a key. The run takes
-- its place in its lines: those of ordering_key, or the default ones.
drop function ops.enqueue(text, text, jsonb, text, int, timestamptz, int);
create function ops.enqueue(
  agent text, kind text, input jsonb default null, idempotency_key text default null,
  priority int default 0, run_at timestamptz default null, max_attempts int default 5, ordering_key text default null,
  requested_by text default null
) returns table (run_id uuid, created boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  caller text := ops.caller_agent();
  instant timestamptz;
  new_id uuid := gen_random_uuid();
  start bytea := ops.chain_start(new_id);
  digest bytea := sha256(convert_to(coalesce(enqueue.input::text, ''), 'UTF8'));
  requester text := ops.requester(enqueue.requested_by);
  note jsonb := jsonb_build_object('by', ops.caller());
  keys text[] := case when enqueue.ordering_key is null then ops.default_ordering_keys(enqueue.kind, enqueue.input)
    else array[enqueue.ordering_key] end;
  earlier ops.runs;
begin
  perform ops.check_text('agent', enqueue.agent);
  perform ops.check_text('kind', enqueue.kind);
  perform ops.check_json('input', enqueue.input);
  perform ops.check_number('priority', enqueue.priority, -1000, 1000);
  perform ops.check_number('maxAttempts', enqueue.max_attempts, 1, 100);
  if caller is not null and enqueue.idempotency_key is null then
    perform ops.refuse('TP400', 'An agent must give an idempotencyKey');
  elsif enqueue.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', enqueue.idempotency_key);
  end if;
  if enqueue.ordering_key is not null then
    perform ops.check_text('orderingKey', enqueue.ordering_key);
  end if;
  if caller <> enqueue.agent then
    perform ops.refuse('TP403', format('%s may not enqueue for %s', caller, enqueue.agent));
  end if;
  if requester <> ops.caller() then
    note := note || jsonb_build_object('requestedBy', requester);
  end if;
  perform ops.ensure_event_partitions();
  if keys <> '{}' then
    perform ops.lock_lines(enqueue.agent, keys);
  end if;
  instant := clock_timestamp();
  -- Once more where the earlier run left between the two statements.
  loop
    insert into ops.runs (id, agent, kind, input, idempotency_key, input_digest, priority, run_at, max_attempts,
      ordering_keys, lines_ahead, requested_by, created_at, updated_at, last_seq, last_hash)
    values (new_id, enqueue.agent, enqueue.kind, enqueue.input, enqueue.idempotency_key, digest, enqueue.priority,
      coalesce(enqueue.run_at, instant), enqueue.max_attempts, keys,
      (select count(distinct p.ordering_key) from ops.run_places p
       where p.agent = enqueue.agent and p.ordering_key = any (keys)),
      requester, instant, instant, 1,
      ops.event_hash(new_id, 1, 'run.enqueued', note, instant, start))
    on conflict (agent, kind, idempotency_key) where idempotency_key is not null do nothing;
    if found then
      insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
      values (new_id, 1, 'run.enqueued', note, instant, start);
      if keys <> '{}' then
        insert into ops.run_places (agent, ordering_key, place, run_id)
        select enqueue.agent, key, p.place, new_id
        from (select nextval('ops.run_place') as place) p, unnest(keys) key;
      end if;
      return query select new_id, true;
      return;
    end if;
    select r.* into earlier from ops.runs r
    where r.agent = enqueue.agent and r.kind = enqueue.kind and r.idempotency_key = enqueue.idempotency_key;
    exit when found;
  end loop;
  if keys <> '{}' then
    perform ops.drop_empty_lines(enqueue.agent, keys);
  end if;
  if earlier.input_digest is distinct from digest then
    perform ops.refuse('TP422',
      format('Run %s has this idempotencyKey and another input: use a new key', earlier.id),
      jsonb_build_object('runId', earlier.id));
  end if;
  return query select earlier.id, false;
end
$$;

-- Leases up to max_runs to a worker, by priority and time, of those that are first in their lines; they stay QUEUED until
-- mark_running. What others are just claiming is passed by, so two workers never get the same run nor wait for each other.
create or replace function ops.claim(
  agent text, worker text, kinds text[] default null, max_runs int default 1, lease_seconds int default 60
) returns setof ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
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
    order by r.priority desc, r.run_at, r.id limit claim.max_runs
    for no key update skip locked);
  if claimed = '{}' then
    return;
  end if;
  return query
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
    select r.id, r.last_seq + 1, 'run.claimed', jsonb_build_object('worker', claim.worker, 'attempt', r.attempt + 1),
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id))
    from ops.runs r where r.id = any (claimed)
    returning run_id, seq, type, payload, created_at, prev_hash
  ), changed as (
    update ops.runs r set
      attempt = r.attempt + 1, fence = r.fence + 1, leased_by = claim.worker,
      leased_until = instant + make_interval(secs => claim.lease_seconds), updated_at = e.created_at,
      last_seq = e.seq, last_hash = ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash)
    from event e where r.id = e.run_id
    returning r.*
  )
  select * from changed c order by c.priority desc, c.run_at, c.id;
end
$$;

-- Says how the handler ended: a failure that may be retried goes back to the queue while attempts are left. CANCELLED is
-- the answer to a cancel that was asked for: nothing was done. Any other end says that the cancel came too late. Called
-- again with the same fence and the same words it changes nothing.
create or replace function ops.mark_finished(
  run_id uuid, fence int, outcome text, output jsonb default null, error_code text default null,
  error_message text default null, retryable boolean default true
) returns ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  is_failure boolean := mark_finished.outcome = 'FAILED';
  code text := case when is_failure then mark_finished.error_code end;
  -- Cut, not refused: a worker that reports a failure must not fail at that.
  message text := case when is_failure then left(mark_finished.error_message, 4000) end;
  details jsonb := jsonb_strip_nulls(jsonb_build_object('errorCode', code, 'message', message));
begin
  if mark_finished.outcome is null or mark_finished.outcome not in ('SUCCEEDED', 'FAILED', 'CANCELLED') then
    perform ops.refuse('TP400', '"outcome" must be SUCCEEDED, FAILED or CANCELLED');
  end if;
  if code is not null then
    perform ops.check_text('errorCode', code);
  end if;
  perform ops.check_json('output', mark_finished.output);
  perform ops.lock_lines_of(mark_finished.run_id);
  run := ops.lock_run(mark_finished.run_id);
  if run.fence > 0 and run.fence = mark_finished.fence
    and run.error_code is not distinct from code and run.error_message is not distinct from message
    and ((run.status = mark_finished.outcome and run.output is not distinct from mark_finished.output)
      or (run.status = 'QUEUED' and run.leased_by is null and is_failure)) then
    return (select r from ops.runs r where r.id = run.id);
  end if;
  perform ops.check_fence(run, mark_finished.fence);
  if mark_finished.outcome = 'SUCCEEDED' and run.status <> 'RUNNING' then
    perform ops.refuse('TP409', format('Run %s is %s: mark it running first', run.id, run.status));
  elsif mark_finished.outcome = 'CANCELLED' and run.cancel_requested_at is null then
    perform ops.refuse('TP409', format('Nobody asked to cancel run %s: say how it ended', run.id));
  end if;
  if is_failure and mark_finished.retryable and run.attempt < ops.attempts_of(run) then
    run.leased_by := null;
    run.leased_until := null;
    run.error_code := code;
    run.error_message := message;
    run.status := 'QUEUED';
    run.run_at := run.updated_at + ops.backoff(run.attempt);
    return ops.save_run(run, 'run.retried', details || jsonb_build_object('attempt', run.attempt, 'runAt', run.run_at));
  end if;
  if run.cancel_requested_at is not null and mark_finished.outcome <> 'CANCELLED' then
    run := ops.save_run(run, 'run.cancel_too_late', jsonb_build_object('by', run.cancel_requested_by));
  end if;
  run.leased_by := null;
  run.leased_until := null;
  run.error_code := code;
  run.error_message := message;
  run.status := mark_finished.outcome;
  run.output := mark_finished.output;
  run.finished_at := run.updated_at;
  if mark_finished.outcome = 'SUCCEEDED' then
    return ops.save_run(run, 'run.succeeded');
  elsif mark_finished.outcome = 'CANCELLED' then
    return ops.save_run(run, 'run.cancelled', jsonb_build_object('reason', ops.cancel_reason(run), 'by', run.cancel_requested_by));
  end if;
  return ops.save_run(run, 'run.failed', details);
end
$$;

-- Why a cancel was asked for; null where nobody said.
create function ops.cancel_reason(run ops.runs) returns text
language sql stable set search_path = '' as $$
  select e.payload ->> 'reason' from ops.run_events e
  where e.run_id = run.id and e.type = 'run.cancel_requested' order by e.seq desc limit 1
$$;

-- Calls a run off. One whose handler never began ends at once: its worker, if it has one, is refused from then on. Of any
-- other only the holder of a lease can say what was done: it is asked, and answers by mark_finished, the one that holds the
-- lease now or the next one. One that was asked for, or is cancelled, stays so.
create or replace function ops.cancel(run_id uuid, reason text default null) returns ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  note jsonb := jsonb_build_object('reason', cancel.reason, 'by', ops.caller());
begin
  if cancel.reason is not null then
    perform ops.check_text('reason', cancel.reason, 2000);
  end if;
  perform ops.lock_lines_of(cancel.run_id);
  run := ops.lock_run(cancel.run_id);
  if run.status = 'CANCELLED' or (run.cancel_requested_at is not null and not ops.is_ended(run.status)) then
    return (select r from ops.runs r where r.id = run.id);
  elsif ops.is_ended(run.status) then
    perform ops.refuse('TP409', format('Run %s has ended as %s: it can no longer be cancelled', run.id, run.status),
      jsonb_build_object('status', run.status));
  end if;
  run.cancel_requested_at := run.updated_at;
  run.cancel_requested_by := ops.caller();
  if run.started_at is not null then
    if run.leased_by is null then
      run.run_at := least(run.run_at, run.updated_at);
    end if;
    perform pg_notify('tripoint_cancels', run.id::text);
    return ops.save_run(run, 'run.cancel_requested', note);
  end if;
  run.status := 'CANCELLED';
  run.leased_by := null;
  run.leased_until := null;
  run.finished_at := run.updated_at;
  return ops.save_run(run, 'run.cancelled', note);
end
$$;

-- Says that the handler is about to change another system, which cannot be undone: from here on a cancel comes too late.
-- Answers false, and notes nothing, where one was asked for before.
create function ops.begin_effect(run_id uuid, fence int, payload jsonb default null) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  run ops.runs;
begin
  perform ops.check_json('payload', begin_effect.payload);
  run := ops.lock_run(begin_effect.run_id);
  perform ops.check_fence(run, begin_effect.fence);
  if run.cancel_requested_at is not null then
    return false;
  end if;
  perform ops.save_run(run, 'run.effect_begun', begin_effect.payload);
  return true;
end
$$;

-- Who may call what -----------------------------------------------------------------------------------------------

revoke execute on function
  ops.default_ordering_keys(text, jsonb), ops.lock_lines(text, text[]), ops.lock_lines_of(uuid),
  ops.drop_empty_lines(text, text[]), ops.leave_lines(), ops.attempts_of(ops.runs), ops.requester(text),
  ops.cancel_reason(ops.runs), ops.begin_effect(uuid, int, jsonb),
  ops.enqueue(text, text, jsonb, text, int, timestamptz, int, text, text)
from public;
grant execute on function
  ops.enqueue(text, text, jsonb, text, int, timestamptz, int, text, text),
  ops.begin_effect(uuid, int, jsonb)
to service_role, agent_sync_odoo_agent;
