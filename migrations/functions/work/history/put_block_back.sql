-- Puts a block from the bin back: into the block that it stood in; last on the page where that one is gone, takes none any
-- more, or lies too deep.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.put_block_back(item work.bin) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  parent work.blocks;
  rank text := item.content ->> 'rank';
begin
  with recursive inside as (
    select c.record_id, c.before from work.history_changes c where c.id = item.id
    union all
    select c.record_id, c.before from inside i join work.history_changes c
      on c.entry_id = item.entry_id and c.kind = 'BLOCK' and c.operation = 'DELETE' and (c.before ->> 'parentId')::uuid = i.record_id
  )
  insert into work.blocks (id, space_id, page_id, parent_id, rank, type, content)
  select i.record_id, item.space_id, item.page_id, case when i.record_id <> item.record_id then (i.before ->> 'parentId')::uuid end,
    i.before ->> 'rank', i.before ->> 'type', i.before -> 'content'
  from inside i where not exists (select from work.blocks b where b.id = i.record_id);
  if item.content ->> 'parentId' is null then
    return;
  end if;
  select b.* into parent from work.blocks b
  where b.id = (item.content ->> 'parentId')::uuid and b.page_id = item.page_id and work.takes_children(b.type)
    and (select count(*) from work.block_ancestors(b.id)) + work.block_height(item.record_id) <= 20;
  if parent.id is null then
    rank := work.rank_beside(item.page_id, null, true, item.record_id);
  end if;
  update work.blocks b set parent_id = parent.id, rank = rank where b.id = item.record_id;
end
$$;
