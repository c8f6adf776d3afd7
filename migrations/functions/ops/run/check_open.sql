-- For what does not need a lease: a fence that is given must hold, and an agent gives it once the run was claimed.
-- Executed by: nobody
-- Raises: TP400, TP403, TP409
create or replace function ops.check_open(run ops.runs, fence int) returns void
language plpgsql set search_path = '' as $$
begin
  if fence is not null or ops.is_ended(run.status) or (run.fence > 0 and ops.caller_agent() is not null) then
    perform ops.check_fence(run, fence);
  end if;
end
$$;
