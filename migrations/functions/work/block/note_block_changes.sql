-- Notes which blocks changed at which version of their page. SECURITY DEFINER: no viewer writes versions or their notes.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.note_block_changes() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform work.note_changed_blocks(array(select c.page_id from changed c), array(select c.id from changed c), 'INSERTED');
  elsif tg_op = 'DELETE' then
    perform work.note_changed_blocks(array(select c.page_id from changed c), array(select c.id from changed c), 'DELETED');
  else
    perform work.note_changed_blocks(array_agg(c.page_id), array_agg(c.id), 'UPDATED')
    from changed c join before b on b.id = c.id
    where row(c.type, c.content, c.parent_id) is distinct from row(b.type, b.content, b.parent_id)
      or (c.rank is distinct from b.rank and not work.is_rebalancing())
    having count(*) > 0;
  end if;
  return null;
end
$$;
