-- Gives a column another name, in its rows too.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
create or replace function work.rename_database_column(column_id uuid, name text, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'renameDatabaseColumn', jsonb_build_array(column_id, name, expected_version));
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.lock_database((work.find_column(column_id)).database_id, expected_version);
  update work.db_columns c set name = rename_database_column.name where c.id = column_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', column_id));
  return column_id;
end
$$;
