-- Refuses circles, and trees of more than 50 levels. As the viewer: what the viewer may not see, no refusal tells of.
-- Executed by: nobody
-- Raises: TP400, TP429
create or replace function work.check_page_tree() returns trigger
language plpgsql set search_path = '' as $$
declare
  above int;
  below int := 1;
begin
  if tg_op = 'UPDATE' and new.parent_id is not distinct from old.parent_id then
    return new;
  end if;
  if new.parent_id is null then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    perform work.lock_tree(old.space_id, new.space_id);
  else
    perform work.lock_tree(new.space_id);
  end if;
  with recursive ancestor as (
    select p.id, p.parent_id, 1 as depth from work.pages p where p.id = new.parent_id
    union all
    select p.id, p.parent_id, a.depth + 1 from ancestor a join work.pages p on p.id = a.parent_id
    where a.id <> new.id and a.depth <= 50
  )
  select case when bool_or(a.id = new.id) then null else coalesce(max(a.depth), 0) end into above from ancestor a;
  if above is null then
    perform work.refuse('TP400', 'A page cannot stand below itself');
  end if;
  if tg_op = 'UPDATE' then
    with recursive descendant as (
      select new.id as id, 1 as depth
      union all
      select p.id, d.depth + 1 from descendant d join work.pages p on p.parent_id = d.id where d.depth <= 50
    )
    select max(d.depth) into below from descendant d;
  end if;
  if above + below > 50 then
    perform work.refuse('TP429', 'A page tree has at most 50 levels');
  end if;
  return new;
end
$$;
