-- Puts the blocks of a page back as they were after an entry: first at the top, then each into its place, so that no step
-- stands a block inside itself.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.put_blocks_back(page_id uuid, number int) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  insert into work.blocks (id, space_id, page_id, rank, type, content)
  select i.record_id, p.space_id, p.id, i.before ->> 'rank', i.before ->> 'type', i.before -> 'content'
  from work.images_since(page_id, number, 'BLOCK') i join work.pages p on p.id = page_id
  where i.before is not null and not exists (select from work.blocks b where b.id = i.record_id);
  update work.blocks b set parent_id = null
  from work.images_since(page_id, number, 'BLOCK') i
  where b.id = i.record_id and i.before is not null and b.parent_id is distinct from (i.before ->> 'parentId')::uuid
    and b.parent_id is not null;
  update work.blocks b set type = i.before ->> 'type', content = i.before -> 'content',
    parent_id = (i.before ->> 'parentId')::uuid, rank = i.before ->> 'rank'
  from work.images_since(page_id, number, 'BLOCK') i
  where b.id = i.record_id and i.before is not null
    and row(b.type, b.content, b.parent_id, b.rank)
      is distinct from row(i.before ->> 'type', i.before -> 'content', (i.before ->> 'parentId')::uuid, i.before ->> 'rank');
  delete from work.blocks b using work.images_since(page_id, number, 'BLOCK') i
  where b.id = i.record_id and i.before is null;
end
$$;
