-- The shape of the tree after a statement of several rows: circles that no row of it closes alone, and pages put below
-- archived ones.
-- Executed by: nobody
-- Raises: TP400, TP409, TP429
create or replace function work.check_new_pages() returns trigger
language plpgsql set search_path = '' as $$
declare
  fault record;
begin
  if current_setting('role') = 'none' then
    return null;
  end if;
  if exists (
    select from changed c join work.pages above on above.id = c.parent_id where c.archived_at is null and above.archived_at is not null
  ) then
    perform work.refuse('TP409', 'The page above is archived: restore it first');
  end if;
  with recursive above as (
    select c.id as leaf, c.parent_id, 1 as depth from changed c where c.parent_id is not null
    union all
    select a.leaf, p.parent_id, a.depth + 1 from above a join work.pages p on p.id = a.parent_id where a.depth <= 50
  )
  select bool_or(a.parent_id = a.leaf) as is_circle into fault from above a where a.depth > 50 or a.parent_id = a.leaf having count(*) > 0;
  if fault.is_circle then
    perform work.refuse('TP400', 'A page cannot stand below itself', '{"argument": "parent_id"}');
  elsif found then
    perform work.refuse('TP429', 'A page tree has at most 50 levels', '{"argument": "parent_id"}');
  end if;
  return null;
end
$$;
