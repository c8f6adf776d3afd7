-- Creates the schedule of this name, or changes it. The next due time is counted anew only where the times themselves
-- change: what was missed stays missed, and is caught up. A paused schedule stays paused.
-- Executed by: operation
-- Raises: TP400, TP403, TP404
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
