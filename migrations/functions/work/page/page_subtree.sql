-- The ids of a page and of all below it, those above before those below; archived ones, and what is below them, only
-- where asked for.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.page_subtree(page_id uuid, archived boolean default false) returns uuid[]
language sql stable set search_path = '' as $$
  with recursive below as (
    select p.id, 1 as depth from work.pages p where p.id = page_subtree.page_id
    union all
    select p.id, b.depth + 1 from below b join work.pages p on p.parent_id = b.id
    where b.depth < 50 and (archived or p.archived_at is null)
  )
  select array_agg(b.id order by b.depth) from below b
$$;
