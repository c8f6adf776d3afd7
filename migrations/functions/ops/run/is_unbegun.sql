-- Whether a run is leased and its holder has said nothing since the claim: no handler has begun.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.is_unbegun(run ops.runs) returns boolean
language sql stable set search_path = '' as $$
  select run.status = 'QUEUED' and run.leased_by is not null and 'run.claimed' = (
    -- That one is another's word.
    select e.type from ops.run_events e where e.run_id = run.id and e.type <> 'run.cancel_requested'
    order by e.seq desc limit 1)
$$;
