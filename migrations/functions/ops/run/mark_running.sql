-- Says that the handler begins. Called again with the same fence it changes nothing.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409
create or replace function ops.mark_running(run_id uuid, fence int) returns ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs := ops.lock_run(mark_running.run_id);
begin
  perform ops.check_fence(run, mark_running.fence);
  if run.status = 'RUNNING' then
    return (select r from ops.runs r where r.id = run.id);
  end if;
  run.status := 'RUNNING';
  run.started_at := run.updated_at;
  return ops.save_run(run, 'run.started', jsonb_build_object('worker', run.leased_by, 'attempt', run.attempt));
end
$$;
