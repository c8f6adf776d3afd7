-- Puts a block on a page, under the name that the client gave, else under an id of its own.
-- Executed by: user, service
-- Raises: TP400, TP409, TP429
create or replace function work.put_block(
  page work.pages, operation jsonb, parent_id uuid, rank text, type text, content jsonb
) returns jsonb language plpgsql set search_path = '' as $$
declare
  block_id uuid := coalesce((operation ->> 'storedId')::uuid, work.new_block_id(page.id, (operation ->> 'id')::uuid), gen_random_uuid());
begin
  perform work.check_content(type, content, operation ->> 'path');
  insert into work.blocks (id, space_id, page_id, parent_id, rank, type, content)
  values (block_id, page.space_id, page.id, parent_id, rank, type, content)
  on conflict do nothing;
  if not found then
    perform work.refuse_operation('TP409', format('The id %s is taken on this page: make another one', operation ->> 'id'),
      concat(operation ->> 'path', '.id'));
  end if;
  return work.block_changes('INSERT', block_id);
end
$$;
