-- Splits a block, {"op": "split", "blockId", "offset", "id"?}: the text from the offset on becomes a block of its own, of the
-- same type, just after this one. What stands inside stays with the first part; a check box of the second is not checked.
-- Executed by: user, service
-- Raises: TP400, TP404, TP409, TP429
create or replace function work.split_block(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  block work.blocks := work.named_block(page.id, operation, 'blockId');
  path text := operation ->> 'path';
  parts jsonb[];
  added jsonb;
begin
  if not work.holds_text(block.type) then
    perform work.refuse_operation('TP400', format('A block of type %s has no text to split', block.type), path || '.blockId');
  end if;
  parts := work.split_text(block.content, (operation ->> 'offset')::int);
  if parts is null then
    perform work.refuse_operation('TP400', 'The offset is past the end of the text, or within a character', path || '.offset');
  end if;
  added := work.put_block(page, operation, block.parent_id,
    work.rank_beside(coalesce(block.parent_id, page.id), block.id, false, null), block.type,
    parts[2] || case when block.type = 'TO_DO' then '{"checked": false}' else '{}' end::jsonb);
  update work.blocks b set content = parts[1] where b.id = block.id;
  return work.block_changes('UPDATE', block.id) || added;
end
$$;
