-- Makes the lease last lease_seconds from now; answers until when.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409
create or replace function ops.heartbeat(run_id uuid, fence int, lease_seconds int default 60) returns timestamptz
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
begin
  perform ops.check_number('leaseSeconds', heartbeat.lease_seconds, 5, 3600);
  run := ops.lock_run(heartbeat.run_id);
  perform ops.check_fence(run, heartbeat.fence);
  update ops.runs r set leased_until = clock_timestamp() + make_interval(secs => heartbeat.lease_seconds)
  where r.id = run.id
  returning r.* into run;
  return run.leased_until;
end
$$;
