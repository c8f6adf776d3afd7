-- Gives a column another name, in its rows too.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'renameDatabaseColumn', jsonb_build_array(column_id, name, expected_version)
create or replace function work.rename_database_column(column_id uuid, name text, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  perform work.lock_database((work.find_column(column_id)).database_id, expected_version);
  update work.db_columns c set name = rename_database_column.name where c.id = column_id;
  return column_id;
end
$$;
