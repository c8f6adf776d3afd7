-- Refuses a place below a parent that takes no children, is inside the block itself, or lies too deep.
-- Executed by: user, service
-- Raises: TP400, TP409, TP429
create or replace function work.check_parent(parent work.blocks, block_id uuid, height int, path text) returns void
language plpgsql stable set search_path = '' as $$
declare
  ancestors uuid[];
begin
  if parent.id is null then
    ancestors := '{}';
  elsif not work.takes_children(parent.type) then
    perform work.refuse_operation('TP400', format('A block of type %s takes no children', parent.type), path);
  else
    ancestors := array(select work.block_ancestors(parent.id));
  end if;
  if block_id = any(ancestors) then
    perform work.refuse_operation('TP409', 'A block cannot stand inside itself', path);
  elsif cardinality(ancestors) + height > 20 then
    perform work.refuse_operation('TP429', 'Blocks stand inside each other at most 20 levels deep', path);
  end if;
end
$$;
