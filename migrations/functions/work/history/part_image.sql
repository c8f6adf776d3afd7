-- What a row or a column was, for the history, in the names of the API.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.part_image(part jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('databaseId', part -> 'database_id', 'rank', part -> 'rank', 'createdAt', part -> 'created_at')
    || case when part ? 'data' then jsonb_build_object('data', part -> 'data', 'version', part -> 'version', 'createdBy', part -> 'created_by')
      else jsonb_build_object('name', part -> 'name', 'type', part -> 'type', 'options', part -> 'options') end;
end
$$;
