-- What the first event of a run carries as the hash of its predecessor.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.chain_start(run_id uuid) returns bytea
language sql immutable parallel safe set search_path = '' as $$
  select sha256(convert_to(run_id::text, 'UTF8'))
$$;
