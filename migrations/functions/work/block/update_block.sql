-- Gives a block its type and its whole content anew: {"op": "update", "blockId", "type", "content"}.
-- Executed by: user, service
-- Raises: TP400, TP404, TP409, TP429
create or replace function work.update_block(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  block work.blocks := work.named_block(page.id, operation, 'blockId');
  new_type text := operation ->> 'type';
begin
  perform work.check_content(new_type, operation -> 'content', operation ->> 'path');
  if not work.takes_children(new_type) and exists (select from work.blocks b where b.inside_id = block.id) then
    perform work.refuse_operation('TP409', format('A block of type %s takes no children: move or delete them first', new_type),
      concat(operation ->> 'path', '.type'));
  end if;
  update work.blocks b set type = new_type, content = operation -> 'content' where b.id = block.id;
  return work.block_changes('UPDATE', block.id);
end
$$;
