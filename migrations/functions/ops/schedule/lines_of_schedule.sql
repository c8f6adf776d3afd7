-- The lines of a run of the schedule: those that it has anyway, and that of the schedule where its runs wait for each other.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.lines_of_schedule(schedule ops.schedules, keys text[]) returns text[]
language sql immutable set search_path = '' as $$
  select array(select distinct key from unnest(
    keys || case when schedule.overlap = 'QUEUE' then array['schedule/' || schedule.id] else '{}' end) key order by key)
$$;
