-- Merges a block into another, {"op": "merge", "blockId", "intoId"?}: the text goes to the end of another block, or of the
-- sibling before, and what stands inside it to the end of what stands inside that one; what was said about the block and the
-- files on it go along.
-- Executed by: user, service
-- Raises: TP400, TP404, TP409, TP429
create or replace function work.merge_block(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  block work.blocks := work.named_block(page.id, operation, 'blockId');
  path text := operation ->> 'path';
  target work.blocks := work.merge_target(page, operation, block);
  joined jsonb := work.join_text(target.content, block.content - case when target.type = 'CODE' then 'marks' else '' end);
  children uuid[] := array(
    select b.id from work.blocks b where b.inside_id = block.id order by b.rank, b.id);
  child uuid;
begin
  perform work.check_content(target.type, joined, path);
  update work.blocks b set content = joined where b.id = target.id;
  if cardinality(children) > 0 then
    perform work.check_parent(target, block.id, work.block_height(block.id) - 1, path);
  end if;
  foreach child in array children loop
    update work.blocks b set parent_id = target.id,
      rank = work.rank_beside(target.id, null, true, child)
    where b.id = child;
  end loop;
  perform work.carry_discussion(block.id, target.id);
  delete from work.blocks b where b.id = block.id;
  return work.block_changes('UPDATE', target.id) || work.block_changes('MOVE', variadic children)
    || work.block_changes('DELETE', block.id);
end
$$;
