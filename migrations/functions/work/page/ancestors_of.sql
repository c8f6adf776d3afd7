-- The pages above one, the topmost at depth 0.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.ancestors_of(parent_id uuid) returns table (id uuid, title text, depth int)
language sql stable set search_path = '' as $$
  with recursive above as (
    select p.id, p.title, p.parent_id, 1 as height from work.pages p where p.id = ancestors_of.parent_id
    union all
    select p.id, p.title, p.parent_id, a.height + 1 from above a join work.pages p on p.id = a.parent_id where a.height < 50
  )
  select a.id, a.title, (max(a.height) over () - a.height)::int from above a
$$;
