-- How often a run may be claimed. One that was asked to end may be claimed more often, to find out what was done.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.attempts_of(run ops.runs) returns int
language sql immutable parallel safe set search_path = '' as $$
  select run.max_attempts + case when run.cancel_requested_at is null then 0 else 20 end
$$;
