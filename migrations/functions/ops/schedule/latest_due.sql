-- The latest of the due times since `next_due_at` until `now`; null where there is none.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.latest_due(schedule ops.schedules, now timestamptz) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  span interval;
  since timestamptz;
  found timestamptz;
begin
  foreach span in array array[
    interval '2 hours', interval '2 days', interval '40 days', interval '400 days', ops.due_horizon(schedule.both_days)
  ] loop
    since := greatest(schedule.next_due_at - interval '1 second', now - span);
    select max(t) into found from ops.due_between(
      schedule.minutes, schedule.hours, schedule.days, schedule.months, schedule.weekdays, schedule.time_zone,
      since, now, null, schedule.both_days
    ) t;
    exit when found is not null;
  end loop;
  return found;
end
$$;
