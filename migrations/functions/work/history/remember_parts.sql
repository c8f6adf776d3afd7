-- Rows and columns. A database that is deleted, by a service, takes them with it, and leaves nothing behind. Of a column
-- whose choices get other names, which ones do: a row that is in the bin by then comes back with them.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.remember_parts() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  kind text := case tg_table_name when 'db_rows' then 'ROW' else 'COLUMN' end;
  renamed jsonb := case when kind = 'COLUMN' then jsonb_build_object('renamed', nullif(current_setting('work.renamed_choices', true), '')::jsonb) end;
begin
  if tg_op = 'INSERT' then
    perform work.keep_changes(kind, array_agg(d.page_id), array_agg(c.id), array_agg('INSERT'::text), array_agg(null::jsonb))
    from changed c join work.databases d on d.id = c.database_id having count(*) > 0;
  elsif tg_op = 'DELETE' then
    perform work.keep_changes(kind, array_agg(d.page_id), array_agg(b.id), array_agg('DELETE'::text), array_agg(work.part_image(to_jsonb(b))))
    from before b join work.databases d on d.id = b.database_id having count(*) > 0;
  else
    perform work.keep_changes(kind, array_agg(i.page_id), array_agg(i.id),
      array_agg(case when i.was - 'rank' <> i.made - 'rank' then 'UPDATE' else 'MOVE' end),
      array_agg(i.was || i.version || coalesce(jsonb_strip_nulls(renamed), '{}')))
    from (
      select d.page_id, b.id, work.part_image(to_jsonb(b)) - 'version' as was, work.part_image(to_jsonb(c)) - 'version' as made,
        jsonb_strip_nulls(jsonb_build_object('version', to_jsonb(b) -> 'version')) as version
      from changed c join before b on b.id = c.id join work.databases d on d.id = b.database_id offset 0
    ) i where i.was <> i.made having count(*) > 0;
  end if;
  return null;
end
$$;
