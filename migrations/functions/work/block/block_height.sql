-- Levels that a block and what stands inside it take.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.block_height(block_id uuid) returns int
language sql stable set search_path = '' as $$
  with recursive inside as (
    select block_id as id, 1 as height
    union all
    select b.id, inside.height + 1 from inside cross join lateral (
      select b.id from work.blocks b where b.inside_id = inside.id offset 0) b
  )
  select max(height) from inside
$$;
