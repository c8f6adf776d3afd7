-- Keeps what blocks were before a change. SECURITY DEFINER: nobody writes history by hand. By name after the triggers that
-- raise the page's version.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.remember_blocks() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform work.keep_changes('BLOCK', array_agg(c.page_id), array_agg(c.id), array_agg('INSERT'::text), array_agg(null::jsonb))
    from changed c having count(*) > 0;
  elsif tg_op = 'DELETE' then
    perform work.keep_changes('BLOCK', array_agg(b.page_id), array_agg(b.id), array_agg('DELETE'::text), array_agg(work.block_image(b)))
    from before b having count(*) > 0;
  else
    perform work.keep_changes('BLOCK', array_agg(b.page_id), array_agg(b.id), array_agg(case
      when row(c.type, c.content) is distinct from row(b.type, b.content) then 'UPDATE'
      when c.parent_id is distinct from b.parent_id or not work.is_rebalancing() then 'MOVE'
      else 'REKEY' end), array_agg(work.block_image(b)))
    from changed c join before b on b.id = c.id
    where row(c.type, c.content, c.parent_id, c.rank) is distinct from row(b.type, b.content, b.parent_id, b.rank)
    having count(*) > 0;
  end if;
  return null;
end
$$;
