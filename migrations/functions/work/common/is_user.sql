-- Whether a user asks, on whom membership decides; else a service or the owner. Never current_user: inside a function
-- that is SECURITY DEFINER that is the owner.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_user() returns boolean
language sql stable set search_path = '' as $$
  select 'authenticated' in (current_setting('role'), coalesce(work.claims() ->> 'role', ''))
$$;
