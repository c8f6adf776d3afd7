-- Refuses a viewer whose role in a space is less than wanted, of a space that the viewer sees. `wanted`: member, editor or
-- admin. An archived space is open to its admins' own functions alone, which pass `open` as false.
-- Executed by: user, service
-- Raises: TP403, TP404, TP409
create or replace function work.require_role(space_id uuid, wanted text, open boolean default true) returns void
language plpgsql stable set search_path = '' as $$
declare
  space work.spaces := work.find_space(require_role.space_id);
  role text := work.role_in(require_role.space_id);
begin
  if role is null or array_position('{member,editor,admin}', role) < array_position('{member,editor,admin}', wanted) then
    perform work.refuse('TP403', format('This takes the role %s in the space: the viewer is %s', wanted, coalesce(role, 'no member')),
      jsonb_build_object('role', role, 'required', wanted));
  elsif open and space.archived_at is not null then
    perform work.refuse('TP409', 'The space is archived: restore it first');
  end if;
end
$$;
