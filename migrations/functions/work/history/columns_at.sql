-- The columns that a database had right after an entry.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.columns_at(database_id uuid, page_id uuid, number int)
returns table (id uuid, name text, type text, options jsonb)
language sql stable set search_path = '' as $$
  with was as (
    select i.record_id, i.before from work.images_since(page_id, number, 'COLUMN') i
  )
  select w.record_id, w.before ->> 'name', w.before ->> 'type', w.before -> 'options'
  from was w where (w.before ->> 'databaseId')::uuid = columns_at.database_id
  union all
  select c.id, c.name, c.type, c.options from work.db_columns c
  where c.database_id = columns_at.database_id and not exists (select from was w where w.record_id = c.id)
$$;
