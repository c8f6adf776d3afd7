-- The blocks that changed after a version: when last, and what their changes come to. The latest thousand.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.changes_since(page_id uuid, version int) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('blockId', c.block_id, 'version', c.version, 'operation', case
    when c.kind = 'DELETED' then 'DELETE'
    when c.inserted_version > changes_since.version then 'INSERT'
    when c.moved_version > changes_since.version then 'MOVE'
    else 'UPDATE' end) order by c.version, c.block_id), '[]')
  from (
    select n.* from work.page_changes n
    where n.page_id = changes_since.page_id and n.version > changes_since.version
    order by n.version desc, n.block_id limit 1000
  ) c
$$;
