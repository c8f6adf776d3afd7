-- Where an operation puts a block: `afterId` or `beforeId` of a sibling, else `at` FIRST or LAST inside `parentId`.
-- Executed by: user, service
-- Raises: TP400, TP404, TP409, TP429
create or replace function work.find_place(
  page_id uuid, operation jsonb, block_id uuid, height int, out parent_id uuid, out rank text
) language plpgsql set search_path = '' as $$
declare
  path text := operation ->> 'path';
  field text := case when operation ->> 'afterId' is not null then 'afterId'
    when operation ->> 'beforeId' is not null then 'beforeId' end;
  anchor work.blocks;
  parent work.blocks;
begin
  if field = 'afterId' and operation ->> 'beforeId' is not null or field is not null and operation ->> 'at' is not null then
    perform work.refuse_operation('TP400', 'Give one of "afterId", "beforeId" and "at"', path);
  end if;
  if operation ->> 'parentId' is not null then
    parent := work.named_block(page_id, operation, 'parentId');
  end if;
  if field is not null then
    anchor := work.named_block(page_id, operation, field);
    if anchor.id = block_id then
      perform work.refuse_operation('TP400', 'A block cannot stand beside itself', path || '.' || field);
    elsif parent.id <> anchor.parent_id or parent.id is not null and anchor.parent_id is null then
      perform work.refuse_operation('TP409', format('Block %s does not stand inside block %s', anchor.id, parent.id),
        path || '.' || field);
    elsif anchor.parent_id is not null then
      select b.* into parent from work.blocks b where b.id = anchor.parent_id;
    end if;
  end if;
  perform work.check_parent(parent, block_id, height, path || '.' || case when field is null then 'parentId' else field end);
  parent_id := parent.id;
  rank := work.rank_beside(coalesce(parent.id, page_id), anchor.id,
    coalesce(field = 'beforeId', operation ->> 'at' is distinct from 'FIRST'), block_id);
end
$$;
