-- Refuses a role that is none of member, editor and admin.
-- Executed by: user, service
-- Raises: TP400
create or replace function work.check_role(role text) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if role is null or role not in ('member', 'editor', 'admin') then
    perform work.refuse('TP400', 'The role is member, editor or admin', '{"argument": "role"}');
  end if;
end
$$;
