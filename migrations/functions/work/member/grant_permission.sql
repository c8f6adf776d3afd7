-- Makes somebody a member of a space: an admin's affair.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'grantPermission', jsonb_build_array(space_id, user_id, role)
create or replace function work.grant_permission(space_id uuid, user_id uuid, role text, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  permission_id uuid;
begin
  perform work.check_role(grant_permission.role);
  perform work.require_role(grant_permission.space_id, 'admin', open => false);
  insert into work.permissions as p (space_id, user_id, role)
  values (grant_permission.space_id, grant_permission.user_id, grant_permission.role)
  on conflict (space_id, user_id) do nothing
  returning p.id into permission_id;
  if permission_id is null then
    perform work.refuse('TP409', format('User %s is a member already: change the role instead', grant_permission.user_id));
  end if;
  return permission_id;
end
$$;
