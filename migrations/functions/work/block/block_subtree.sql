-- A block and all that stands inside it.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.block_subtree(block_id uuid) returns setof uuid
language sql stable set search_path = '' as $$
  with recursive inside as (
    select block_id as id
    union all
    select b.id from inside cross join lateral (
      select b.id from work.blocks b where b.inside_id = inside.id offset 0) b
  )
  select id from inside
$$;
