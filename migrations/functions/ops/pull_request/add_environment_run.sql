-- Adds a run of delivery-agent for an environment, in the line of that environment: one at a time.
-- Executed by: nobody
-- Raises: 42501, TP400, TP403, TP422
create or replace function ops.add_environment_run(environment ops.pull_request_environments, kind text, key text) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  wanted ops.runs;
begin
  wanted.agent := 'delivery-agent';
  wanted.kind := add_environment_run.kind;
  wanted.input := jsonb_build_object('environmentId', environment.id);
  wanted.idempotency_key := add_environment_run.key;
  wanted.priority := 0;
  wanted.max_attempts := 5;
  wanted.requested_by := ops.requester(null);
  wanted.project_id := environment.project_id;
  wanted.ordering_keys := array['environment:' || environment.id];
  return (select a.run_id from ops.add_run(wanted) a);
end
$$;
