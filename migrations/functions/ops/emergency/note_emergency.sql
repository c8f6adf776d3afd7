-- Adds what happened to an emergency to the chain of its run, and ends the run where it says so. Where somebody has ended that
-- run, a further one has it: nothing that happens goes untold.
-- Executed by: nobody
-- Raises: 42501
create or replace function ops.note_emergency(
  emergency ops.emergency_requests, type text, payload jsonb, outcome text default null, error_code text default null
) returns void language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
begin
  perform ops.ensure_event_partitions();
  select r.* into run from ops.runs r where r.id = emergency.run_id for no key update;
  if run.id is null or ops.is_ended(run.status) then
    run := ops.open_emergency_run(emergency.project_id, emergency.id, emergency.requested_by);
  end if;
  run.updated_at := greatest(clock_timestamp(), run.updated_at);
  run := ops.save_run(run, note_emergency.type,
    jsonb_strip_nulls(jsonb_build_object('emergencyId', emergency.id) || note_emergency.payload));
  if note_emergency.outcome is null and run.id = emergency.run_id then
    return;
  end if;
  run.updated_at := greatest(clock_timestamp(), run.updated_at);
  run.status := coalesce(note_emergency.outcome, 'SUCCEEDED');
  run.finished_at := run.updated_at;
  run.error_code := note_emergency.error_code;
  perform ops.save_run(run, 'run.' || lower(run.status));
end
$$;
