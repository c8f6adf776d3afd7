-- Deletes a row; answers the database.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'deleteDatabaseRow', jsonb_build_array(row_id, expected_version)
create or replace function work.delete_database_row(row_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  locked work.db_rows;
begin
  locked := work.lock_row(row_id, expected_version);
  delete from work.db_rows r where r.id = row_id;
  return locked.database_id;
end
$$;
