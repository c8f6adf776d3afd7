-- Writes what a helper changed in the run it has locked, with the event that says so.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.save_run(run ops.runs, type text, payload jsonb default null, event_id uuid default gen_random_uuid())
returns ops.runs language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  prev bytea := coalesce(run.last_hash, ops.chain_start(run.id));
begin
  insert into ops.run_events (id, run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id, tenant_id)
  values (save_run.event_id, run.id, run.last_seq + 1, save_run.type, save_run.payload, run.updated_at, prev,
    who.sub, who.act, who.client_id, run.tenant_id);
  update ops.runs r set
    status = run.status, output = run.output, started_at = run.started_at, finished_at = run.finished_at,
    run_at = run.run_at, leased_by = run.leased_by, leased_until = run.leased_until,
    error_code = run.error_code, error_message = run.error_message, updated_at = run.updated_at,
    cancel_requested_at = run.cancel_requested_at, cancel_requested_by = run.cancel_requested_by,
    last_seq = run.last_seq + 1,
    last_hash = ops.event_hash(run.id, run.last_seq + 1, save_run.type, save_run.payload, run.updated_at, prev,
      who.sub, who.act, who.client_id)
  where r.id = run.id
  returning r.* into run;
  return run;
end
$$;
