-- Makes what comes back as old as it was, and lets a row's version go on from where it was. SECURITY DEFINER: no viewer
-- writes these columns; nor can one set what the triggers look at.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.keep_origin() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  image jsonb := (select c.before from work.history_changes c
    where c.operation = 'DELETE' and c.record_id = new.id order by c.changed_at desc limit 1);
begin
  new.created_at := coalesce((image ->> 'createdAt')::timestamptz, now());
  if tg_table_name = 'db_rows' then
    new.version := coalesce((image ->> 'version')::int, 0) + 1;
    new.created_by := case when image is null then auth.uid() else (image ->> 'createdBy')::uuid end;
  end if;
  return new;
end
$$;
