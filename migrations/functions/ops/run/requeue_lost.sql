-- Takes expired leases away, the caller's own where it is an agent; answers how many.
-- Executed by: operation
-- Raises: 42501, TP400, TP403
create or replace function ops.requeue_lost(max_runs int default 100) returns int
language plpgsql security definer set search_path = '' as $$
begin
  perform ops.check_number('maxRuns', requeue_lost.max_runs, 1, 10000);
  perform ops.ensure_event_partitions();
  return ops.requeue_lost_of(ops.caller_agent(), requeue_lost.max_runs);
end
$$;
