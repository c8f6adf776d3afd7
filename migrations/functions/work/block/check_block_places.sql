-- Where blocks stand: inside one that takes children, not inside themselves, at most 20 deep. `with_height`: what stands
-- inside them comes along.
-- Executed by: user, service
-- Raises: TP400, TP429
create or replace function work.check_block_places(ids uuid[], with_height boolean) returns void
language plpgsql stable set search_path = '' as $$
declare
  fault record;
begin
  select p.type into fault from work.blocks b join work.blocks p on p.id = b.parent_id
  where b.id = any (ids) and not work.takes_children(p.type) limit 1;
  if found then
    perform work.refuse('TP400', format('A block of type %s takes no children', fault.type), '{"argument": "parent_id"}');
  end if;
  with recursive above as (
    select b.id as leaf, b.parent_id, 1 as depth from work.blocks b where b.id = any (ids) and b.parent_id is not null
    union all
    select a.leaf, b.parent_id, a.depth + 1 from above a join work.blocks b on b.id = a.parent_id where a.depth <= 20
  )
  select a.leaf, bool_or(a.parent_id = a.leaf) as is_circle into fault from above a group by a.leaf
  having max(a.depth) + case when with_height and not bool_or(a.parent_id = a.leaf) then work.block_height(a.leaf) - 1 else 0 end > 20
  limit 1;
  if fault.is_circle then
    perform work.refuse('TP400', 'A block cannot stand inside itself', '{"argument": "parent_id"}');
  elsif found then
    perform work.refuse('TP429', 'Blocks stand inside each other at most 20 levels deep', '{"argument": "parent_id"}');
  end if;
end
$$;
