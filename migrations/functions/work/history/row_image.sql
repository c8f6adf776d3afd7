-- What a row was, for the history, in the names of the API.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.row_image(given work.db_rows) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('databaseId', given.database_id, 'data', given.data, 'rank', given.rank,
    'version', given.version, 'createdBy', given.created_by, 'createdAt', given.created_at)
$$;
