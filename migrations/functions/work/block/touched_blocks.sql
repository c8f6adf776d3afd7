-- Blocks that operations change ("own") or place others beside or inside ("place"), before any of them is applied.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.touched_blocks(operations jsonb) returns table (block_id uuid, role text)
language sql stable set search_path = '' as $$
  with o as (select operation from jsonb_array_elements(operations) o (operation))
  select (o.operation ->> field)::uuid, 'own' from o, unnest(array['blockId', 'intoId']) field
  union
  select (o.operation ->> field)::uuid, 'place' from o, unnest(array['parentId', 'afterId', 'beforeId']) field
  union
  select inside.id, 'own' from o, work.block_subtree((o.operation ->> 'blockId')::uuid) inside (id)
  where o.operation ->> 'op' = 'delete'
  union
  select b.id, 'place' from o cross join lateral (
    select b.id from work.blocks b where b.inside_id = (o.operation ->> 'blockId')::uuid offset 0) b
  where o.operation ->> 'op' = 'merge'
$$;
