-- Why a cancel was asked for; null where nobody said.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.cancel_reason(run ops.runs) returns text
language sql stable set search_path = '' as $$
  select e.payload ->> 'reason' from ops.run_events e
  where e.run_id = run.id and e.type = 'run.cancel_requested' order by e.seq desc limit 1
$$;
