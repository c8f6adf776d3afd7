-- Schedules: what is enqueued when. The gateway parses the cron expression into sets of numbers; from there the database
-- counts alone, so that it can tick with no library at hand.

create function ops.are_within(numbers int[], low int, high int) returns boolean
language sql immutable set search_path = '' as $$
  select cardinality(numbers) > 0 and array_position(numbers, null) is null
    and low <= all (numbers) and high >= all (numbers)
    and cardinality(numbers) = (select count(distinct n) from unnest(numbers) n)
$$;

create table ops.schedules (
  id uuid primary key default gen_random_uuid(),
  name text not null unique check (name <> '' and length(name) <= 200),
  agent text not null check (agent <> '' and length(agent) <= 200),
  kind text not null check (kind <> '' and length(kind) <= 200),
  input jsonb,
  expression text not null check (expression <> ''),
  time_zone text not null,
  -- The expression's own sets. In days, -1 is the last day of the month. A null set of days restricts nothing.
  minutes int[] not null check (ops.are_within(minutes, 0, 59)),
  hours int[] not null check (ops.are_within(hours, 0, 23)),
  days int[] check (ops.are_within(days, -1, 31) and 0 <> all (days)),
  months int[] not null check (ops.are_within(months, 1, 12)),
  weekdays int[] check (ops.are_within(weekdays, 0, 6)),
  catch_up text not null default 'ONCE' check (catch_up in ('SKIP', 'ONCE', 'ALL')),
  paused boolean not null default false,
  priority int not null default 0 check (priority between -1000 and 1000),
  max_attempts int not null default 5 check (max_attempts between 1 and 100),
  -- Null where the next nine years have no due time.
  next_due_at timestamptz,
  last_due_at timestamptz,
  requested_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index schedules_due on ops.schedules (next_due_at, id) where not paused;

alter table ops.runs add constraint runs_schedule foreign key (schedule_id) references ops.schedules (id);
create index runs_schedule on ops.runs (schedule_id, created_at, id);

alter table ops.schedules enable row level security;
grant select on ops.schedules to service_role, agent_sync_odoo_agent;
create policy read_schedules on ops.schedules for select to service_role, agent_sync_odoo_agent using (true);

-- Cron's rule: where the day of the month and the weekday are both restricted, either is enough.
create function ops.is_due_day(day date, days int[], months int[], weekdays int[]) returns boolean
language sql immutable set search_path = '' as $$
  select extract(month from day)::int = any (months) and (
    days is null and weekdays is null
    or coalesce(extract(day from day)::int = any (days), false)
    or coalesce(-1 = any (days) and extract(day from day + 1) = 1, false)
    or coalesce(extract(dow from day)::int = any (weekdays), false)
  )
$$;

-- The due times of one local day, after one moment and until another.
-- With every hour in the set, each minute that the clock shows and that matches is due: an hour that comes twice is due
-- twice, one that is left out not at all. With fixed hours each local time is due once: the second time where the clock
-- shows it twice, and where it never does, later by what the clock leaves out. Both as Postgres reads a local time.
create function ops.due_on(
  day date, minutes int[], hours int[], time_zone text, after timestamptz, until timestamptz
) returns setof timestamptz language plpgsql stable set search_path = '' as $$
declare
  midnight timestamptz := day::timestamp at time zone time_zone;
begin
  if cardinality(hours) = 24 then
    return query
      select t from generate_series(
        greatest(midnight - interval '3 hours', date_trunc('minute', after)),
        least(midnight + interval '30 hours', until),
        interval '1 minute'
      ) t
      where t > after and (t at time zone time_zone)::date = day
        and extract(minute from t at time zone time_zone)::int = any (minutes);
  else
    return query
      select t
      from unnest(hours) h, unnest(minutes) m, lateral (select (day + make_time(h, m, 0)) at time zone time_zone as t) at
      where t > after and t <= until;
  end if;
end
$$;

-- Due times after one moment and until another, the earliest first. A day is looked at before and after the wanted ones:
-- a zone may leave out a whole day.
create function ops.due_between(
  minutes int[], hours int[], days int[], months int[], weekdays int[], time_zone text,
  after timestamptz, until timestamptz, max_times int
) returns setof timestamptz language plpgsql stable set search_path = '' as $$
declare
  day date := (after at time zone time_zone)::date - 1;
  final_day date := (until at time zone time_zone)::date + 1;
  times timestamptz[] := '{}';
begin
  while day <= final_day loop
    if extract(month from day)::int <> all (months) then
      day := date_trunc('month', day::timestamp + interval '1 month')::date;
      continue;
    end if;
    if ops.is_due_day(day, days, months, weekdays) then
      times := times || array(select t from ops.due_on(day, minutes, hours, time_zone, after, until) t);
      if cardinality(times) >= max_times then
        final_day := least(final_day, day + 1);
      end if;
    end if;
    day := day + 1;
  end loop;
  return query select distinct t from unnest(times) t order by t limit max_times;
end
$$;

-- The first due time after a moment; null where the next nine years (two leap years may be eight apart) have none.
create function ops.next_due(
  minutes int[], hours int[], days int[], months int[], weekdays int[], time_zone text, after timestamptz
) returns timestamptz language plpgsql stable set search_path = '' as $$
declare
  span interval;
  found timestamptz;
begin
  -- The near one first: most schedules are due again soon, and looking far costs.
  foreach span in array array[interval '2 hours', interval '9 years'] loop
    select t into found
      from ops.due_between(minutes, hours, days, months, weekdays, time_zone, after, after + span, 1) t;
    exit when found is not null;
  end loop;
  return found;
end
$$;

-- The latest of the due times since `next_due_at` until `now`; null where there is none.
create function ops.latest_due(schedule ops.schedules, now timestamptz) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  span interval;
  since timestamptz;
  found timestamptz;
begin
  foreach span in array array[interval '2 hours', interval '2 days', interval '40 days', interval '400 days', interval '9 years'] loop
    since := greatest(schedule.next_due_at - interval '1 second', now - span);
    select max(t) into found from ops.due_between(
      schedule.minutes, schedule.hours, schedule.days, schedule.months, schedule.weekdays, schedule.time_zone,
      since, now, null
    ) t;
    exit when found is not null;
  end loop;
  return found;
end
$$;

-- An IANA name: Postgres would also take abbreviations and rules of its own, such as `FOO+5`.
create function ops.check_time_zone(time_zone text) returns void language plpgsql stable set search_path = '' as $$
begin
  if time_zone is null or time_zone !~ '^(UTC|Etc/GMT[+-][0-9]{1,2}|[A-Z][A-Za-z_-]*(/[A-Z][A-Za-z_-]*){1,2})$' then
    perform ops.refuse('TP400', 'The time zone must be an IANA name such as Europe/Berlin, or UTC', '{"argument": "timeZone"}');
  end if;
  perform now() at time zone time_zone;
exception when invalid_parameter_value then
  perform ops.refuse('TP400', format('There is no time zone %s', time_zone), '{"argument": "timeZone"}');
end
$$;

-- Creates the schedule of this name, or changes it. The next due time is counted anew only where the times themselves
-- change: what was missed stays missed, and is caught up. A paused schedule stays paused.
create function ops.upsert_schedule(
  name text, agent text, kind text, expression text, time_zone text,
  minutes int[], hours int[], days int[], months int[], weekdays int[],
  input jsonb default null, catch_up text default 'ONCE', priority int default 0, max_attempts int default 5
) returns ops.schedules language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  due timestamptz;
  saved ops.schedules;
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
  end if;
  if (
    ops.are_within(upsert_schedule.minutes, 0, 59) and ops.are_within(upsert_schedule.hours, 0, 23)
    and coalesce(ops.are_within(upsert_schedule.days, -1, 31) and 0 <> all (upsert_schedule.days), true)
    and ops.are_within(upsert_schedule.months, 1, 12) and coalesce(ops.are_within(upsert_schedule.weekdays, 0, 6), true)
  ) is not true then
    perform ops.refuse('TP400', 'The minutes, hours, days, months or weekdays are no set of numbers in their range');
  end if;
  due := ops.next_due(
    upsert_schedule.minutes, upsert_schedule.hours, upsert_schedule.days, upsert_schedule.months,
    upsert_schedule.weekdays, upsert_schedule.time_zone, now()
  );
  if due is null then
    perform ops.refuse('TP400', format('The expression %s is never due', upsert_schedule.expression),
      '{"argument": "expression"}');
  end if;
  insert into ops.schedules as s (
    name, agent, kind, input, expression, time_zone, minutes, hours, days, months, weekdays,
    catch_up, priority, max_attempts, next_due_at, requested_by
  ) values (
    upsert_schedule.name, upsert_schedule.agent, upsert_schedule.kind, upsert_schedule.input,
    upsert_schedule.expression, upsert_schedule.time_zone, upsert_schedule.minutes, upsert_schedule.hours,
    upsert_schedule.days, upsert_schedule.months, upsert_schedule.weekdays, upsert_schedule.catch_up,
    upsert_schedule.priority, upsert_schedule.max_attempts, due, ops.caller()
  )
  on conflict (name) do update set
    agent = excluded.agent, kind = excluded.kind, input = excluded.input, expression = excluded.expression,
    time_zone = excluded.time_zone, minutes = excluded.minutes, hours = excluded.hours, days = excluded.days,
    months = excluded.months, weekdays = excluded.weekdays, catch_up = excluded.catch_up,
    priority = excluded.priority, max_attempts = excluded.max_attempts, updated_at = now(),
    next_due_at = case
      when (s.minutes, s.hours, s.months, s.time_zone) = (excluded.minutes, excluded.hours, excluded.months, excluded.time_zone)
        and s.days is not distinct from excluded.days and s.weekdays is not distinct from excluded.weekdays
      then s.next_due_at else excluded.next_due_at end
  returning * into saved;
  return saved;
end
$$;

-- What falls due during a pause is not caught up afterwards.
create function ops.pause_schedule(schedule_id uuid, paused boolean default true) returns ops.schedules
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
      else ops.next_due(u.minutes, u.hours, u.days, u.months, u.weekdays, u.time_zone, now()) end
  where u.id = s.id returning u.* into s;
  return s;
end
$$;

-- One run of the schedule at once, paused or not; its due times stay as they are. Without a key each call makes a run.
create function ops.run_schedule_now(schedule_id uuid, idempotency_key text default null)
returns table (run_id uuid, created boolean) language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  s ops.schedules;
begin
  if run_schedule_now.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', run_schedule_now.idempotency_key, 100);
  end if;
  select * into s from ops.schedules where id = run_schedule_now.schedule_id;
  if s.id is null then
    perform ops.refuse('TP404', format('There is no schedule %s', run_schedule_now.schedule_id));
  end if;
  return query select * from ops.enqueue_scheduled(
    s, 'schedule:' || s.id || ':now:' || coalesce(run_schedule_now.idempotency_key, gen_random_uuid()::text), null
  );
end
$$;

create function ops.enqueue_scheduled(schedule ops.schedules, idempotency_key text, due_at timestamptz)
returns table (run_id uuid, created boolean) language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  select e.run_id, e.created into enqueue_scheduled.run_id, enqueue_scheduled.created
  from ops.enqueue(
    agent => schedule.agent, kind => schedule.kind, input => schedule.input,
    idempotency_key => enqueue_scheduled.idempotency_key, priority => schedule.priority,
    run_at => enqueue_scheduled.due_at, max_attempts => schedule.max_attempts
  ) e;
  if enqueue_scheduled.created then
    update ops.runs r set schedule_id = schedule.id where r.id = enqueue_scheduled.run_id;
  end if;
  return next;
end
$$;

-- Enqueues what is due of one schedule, whose row the caller has locked, and moves it on.
create function ops.enqueue_due(schedule ops.schedules, now timestamptz) returns int
language plpgsql set search_path = '' as $$
declare
  max_times constant int := 1000;
  since timestamptz := schedule.next_due_at - interval '1 second';
  due_at timestamptz;
  times timestamptz[];
  enqueued int := 0;
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
      since, now, max_times
    ) t);
  end if;
  foreach due_at in array times loop
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
  end loop;
  update ops.schedules s set
    last_due_at = coalesce(times[cardinality(times)], s.last_due_at),
    next_due_at = ops.next_due(
      s.minutes, s.hours, s.days, s.months, s.weekdays, s.time_zone,
      case when cardinality(times) = max_times then times[max_times] else now end
    )
  where s.id = schedule.id;
  return enqueued;
