-- A run of the schedule that has not ended, the oldest; null where none is open.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.open_run_of(schedule_id uuid) returns uuid
language sql stable set search_path = '' as $$
  select r.id from ops.runs r
  where r.schedule_id = open_run_of.schedule_id and r.status in ('QUEUED', 'RUNNING')
  order by r.created_at, r.id limit 1
$$;
