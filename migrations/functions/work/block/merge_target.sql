-- The block that another one is merged into: the one that the operation names, or the sibling before.
-- Executed by: user, service
-- Raises: TP400, TP404, TP409
create or replace function work.merge_target(page work.pages, operation jsonb, block work.blocks) returns work.blocks
language plpgsql stable set search_path = '' as $$
declare
  path text := operation ->> 'path';
  target work.blocks;
begin
  if operation ->> 'intoId' is not null then
    target := work.named_block(page.id, operation, 'intoId');
  else
    select b.* into target from work.blocks b
    where b.inside_id = coalesce(block.parent_id, page.id) and (b.rank, b.id) < (block.rank, block.id)
    order by b.rank desc, b.id desc limit 1;
  end if;
  if target.id is null then
    perform work.refuse_operation('TP409', 'There is no block before it to merge into: name one as "intoId"', path);
  elsif target.id in (select work.block_subtree(block.id)) then
    perform work.refuse_operation('TP409', 'A block cannot be merged into itself', path || '.intoId');
  elsif not (work.holds_text(block.type) and work.holds_text(target.type)) then
    perform work.refuse_operation('TP400', format('A block of type %s cannot be merged into one of type %s: both need a text',
      block.type, target.type), path);
  end if;
  return target;
end
$$;
