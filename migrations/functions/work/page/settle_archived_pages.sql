-- A page that is archived takes along all that is open below it, and says that it did; restored, it brings back what it took.
-- SECURITY DEFINER: no client says what a page was archived with. Nothing of the kind is left to do after work.archive_page.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.settle_archived_pages() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if current_setting('role') = 'none' or pg_trigger_depth() > 1
    or not exists (select from changed c join before b on b.id = c.id where (c.archived_at is null) <> (b.archived_at is null)) then
    return null;
  end if;
  with recursive gone as (
    select c.id, c.parent_id, c.archived_at from changed c join before b on b.id = c.id
    where b.archived_at is null and c.archived_at is not null
  ), below as (
    select g.id, g.id as with_id, g.archived_at, 1 as depth from gone g where not exists (select from gone o where o.id = g.parent_id)
    union all
    select p.id, w.with_id, w.archived_at, w.depth + 1 from below w join work.pages p on p.parent_id = w.id
    where w.depth < 50 and (p.archived_at is null or exists (select from gone g where g.id = p.id))
  )
  update work.pages p set archived_at = w.archived_at, archived_with = w.with_id from below w
  where p.id = w.id and (p.archived_at is null or p.archived_with is distinct from w.with_id);
  with recursive back as (
    select c.id, c.id as with_id from changed c join before b on b.id = c.id
    where b.archived_at is not null and c.archived_at is null and b.archived_with = c.id
    union all
    select p.id, w.with_id from back w join work.pages p on p.parent_id = w.id where p.archived_with = w.with_id
  )
  update work.pages p set archived_at = null, archived_with = null from back w where p.id = w.id and p.archived_at is not null;
  return null;
end
$$;
