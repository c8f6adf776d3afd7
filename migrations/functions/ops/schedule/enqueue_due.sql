-- Enqueues what is due of one schedule, whose row the caller has locked, and moves it on.
-- Executed by: nobody
-- Raises: 42501, TP400, TP403, TP422
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
