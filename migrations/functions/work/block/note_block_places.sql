-- Notes blocks that were moved. SECURITY DEFINER: no viewer writes the notes. By name after note_insert and note_update,
-- which make them.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.note_block_places() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    update work.page_changes n set inserted_version = n.version
    from changed c where n.page_id = c.page_id and n.block_id = c.id;
  elsif not work.is_rebalancing() then
    update work.page_changes n set moved_version = n.version
    from changed c join before b on b.id = c.id
    where n.page_id = c.page_id and n.block_id = c.id and row(c.parent_id, c.rank) is distinct from row(b.parent_id, b.rank);
  end if;
  return null;
end
$$;
