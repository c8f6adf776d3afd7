-- Notes when something was archived, by the database's clock. What a page was archived with, work.settle_archived_pages says.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.keep_archiving() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not (row_security_active(tg_relid) or current_user = 'service_role') then
    return new;
  end if;
  if tg_table_name = 'pages' and (new.archived_at is null) <> (old.archived_at is null) then
    perform work.lock_tree(new.space_id);
  end if;
  if (new.archived_at is null) = (old.archived_at is null) then
    new.archived_at := old.archived_at;
  elsif new.archived_at is not null then
    new.archived_at := now();
  end if;
  if tg_table_name = 'pages' then
    new.archived_with := case when new.archived_at is null then null
      when old.archived_at is null then coalesce(new.archived_with, new.id) else old.archived_with end;
  end if;
  return new;
end
$$;
