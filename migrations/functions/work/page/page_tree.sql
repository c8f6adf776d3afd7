-- The pages of a space in the order in which a tree shows them, down to `depth` levels; archived pages only where asked
-- for. At most `most` rows.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.page_tree(space_id uuid, depth int default 3, archived boolean default false, most int default 1000)
returns table (id uuid, parent_id uuid, title text, level int, children int, archived_at timestamptz, version int)
language sql stable set search_path = '' as $$
  with recursive tree as (
    select p.id, p.parent_id, p.title, 1 as level, p.archived_at, p.version, array[p.rank collate "C", p.id::text] as path
    from work.pages p
    where p.space_id = page_tree.space_id and p.parent_id is null and (page_tree.archived or p.archived_at is null)
    union all
    select p.id, p.parent_id, p.title, t.level + 1, p.archived_at, p.version, t.path || array[p.rank collate "C", p.id::text]
    from tree t join work.pages p on p.parent_id = t.id
    where t.level < page_tree.depth and (page_tree.archived or p.archived_at is null)
  )
  select t.id, t.parent_id, t.title, t.level,
    (select count(*)::int from work.pages c where c.parent_id = t.id and (page_tree.archived or c.archived_at is null)),
    t.archived_at, t.version
  from (select * from tree order by path limit most) t order by t.path
$$;
