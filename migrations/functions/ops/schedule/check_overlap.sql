-- Refuses another run by request where the schedule lets none be beside an open one.
-- Executed by: nobody
-- Raises: TP409
create or replace function ops.check_overlap(schedule ops.schedules) returns void
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
