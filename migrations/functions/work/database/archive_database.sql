-- Archives a database, or restores it where `archived` is false: one of what the other is not.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: case when archived then 'archiveDatabase' else 'restoreDatabase' end,
--   jsonb_build_array(database_id, expected_version)
create or replace function work.archive_database(
  database_id uuid, expected_version int default null, idempotency_key text default null, archived boolean default true
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  perform work.lock_database(database_id, expected_version, not archived);
  update work.databases d set archived_at = case when archived then now() end where d.id = database_id;
  return database_id;
end
$$;
