-- A block and those that it stands inside, up to the top of its page.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.block_ancestors(block_id uuid) returns setof uuid
language sql stable set search_path = '' as $$
  with recursive above as (
    select b.id, b.parent_id from work.blocks b where b.id = block_id
    union all
    select b.id, b.parent_id from above cross join lateral (
      select b.id, b.parent_id from work.blocks b where b.id = above.parent_id offset 0) b
  )
  select id from above
$$;
