-- Schedules that say what happens while an earlier run is open, and that can be deleted; runs that can be retried; and one
-- way by which every run comes into the queue.

alter table ops.schedules
  add column overlap text not null default 'ALLOW' check (overlap in ('ALLOW', 'SKIP', 'QUEUE')),
  add column last_skipped_at timestamptz;
comment on column ops.schedules.overlap is
  'While an earlier run of the schedule is open: ALLOW another beside it, SKIP the due time, or QUEUE the next behind it.';

alter table ops.runs
  add column due_at timestamptz,
  add column retry_of uuid;
comment on column ops.runs.due_at is 'The due time of the schedule for which it was made; it stays, whatever becomes of run_at.';
comment on column ops.runs.retry_of is 'The run that it does again: the first one, also where a retry is retried. That may have left for the archive.';

-- A schedule may go, and its runs stay as they were.
alter table ops.runs drop constraint runs_schedule;
create index runs_of_schedules_open on ops.runs (schedule_id) where schedule_id is not null and status in ('QUEUED', 'RUNNING');
create index runs_retries on ops.runs (retry_of, created_at) where retry_of is not null;

-- The key of a scheduled run has the due time. What has ended does not change, so it has none.
update ops.runs set due_at = substring(idempotency_key from '^schedule:[0-9a-f-]{36}:([0-9]{4}-[0-9-]+T[0-9:]+Z)$')::timestamptz
where status in ('QUEUED', 'RUNNING') and schedule_id is not null
  and idempotency_key ~ '^schedule:[0-9a-f-]{36}:[0-9]{4}-[0-9-]+T[0-9:]+Z$';

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

-- Adding runs -------------------------------------------------------------------------------------------------------

-- Adds the run that is wanted, of which what it is to do, when, and in which lines is given. The same key with the same
-- input answers the run of the first call.
create function ops.add_run(wanted ops.runs) returns table (run_id uuid, created boolean)
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
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
      ordering_keys, lines_ahead, requested_by, schedule_id, due_at, retry_of, warning, created_at, updated_at, last_seq, last_hash)
    values (new_id, wanted.agent, wanted.kind, wanted.input, wanted.idempotency_key, wanted.input_digest, wanted.priority,
      coalesce(wanted.run_at, instant), wanted.max_attempts, keys,
      (select count(distinct p.ordering_key) from ops.run_places p
       where p.agent = wanted.agent and p.ordering_key = any (keys)),
      wanted.requested_by, wanted.schedule_id, wanted.due_at, wanted.retry_of, wanted.warning, instant, instant, 1,
      ops.event_hash(new_id, 1, 'run.enqueued', note, instant, start))
    on conflict (agent, kind, idempotency_key) where idempotency_key is not null do nothing;
    if found then
      insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
      values (new_id, 1, 'run.enqueued', note, instant, start);
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

