-- What a list of operations came to: ids of the blocks that it left changed, and of those that it took away. What was
-- inserted and deleted again was never there.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.net_changes(changes jsonb) returns table (block_id uuid, is_deleted boolean, n bigint)
language sql immutable set search_path = '' as $$
  select e.block_id, e.operations[cardinality(e.operations)] = 'DELETE', e.n
  from (
    select (c.change ->> 'id')::uuid as block_id, array_agg(c.change ->> 'operation' order by c.n) as operations, min(c.n) as n
    from jsonb_array_elements(changes) with ordinality c (change, n) group by 1
  ) e
  where not (e.operations[1] = 'INSERT' and e.operations[cardinality(e.operations)] = 'DELETE')
$$;
