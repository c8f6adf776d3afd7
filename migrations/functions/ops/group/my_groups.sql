-- The groups that the user is in who asks. SECURITY DEFINER, so that nobody need see who else is in one.
-- Executed by: user
-- Raises: nothing
create or replace function ops.my_groups() returns text[]
language sql stable security definer set search_path = '' as
  $$ select ops.groups_of(work.user_id(), ops.claims()) $$;