end
$$;

-- Enqueues each due time exactly once, however many tick at once: the row is locked while its times are enqueued, and
-- each time has its key. Also frees the runs of lost workers, and makes the partitions that events will need.
-- An agent ticks its own schedules: it may enqueue for no other. After a thousand runs the rest waits for the next tick,
-- so that no tick outlasts its statement's timeout.
create function ops.tick(now timestamptz default now()) returns int
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
      -- One that cannot be enqueued keeps none of the others waiting; it stays due.
      raise warning 'Schedule % was not enqueued: %', schedule.name, sqlerrm;
    end;
  end loop;
  return enqueued;
end
$$;

revoke execute on all functions in schema ops from public;
grant execute on function
  ops.upsert_schedule(text, text, text, text, text, int[], int[], int[], int[], int[], jsonb, text, int, int),
  ops.pause_schedule(uuid, boolean),
  ops.run_schedule_now(uuid, text)
to service_role;
grant execute on function ops.tick(timestamptz) to service_role, agent_sync_odoo_agent;

-- pg_cron runs in one database of the cluster, and only there has it a job to do. Seconds are understood since 1.5.
do $$
declare
  version text := (select extversion from pg_extension where extname = 'pg_cron');
begin
  if version is not null and current_setting('cron.database_name', true) = current_database() then
    perform cron.schedule(
      'tripoint_tick',
      case when string_to_array(substring(version from '^[0-9]+\.[0-9]+'), '.')::int[] >= '{1,5}' then '10 seconds' else '* * * * *' end,
      'select ops.tick()'
    );
    -- pg_cron notes each run of a job and forgets none.
    perform cron.schedule('tripoint_forget_ticks', '17 3 * * *', $job$
      delete from cron.job_run_details d using cron.job j
      where j.jobid = d.jobid and j.jobname like 'tripoint_%' and d.end_time < now() - interval '2 days'
    $job$);
  end if;
exception when insufficient_privilege then
  raise notice 'pg_cron is not ours to use: `tripoint worker` ticks instead';
end
$$;
