-- Deletes a block with all that stands inside it: {"op": "delete", "blockId"}.
-- Executed by: user, service
-- Raises: TP404
create or replace function work.delete_block(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  block work.blocks := work.named_block(page.id, operation, 'blockId');
  gone uuid[] := array(select work.block_subtree(block.id));
begin
  delete from work.blocks b where b.id = any(gone);
  return work.block_changes('DELETE', variadic gone);
end
$$;
