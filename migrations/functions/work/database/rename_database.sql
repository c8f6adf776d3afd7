-- Gives a database another title.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
create or replace function work.rename_database(database_id uuid, title text, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'renameDatabase', jsonb_build_array(database_id, title, expected_version));
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('title', title, 500);
  perform work.lock_database(database_id, expected_version);
  update work.databases d set title = rename_database.title where d.id = database_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', database_id));
  return database_id;
end
$$;
