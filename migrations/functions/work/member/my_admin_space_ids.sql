-- The spaces of which the user that asks is admin, archived ones too: who else is to restore them? SECURITY DEFINER, as
-- work.my_space_ids.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.my_admin_space_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select p.space_id from work.permissions p where p.user_id = (select work.user_id()) and p.role = 'admin'
$$;
