-- The open spaces of which the user that asks is editor or admin. SECURITY DEFINER, as work.my_space_ids.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.my_editable_space_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select p.space_id from work.permissions p join work.spaces s on s.id = p.space_id
  where p.user_id = (select work.user_id()) and p.role in ('editor', 'admin') and s.archived_at is null
$$;
