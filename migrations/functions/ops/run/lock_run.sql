-- The run, under its row's lock. Its updated_at is the time of the change to come: never before the last one's, so
-- that a run's events are in the order of their partitions.
-- Executed by: nobody
-- Raises: 42501, TP403, TP404
create or replace function ops.lock_run(run_id uuid) returns ops.runs
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  caller text := ops.caller_agent();
  tenant text := ops.tenant();
begin
  perform ops.ensure_event_partitions();
  select r.* into run from ops.runs r where r.id = lock_run.run_id for no key update;
  -- Who may not see a tenant is told nothing of its runs.
  if run.id is null or run.tenant_id <> tenant then
    perform ops.refuse('TP404', format('There is no run %s', coalesce(lock_run.run_id::text, 'without an id')));
  end if;
  if caller <> run.agent then
    perform ops.refuse('TP403', format('Run %s belongs to %s, not to %s', run.id, run.agent, caller));
  end if;
  run.updated_at := greatest(clock_timestamp(), run.updated_at);
  return run;
end
$$;
