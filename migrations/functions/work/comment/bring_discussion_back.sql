-- Brings comments and files back to a block that comes back. A reply stands where its thread stands, also one that came
-- after the block was gone. SECURITY DEFINER: who puts a block back may not write what others have said.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.bring_discussion_back() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  with thread as (
    update work.comments c
    set block_id = c.former_block_ids[back.place], former_block_ids = c.former_block_ids[1 : back.place - 1]
    from (
      select o.id, min(array_position(o.former_block_ids, m.id)) as place
      from made m join work.comments o on o.page_id = m.page_id and o.former_block_ids <> '{}' and m.id = any (o.former_block_ids)
      where o.parent_id is null group by o.id
    ) back
    where c.id = back.id returning c.id, c.block_id, c.former_block_ids
  )
  update work.comments r set block_id = t.block_id, former_block_ids = t.former_block_ids
  from thread t where r.parent_id = t.id;
  update work.attachments a
  set block_id = a.former_block_ids[back.place], former_block_ids = a.former_block_ids[1 : back.place - 1]
  from (
    select o.id, min(array_position(o.former_block_ids, m.id)) as place
    from made m join work.attachments o on o.page_id = m.page_id and o.former_block_ids <> '{}' and m.id = any (o.former_block_ids)
    group by o.id
  ) back
  where a.id = back.id;
  return null;
end
$$;
