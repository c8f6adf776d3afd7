-- The operations with stored ids where they name blocks that operations before them in the list make; an operation that
-- makes a block has its stored id as "storedId", whatever the client wrote there.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.with_block_ids(page_id uuid, operations jsonb) returns jsonb
language sql stable strict set search_path = '' as $$
  with o as materialized (
    select operation, n from jsonb_array_elements(operations) with ordinality o (operation, n)
  ), given as materialized (
    select g.id, g.n, work.new_block_id(page_id, g.id) as stored_id
    from (select (operation ->> 'id')::uuid as id, min(n) as n from o where operation ->> 'id' is not null group by 1) g
  )
  select jsonb_agg((o.operation - 'storedId') || coalesce(named.ids, '{}')
    || case when own.id is null then '{}' else jsonb_build_object('storedId', own.stored_id) end order by o.n)
  from o left join given own on own.id = (o.operation ->> 'id')::uuid cross join lateral (
    select jsonb_object_agg(field, g.stored_id) as ids
    from unnest(array['blockId', 'parentId', 'afterId', 'beforeId', 'intoId']) field
    join given g on g.id = (o.operation ->> field)::uuid and g.n < o.n
  ) named
$$;
