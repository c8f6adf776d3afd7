-- A run of the gateway's own, in whose chain the events of an emergency stand: nobody claims it, and members of the project see
-- that it is there.
-- Executed by: nobody
-- Raises: 42501
create or replace function ops.open_emergency_run(project_id uuid, emergency_id uuid, requested_by uuid) returns ops.runs
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  instant timestamptz;
  note jsonb := jsonb_build_object('emergencyId', open_emergency_run.emergency_id);
  run ops.runs;
begin
  perform ops.ensure_event_partitions();
  instant := clock_timestamp();
  insert into ops.runs as r (agent, kind, input, input_digest, status, started_at, run_at, requested_by, project_id,
    created_at, updated_at, sub, act, client_id)
  values ('tripoint-gateway', 'delivery.emergency', note, sha256(convert_to(note::text, 'UTF8')), 'RUNNING', instant, instant,
    open_emergency_run.requested_by::text, open_emergency_run.project_id, instant, instant, who.sub, who.act, who.client_id)
  returning r.* into run;
  return run;
end
$$;
