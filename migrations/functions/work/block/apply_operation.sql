-- Applies one operation to a page; answers what it changed, as work.block_changes writes it.
-- Executed by: user, service
-- Raises: TP400, TP404, TP409, TP429
create or replace function work.apply_operation(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
begin
  case operation ->> 'op'
    when 'insert' then return work.insert_block(page, operation);
    when 'update' then return work.update_block(page, operation);
    when 'move' then return work.move_block(page, operation);
    when 'delete' then return work.delete_block(page, operation);
    when 'split' then return work.split_block(page, operation);
    when 'merge' then return work.merge_block(page, operation);
    else perform work.refuse_operation('TP400', 'An operation is insert, update, move, delete, split or merge', operation ->> 'path');
  end case;
  return null;
end
$$;
