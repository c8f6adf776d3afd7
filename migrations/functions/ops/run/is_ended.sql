-- Whether a run's status is one that never changes again.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.is_ended(status text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select status in ('SUCCEEDED', 'FAILED', 'CANCELLED', 'DEAD')
$$;
