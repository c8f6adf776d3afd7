-- Raises the version of a database whose columns change. SECURITY DEFINER: no viewer writes versions.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.note_column_change() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update work.databases d set columns_changed_in = pg_current_xact_id()
  where d.id = case when tg_op = 'DELETE' then old.database_id else new.database_id end
    and d.columns_changed_in <> pg_current_xact_id();
  return null;
end
$$;
