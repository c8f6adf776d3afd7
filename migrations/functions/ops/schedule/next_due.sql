-- The first due time after a moment; null where none comes within ops.due_horizon.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.next_due(
  minutes int[], hours int[], days int[], months int[], weekdays int[], time_zone text, after timestamptz,
  both_days boolean default false
) returns timestamptz language plpgsql stable set search_path = '' as $$
declare
  span interval;
  found timestamptz;
begin
  -- The near one first: most schedules are due again soon, and looking far costs.
  foreach span in array array[interval '2 hours', ops.due_horizon(both_days)] loop
    select t into found
      from ops.due_between(minutes, hours, days, months, weekdays, time_zone, after, after + span, 1, both_days) t;
    exit when found is not null;
  end loop;
  return found;
end
$$;
