-- Refuses a worker whose lease of a run is not the current one: the run has ended, or the fence is missing or an older one.
-- Executed by: nobody
-- Raises: TP400, TP409
create or replace function ops.check_fence(run ops.runs, fence int) returns void
language plpgsql set search_path = '' as $$
begin
  if ops.is_ended(run.status) then
    perform ops.refuse('TP409', format('Run %s has ended as %s: stop working on it', run.id, run.status),
      jsonb_build_object('status', run.status, 'fence', run.fence));
  elsif fence is null then
    perform ops.refuse('TP400', 'Give the fence that the claim gave');
  elsif run.fence <> fence or run.leased_by is null then
    perform ops.refuse('TP409', format('The lease with fence %s on run %s is over: stop working on it', fence, run.id),
      jsonb_build_object('status', run.status, 'fence', run.fence));
  end if;
end
$$;
