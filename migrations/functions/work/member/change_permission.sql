-- Gives a member of a space another role: an admin's affair.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'changePermission', jsonb_build_array(space_id, user_id, role)
create or replace function work.change_permission(space_id uuid, user_id uuid, role text, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  permission work.permissions;
begin
  perform work.check_role(change_permission.role);
  perform work.require_role(change_permission.space_id, 'admin', open => false);
  permission := work.find_permission(change_permission.space_id, change_permission.user_id);
  update work.permissions p set role = change_permission.role where p.id = permission.id;
  return permission.id;
end
$$;
