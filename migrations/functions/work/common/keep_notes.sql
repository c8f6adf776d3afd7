-- Keeps silently what the database notes of its own accord, since it changes while a client holds the row.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.keep_notes() returns trigger
language plpgsql set search_path = '' as $$
begin
  if current_user = 'service_role' or not row_security_active(tg_relid) then
    return new;
  end if;
  new.updated_at := case tg_op when 'INSERT' then now() else old.updated_at end;
  if tg_table_name = 'pages' then
    new.versioned_in := case tg_op when 'INSERT' then pg_current_xact_id() else old.versioned_in end;
    new.changed_in := case tg_op when 'INSERT' then pg_current_xact_id() else old.changed_in end;
  elsif tg_table_name = 'databases' then
    new.columns_changed_in := case tg_op when 'INSERT' then pg_current_xact_id() else old.columns_changed_in end;
  end if;
  return new;
end
$$;
