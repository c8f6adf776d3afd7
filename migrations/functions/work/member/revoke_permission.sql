-- Ends a membership: an admin ends anybody's, a member leaves. Answers the space.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
create or replace function work.revoke_permission(space_id uuid, user_id uuid, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'revokePermission', jsonb_build_array(space_id, user_id));
  permission work.permissions;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.find_space(revoke_permission.space_id);
  if not work.is_user() or revoke_permission.user_id is distinct from auth.uid() then
    perform work.require_role(revoke_permission.space_id, 'admin', open => false);
  end if;
  permission := work.find_permission(revoke_permission.space_id, revoke_permission.user_id);
  delete from work.permissions p where p.id = permission.id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', revoke_permission.space_id));
  return revoke_permission.space_id;
end
$$;
