-- A member's permission in a space, or a refusal.
-- Executed by: user, service
-- Raises: TP404
create or replace function work.find_permission(space_id uuid, user_id uuid) returns work.permissions
language plpgsql stable set search_path = '' as $$
declare
  permission work.permissions;
begin
  select p.* into permission from work.permissions p
  where p.space_id = find_permission.space_id and p.user_id = find_permission.user_id;
  if permission.id is null then
    perform work.refuse('TP404', format('User %s is no member of the space', find_permission.user_id));
  end if;
  return permission;
end
$$;
