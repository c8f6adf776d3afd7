-- Ends a membership: an admin ends anybody's, a member leaves. Answers the space.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'revokePermission', jsonb_build_array(space_id, user_id)
create or replace function work.revoke_permission(space_id uuid, user_id uuid, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  permission work.permissions;
begin
  perform work.find_space(revoke_permission.space_id);
  if not work.is_user() or revoke_permission.user_id is distinct from auth.uid() then
    perform work.require_role(revoke_permission.space_id, 'admin', open => false);
  end if;
  permission := work.find_permission(revoke_permission.space_id, revoke_permission.user_id);
  delete from work.permissions p where p.id = permission.id;
  return revoke_permission.space_id;
end
$$;
