-- Gives a database another title.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'renameDatabase', jsonb_build_array(database_id, title, expected_version)
create or replace function work.rename_database(database_id uuid, title text, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  perform work.check_text('title', title, 500);
  perform work.lock_database(database_id, expected_version);
  update work.databases d set title = rename_database.title where d.id = database_id;
  return database_id;
end
$$;
