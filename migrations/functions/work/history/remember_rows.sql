-- Keeps what rows were before a change. A database that is deleted, by a service, takes its rows and columns with it, and
-- leaves nothing behind.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.remember_rows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform work.keep_changes('ROW', array_agg(d.page_id), array_agg(c.id), array_agg('INSERT'::text), array_agg(null::jsonb))
    from changed c join work.databases d on d.id = c.database_id having count(*) > 0;
  elsif tg_op = 'DELETE' then
    perform work.keep_changes('ROW', array_agg(d.page_id), array_agg(b.id), array_agg('DELETE'::text), array_agg(work.row_image(b)))
    from before b join work.databases d on d.id = b.database_id having count(*) > 0;
  else
    perform work.keep_changes('ROW', array_agg(d.page_id), array_agg(b.id),
      array_agg(case when c.data is distinct from b.data then 'UPDATE' else 'MOVE' end), array_agg(work.row_image(b)))
    from changed c join before b on b.id = c.id join work.databases d on d.id = b.database_id
    where row(c.data, c.rank) is distinct from row(b.data, b.rank)
    having count(*) > 0;
  end if;
  return null;
end
$$;
