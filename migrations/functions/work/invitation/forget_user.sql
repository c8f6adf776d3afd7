-- A user that is deleted is a member of nothing any more. Refused, and with it the deletion, where the user is the last admin
-- of a space that others are members of: work.keep_an_admin says so. SECURITY DEFINER: it runs as the auth server.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.forget_user() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from work.permissions p where p.user_id = old.id;
  delete from ops.project_members m where m.user_id = old.id;
  return null;
end
$$;
