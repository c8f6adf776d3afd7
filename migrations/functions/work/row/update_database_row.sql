-- Changes cells of a row. What `data` names is set, null takes a value away, and what is absent stays.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'updateDatabaseRow', jsonb_build_array(row_id, data, expected_version)
create or replace function work.update_database_row(row_id uuid, data jsonb, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  perform work.lock_row(row_id, expected_version);
  update work.db_rows r set data = r.data || update_database_row.data where r.id = row_id;
  return row_id;
end
$$;
