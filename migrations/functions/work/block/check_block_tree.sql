-- Refuses a block inside itself, under the lock of the page.
-- Executed by: nobody
-- Raises: TP400
create or replace function work.check_block_tree() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform from work.pages p where p.id = new.page_id for no key update;
  if exists (
    with recursive ancestor as (
      select b.id, b.parent_id from work.blocks b where b.id = new.parent_id
      union
      select b.id, b.parent_id from ancestor a join work.blocks b on b.id = a.parent_id
    )
    select from ancestor a where a.id = new.id
  ) then
    perform work.refuse('TP400', 'A block cannot stand inside itself');
  end if;
  return new;
end
$$;
