-- Puts the open runs of a schedule into its line, so that those to come wait for them too.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.join_schedule_line(schedule ops.schedules) returns void
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
