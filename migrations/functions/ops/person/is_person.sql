-- Whether auth.users has the person. Where there is no such table that the owner may read, nobody can tell: true.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.is_person(user_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  if not coalesce(has_schema_privilege(to_regnamespace('auth'), 'usage'), false) then
    return true;
  end if;
  if not coalesce(has_table_privilege(to_regclass('auth.users'), 'select'), false) then
    return true;
  end if;
  return exists (select from auth.users u where u.id = is_person.user_id);
end
$$;
