-- Removes a column with its values; answers the database.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'removeDatabaseColumn', jsonb_build_array(column_id, expected_version)
create or replace function work.remove_database_column(column_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  col work.db_columns;
begin
  col := work.find_column(column_id);
  perform work.lock_database(col.database_id, expected_version);
  delete from work.db_columns c where c.id = column_id;
  return col.database_id;
end
$$;
