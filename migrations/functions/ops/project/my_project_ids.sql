-- The projects in which the user that asks is a member, of the tenant of its token. SECURITY DEFINER, so that a member need not see who else is one.
-- Executed by: user
-- Raises: nothing
create or replace function ops.my_project_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select project_id from ops.project_members
  where user_id = (select work.user_id()) and tenant_id = coalesce((select ops.tenant()), tenant_id)
$$;
