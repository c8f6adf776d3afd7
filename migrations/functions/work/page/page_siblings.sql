-- The keys of a list of pages in order: those below a page, or at the top of a space; `but` is left out.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.page_siblings(space_id uuid, parent_id uuid, but uuid default null)
returns table (id uuid, rank text)
language sql stable set search_path = '' as $$
  select p.id, p.rank from work.pages p
  where p.parent_id = page_siblings.parent_id and p.id is distinct from but
  union all
  select p.id, p.rank from work.pages p
  where page_siblings.parent_id is null and p.parent_id is null and p.space_id = page_siblings.space_id and p.id is distinct from but
  order by rank, id
$$;
