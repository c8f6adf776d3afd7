-- Ids of a snapshot's databases, and of those of its rows that are named.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.snapshot_ids(databases jsonb, named uuid[]) returns uuid[]
language sql immutable set search_path = '' as $$
  select array(
    select (d ->> 'id')::uuid from jsonb_array_elements(databases) d
    union all
    select (r ->> 'id')::uuid from jsonb_array_elements(databases) d, jsonb_array_elements(d -> 'rows') r
    where (r ->> 'id')::uuid = any (named))
$$;
