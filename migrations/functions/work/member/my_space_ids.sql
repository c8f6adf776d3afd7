-- The spaces of which the user that asks is a member. SECURITY DEFINER: a policy that read work.permissions itself would run
-- into the policy of that table.
-- Executed by: workspace-ask-docs, user
-- Raises: nothing
create or replace function work.my_space_ids() returns setof uuid
language sql stable security definer set search_path = '' as
  $$ select space_id from work.permissions where user_id = (select work.user_id()) $$;