-- Adds a run; an agent must give a key. The run takes its place in its lines: those of ordering_key, or the default ones.
create or replace function ops.enqueue(
  agent text, kind text, input jsonb default null, idempotency_key text default null,
  priority int default 0, run_at timestamptz default null, max_attempts int default 5, ordering_key text default null,
  requested_by text default null
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
  return query select a.run_id, a.created from ops.add_run(wanted) a;
end
$$;

-- Schedules ---------------------------------------------------------------------------------------------------------

-- A run of the schedule that has not ended, the oldest; null where none is open.
create function ops.open_run_of(schedule_id uuid) returns uuid
language sql stable set search_path = '' as $$
  select r.id from ops.runs r
  where r.schedule_id = open_run_of.schedule_id and r.status in ('QUEUED', 'RUNNING')
  order by r.created_at, r.id limit 1
$$;

-- The lines of a run of the schedule: those that it has anyway, and that of the schedule where its runs wait for each other.
create function ops.lines_of_schedule(schedule ops.schedules, keys text[]) returns text[]
language sql immutable set search_path = '' as $$
  select array(select distinct key from unnest(
    keys || case when schedule.overlap = 'QUEUE' then array['schedule/' || schedule.id] else '{}' end) key order by key)
$$;

-- Puts the open runs of a schedule into its line, so that those to come wait for them too.
create function ops.join_schedule_line(schedule ops.schedules) returns void
language plpgsql set search_path = '' as $$
declare
  line text := 'schedule/' || schedule.id;
  run ops.runs;
begin
  perform ops.lock_lines(schedule.agent, array[line]);
  for run in
    select r.* from ops.runs r
    where r.schedule_id = schedule.id and r.agent = schedule.agent and r.status in ('QUEUED', 'RUNNING')
      and line <> all (r.ordering_keys)
    order by r.status = 'RUNNING' desc, r.created_at, r.id
    for no key update
  loop
    update ops.runs r set ordering_keys = r.ordering_keys || line, lines_ahead = r.lines_ahead
      + exists (select from ops.run_places p where p.agent = schedule.agent and p.ordering_key = line)::int
    where r.id = run.id;
    insert into ops.run_places (agent, ordering_key, place, run_id)
    values (schedule.agent, line, nextval('ops.run_place'), run.id);
  end loop;
  perform ops.drop_empty_lines(schedule.agent, array[line]);
end
$$;

drop function ops.upsert_schedule(text, text, text, text, text, int[], int[], int[], int[], int[], jsonb, text, int, int);
-- Creates the schedule of this name, or changes it. The next due time is counted anew only where the times themselves
-- change: what was missed stays missed, and is caught up. A paused schedule stays paused.
create function ops.upsert_schedule(
  name text, agent text, kind text, expression text, time_zone text,
  minutes int[], hours int[], days int[], months int[], weekdays int[],
  input jsonb default null, catch_up text default 'ONCE', priority int default 0, max_attempts int default 5,
  both_days boolean default false, overlap text default 'ALLOW'
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
    catch_up, overlap, priority, max_attempts, next_due_at, requested_by, warning
  ) values (
    upsert_schedule.name, upsert_schedule.agent, upsert_schedule.kind, upsert_schedule.input,
    upsert_schedule.expression, upsert_schedule.time_zone, upsert_schedule.minutes, upsert_schedule.hours,
    upsert_schedule.days, upsert_schedule.months, upsert_schedule.weekdays, upsert_schedule.both_days,
    upsert_schedule.catch_up, upsert_schedule.overlap, upsert_schedule.priority, upsert_schedule.max_attempts, due,
    ops.caller(), warned
  )
  on conflict (name) do update set
    agent = excluded.agent, kind = excluded.kind, input = excluded.input, expression = excluded.expression,
    time_zone = excluded.time_zone, minutes = excluded.minutes, hours = excluded.hours, days = excluded.days,
    months = excluded.months, weekdays = excluded.weekdays, both_days = excluded.both_days, catch_up = excluded.catch_up,
    overlap = excluded.overlap, priority = excluded.priority, max_attempts = excluded.max_attempts,
    warning = excluded.warning, updated_at = now(),
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

-- What falls due during a pause is not caught up afterwards.
create or replace function ops.pause_schedule(schedule_id uuid, paused boolean default true) returns ops.schedules
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  s ops.schedules;
begin
  select * into s from ops.schedules where id = pause_schedule.schedule_id for update;
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

-- Deletes a schedule; its runs stay, those that are open too. Answers its id.
create function ops.delete_schedule(schedule_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  delete from ops.schedules s where s.id = delete_schedule.schedule_id;
  if not found then
    perform ops.refuse('TP404', format('There is no schedule %s', delete_schedule.schedule_id));
  end if;
  return delete_schedule.schedule_id;
end
$$;

create or replace function ops.enqueue_scheduled(schedule ops.schedules, idempotency_key text, due_at timestamptz)
returns table (run_id uuid, created boolean) language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  wanted ops.runs;
begin
  wanted.agent := schedule.agent;
  wanted.kind := schedule.kind;
  wanted.input := schedule.input;
  wanted.idempotency_key := enqueue_scheduled.idempotency_key;
  wanted.priority := schedule.priority;
  wanted.run_at := enqueue_scheduled.due_at;
  wanted.due_at := enqueue_scheduled.due_at;
  wanted.max_attempts := schedule.max_attempts;
  wanted.schedule_id := schedule.id;
  wanted.requested_by := ops.requester(null);
  wanted.ordering_keys := ops.lines_of_schedule(schedule, ops.default_ordering_keys(schedule.kind, schedule.input));
  return query select a.run_id, a.created from ops.add_run(wanted) a;
end
$$;

-- One run of the schedule at once, paused or not; its due times stay as they are. Without a key each call makes a run.
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
  select * into s from ops.schedules where id = run_schedule_now.schedule_id for no key update;
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

-- Refuses another run by request where the schedule lets none be beside an open one.
create function ops.check_overlap(schedule ops.schedules) returns void
language plpgsql stable set search_path = '' as $$
declare
  open_run uuid := case when schedule.overlap = 'SKIP' then ops.open_run_of(schedule.id) end;
begin
  if open_run is not null then
    perform ops.refuse('TP409', format(
      'Run %s of the schedule %s has not ended, and its overlap is SKIP: wait for its end, or cancel it', open_run, schedule.name),
      jsonb_build_object('runId', open_run));
  end if;
end
$$;

-- Enqueues what is due of one schedule, whose row the caller has locked, and moves it on.
create or replace function ops.enqueue_due(schedule ops.schedules, now timestamptz) returns int
language plpgsql set search_path = '' as $$
declare
  max_times constant int := 1000;
  since timestamptz := schedule.next_due_at - interval '1 second';
  due_at timestamptz;
  times timestamptz[];
  enqueued int := 0;
  enqueued_at timestamptz;
  skipped_at timestamptz;
begin
  if schedule.catch_up = 'ONCE' then
    times := array_remove(array[ops.latest_due(schedule, now)], null);
  else
    -- A tick comes at least once a minute: what is older was missed.
    if schedule.catch_up = 'SKIP' then
      since := greatest(since, now - interval '60 seconds');
    end if;
    times := array(select t from ops.due_between(
      schedule.minutes, schedule.hours, schedule.days, schedule.months, schedule.weekdays, schedule.time_zone,
      since, now, max_times, schedule.both_days
    ) t);
  end if;
  foreach due_at in array times loop
    if schedule.overlap = 'SKIP' and ops.open_run_of(schedule.id) is not null then
      skipped_at := due_at;
      continue;
    end if;
    begin
      enqueued := enqueued + (
        select e.created::int from ops.enqueue_scheduled(
          schedule,
          'schedule:' || schedule.id || ':' || to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          due_at
        ) e
      );
    exception when sqlstate 'TP422' then
      null; -- Enqueued before, with the input that the schedule had then.
    end;
    enqueued_at := due_at;
  end loop;
  update ops.schedules s set
    last_due_at = coalesce(enqueued_at, s.last_due_at),
    last_skipped_at = coalesce(skipped_at, s.last_skipped_at),
    warning = (select w.problem from ops.judge_work(s.agent, s.kind) w),
    next_due_at = ops.next_due(
      s.minutes, s.hours, s.days, s.months, s.weekdays, s.time_zone,
      case when cardinality(times) = max_times then times[max_times] else now end, s.both_days
    )
  where s.id = schedule.id;
  return enqueued;
end
$$;

-- Enqueues each due time exactly once, however many tick at once: the row is locked while its times are enqueued, and
-- each time has its key. Also frees the runs of lost workers, and makes the partitions that events will need.
-- An agent ticks its own schedules: it may enqueue for no other. After a thousand runs the rest waits for the next tick,
-- so that no tick outlasts its statement's timeout.
create or replace function ops.tick(now timestamptz default now()) returns int
language plpgsql security definer set search_path = '' as $$
declare
  schedule ops.schedules;
  caller text := ops.caller_agent();
  enqueued int := 0;
begin
  perform ops.ensure_event_partition((tick.now at time zone 'UTC' + make_interval(months => n))::date)
    from generate_series(0, 3) n;
  perform ops.requeue_lost();
  for schedule in
    select s.* from ops.schedules s
    where not s.paused and s.next_due_at <= tick.now and (caller is null or s.agent = caller)
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

-- Retries -----------------------------------------------------------------------------------------------------------

-- Does a run again that ended without success: a new run with the same input, kind, lines, schedule and due time. All
-- retries belong to the first run. While one of them is open it is the answer; after one that succeeded there is none.
create function ops.retry_run(run_id uuid, requested_by text default null)
returns table (retry_id uuid, created boolean) language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  requester text := ops.requester(retry_run.requested_by);
  first_id uuid := (select coalesce(r.retry_of, r.id) from ops.runs r where r.id = retry_run.run_id);
  run ops.runs;
  latest ops.runs;
  s ops.schedules;
begin
  -- The first one is locked, so that two at once make one retry; the given one where the first has left for the archive.
  run := ops.lock_run(coalesce((select r.id from ops.runs r where r.id = first_id), retry_run.run_id));
  select r.* into latest from ops.runs r
  where r.id = first_id or r.retry_of = first_id order by r.created_at desc, r.id desc limit 1;
  if not ops.is_ended(latest.status) then
    if latest.id = retry_run.run_id then
      perform ops.refuse('TP409', format('Run %s is %s: only a run that has ended can be retried', latest.id, latest.status),
        jsonb_build_object('status', latest.status));
    end if;
    return query select latest.id, false;
    return;
  elsif latest.status = 'SUCCEEDED' then
    perform ops.refuse('TP409', format('Run %s has SUCCEEDED: enqueue a new run to do it once more', latest.id),
      jsonb_build_object('runId', latest.id, 'status', latest.status));
  end if;
  select c.* into s from ops.schedules c where c.id = run.schedule_id for no key update;
  if s.id is not null then
    perform ops.check_overlap(s);
    run.ordering_keys := ops.lines_of_schedule(s, run.ordering_keys);
  end if;
  run.retry_of := first_id;
  run.requested_by := requester;
  run.run_at := null;
  run.idempotency_key := 'retry:' || first_id || ':' || latest.id;
  return query select a.run_id, a.created from ops.add_run(run) a;
end
$$;

revoke execute on function
  ops.add_run(ops.runs), ops.retry_run(uuid, text), ops.delete_schedule(uuid), ops.check_overlap(ops.schedules)
from public;
grant execute on function
  ops.retry_run(uuid, text), ops.delete_schedule(uuid),
  ops.upsert_schedule(text, text, text, text, text, int[], int[], int[], int[], int[], jsonb, text, int, int, boolean, text)
to service_role;
