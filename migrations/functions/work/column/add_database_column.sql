-- Adds a column to a database. `fill` is the value that the rows which are there get.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'addDatabaseColumn',
--   jsonb_build_array(database_id, name, type, options, fill, expected_version)
create or replace function work.add_database_column(
  database_id uuid, name text, type text, options jsonb default null, fill jsonb default null,
  expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  column_id uuid;
begin
  perform work.lock_database(database_id, expected_version);
  if work.normal_cell(fill, type) is null then
    column_id := work.put_column(database_id, name, type, options);
  else
    -- Required only once each row has its value.
    column_id := work.put_column(database_id, name, type, options - 'required');
    update work.db_rows r set data = r.data || jsonb_build_object(name, fill) where r.database_id = database_id;
    update work.db_columns c set options = c.options || jsonb_build_object('required', options -> 'required')
    where c.id = column_id and options ? 'required';
  end if;
  return column_id;
end
$$;
