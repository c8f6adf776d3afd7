-- Inserts a block: {"op": "insert", "id"?, "type", "content", place}.
-- Executed by: user, service
-- Raises: TP400, TP404, TP409, TP429
create or replace function work.insert_block(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  place record;
begin
  place := work.find_place(page.id, operation, null, 1);
  return work.put_block(page, operation, place.parent_id, place.rank, operation ->> 'type', coalesce(operation -> 'content', '{}'));
end
$$;
