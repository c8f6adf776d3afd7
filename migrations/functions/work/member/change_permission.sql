-- Gives a member of a space another role: an admin's affair.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
create or replace function work.change_permission(space_id uuid, user_id uuid, role text, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'changePermission', jsonb_build_array(space_id, user_id, role));
  permission work.permissions;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_role(change_permission.role);
  perform work.require_role(change_permission.space_id, 'admin', open => false);
  permission := work.find_permission(change_permission.space_id, change_permission.user_id);
  update work.permissions p set role = change_permission.role where p.id = permission.id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', permission.id));
  return permission.id;
end
$$;
