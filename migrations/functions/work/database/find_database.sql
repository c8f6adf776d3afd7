-- The database, or a refusal. One that the viewer does not see and one that is not there are refused in the same words.
-- Executed by: user, service
-- Raises: TP404
create or replace function work.find_database(database_id uuid) returns work.databases
language plpgsql stable set search_path = '' as $$
declare
  found_one work.databases;
begin
  select d.* into found_one from work.databases d where d.id = find_database.database_id;
  if found_one.id is null then
    perform work.refuse('TP404', format('There is no database %s', find_database.database_id));
  end if;
  return found_one;
end
$$;
