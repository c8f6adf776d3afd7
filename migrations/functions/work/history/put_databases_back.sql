-- Puts the databases of a page back as they were after an entry, with their columns and rows.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.put_databases_back(page_id uuid, number int) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  perform from work.databases d where d.page_id = page_id order by d.id for no key update;
  -- In use while it is changed; archived at the end where it is to be.
  update work.databases d set title = coalesce(i.before ->> 'title', d.title), archived_at = null
  from work.images_since(page_id, number, 'DATABASE') i
  where d.id = i.record_id and (d.title <> i.before ->> 'title' or d.archived_at is not null);
  delete from work.db_rows r using work.images_since(page_id, number, 'ROW') i
  where r.id = i.record_id and i.before is null;
  delete from work.db_columns c using work.images_since(page_id, number, 'COLUMN') i
  where c.id = i.record_id and i.before is null;
  perform work.put_columns_back(page_id, number);
  perform work.put_rows_back(page_id, number);
  -- Required again, once each row has its value.
  update work.db_columns c set options = i.before -> 'options'
  from work.images_since(page_id, number, 'COLUMN') i
  where c.id = i.record_id and i.before is not null and c.options <> i.before -> 'options';
  update work.databases d set archived_at = case
    when i.before is null then coalesce(d.archived_at, now()) else (i.before ->> 'archivedAt')::timestamptz end
  from work.images_since(page_id, number, 'DATABASE') i
  where d.id = i.record_id
    and (d.archived_at is null) <> (i.before is not null and i.before ->> 'archivedAt' is null);
end
$$;
