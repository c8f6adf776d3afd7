-- The viewer's role in a space; null for no member; `admin` for a service.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.role_in(space_id uuid) returns text
language sql stable set search_path = '' as $$
  select case when work.is_user()
    then (select p.role from work.permissions p where p.space_id = role_in.space_id and p.user_id = (select auth.uid()))
    else 'admin' end
$$;
