-- What a column was, for the history, in the names of the API.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.column_image(given work.db_columns) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('databaseId', given.database_id, 'name', given.name, 'type', given.type,
    'options', given.options, 'rank', given.rank, 'createdAt', given.created_at)
$$;
