-- Moves a block with all that stands inside it: {"op": "move", "blockId", place}.
-- Executed by: user, service
-- Raises: TP400, TP404, TP409, TP429
create or replace function work.move_block(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  block work.blocks := work.named_block(page.id, operation, 'blockId');
  place record;
begin
  place := work.find_place(page.id, operation, block.id, work.block_height(block.id));
  update work.blocks b set parent_id = place.parent_id, rank = place.rank where b.id = block.id;
  return work.block_changes('MOVE', block.id);
end
$$;
