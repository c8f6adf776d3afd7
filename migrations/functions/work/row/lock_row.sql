-- The row under its lock, for one who may edit it.
-- Executed by: user, service
-- Raises: TP403, TP404, TP409
create or replace function work.lock_row(row_id uuid, expected_version int) returns work.db_rows
language plpgsql set search_path = '' as $$
declare
  locked work.db_rows := work.find_row(lock_row.row_id);
begin
  perform work.lock_database(locked.database_id, shared => true);
  select r.* into locked from work.db_rows r where r.id = lock_row.row_id for no key update;
  if locked.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  perform work.check_version(expected_version, locked.version, jsonb_build_object('currentData', locked.data));
  return locked;
end
$$;
