-- The blocks of a page that changed after a version, as a refusal tells of them.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.changed_blocks(page_id uuid, since int) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', c.block_id, 'version', c.version, 'kind', c.kind) order by c.version, c.block_id), '[]')
  from work.page_changes c where c.page_id = changed_blocks.page_id and c.version > since
$$;
