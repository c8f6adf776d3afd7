-- For one who may edit it, on a page and in a space that are in use. `archived` says what it has to be; who writes
-- rows alone shares the lock.
-- Executed by: user, service
-- Raises: TP403, TP404, TP409
create or replace function work.lock_database(
  database_id uuid, expected_version int default null, archived boolean default false, shared boolean default false
) returns work.databases
language plpgsql set search_path = '' as $$
declare
  locked work.databases := work.find_database(lock_database.database_id);
begin
  perform work.require_role(locked.space_id, 'editor');
  if shared then
    select d.* into locked from work.databases d where d.id = lock_database.database_id for share;
  else
    select d.* into locked from work.databases d where d.id = lock_database.database_id for no key update;
  end if;
  if locked.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  elsif exists (select from work.pages p where p.id = locked.page_id and p.archived_at is not null) then
    perform work.refuse('TP409', 'The page of the database is archived: restore it first', jsonb_build_object('pageId', locked.page_id));
  elsif archived and locked.archived_at is null then
    perform work.refuse('TP409', 'The database is not archived');
  elsif not archived and locked.archived_at is not null then
    perform work.refuse('TP409', 'The database is archived: restore it first');
  end if;
  perform work.check_version(expected_version, locked.version);
  return locked;
end
$$;
