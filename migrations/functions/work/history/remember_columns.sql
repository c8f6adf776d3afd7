-- Keeps what columns were before a change. SECURITY DEFINER: nobody writes history by hand.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.remember_columns() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform work.keep_changes('COLUMN', array_agg(d.page_id), array_agg(c.id), array_agg('INSERT'::text), array_agg(null::jsonb))
    from changed c join work.databases d on d.id = c.database_id having count(*) > 0;
  elsif tg_op = 'DELETE' then
    perform work.keep_changes('COLUMN', array_agg(d.page_id), array_agg(b.id), array_agg('DELETE'::text), array_agg(work.column_image(b)))
    from before b join work.databases d on d.id = b.database_id having count(*) > 0;
  else
    perform work.keep_changes('COLUMN', array_agg(d.page_id), array_agg(b.id), array_agg(case
      when row(c.name, c.type, c.options) is distinct from row(b.name, b.type, b.options) then 'UPDATE' else 'MOVE' end),
      array_agg(work.column_image(b)))
    from changed c join before b on b.id = c.id join work.databases d on d.id = b.database_id
    where row(c.name, c.type, c.options, c.rank) is distinct from row(b.name, b.type, b.options, b.rank)
    having count(*) > 0;
  end if;
  return null;
end
$$;
