-- Whether a user asks, or an agent writes for one (work.for_user): membership decides. Else it is a service, the owner, or an
-- agent that reads. Never current_user: inside a function that is SECURITY DEFINER that is the owner.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_user() returns boolean
language sql stable set search_path = '' as $$
  select current_setting('role') = 'acting_agent'
    or 'authenticated' in (current_setting('role'), coalesce(work.claims() ->> 'role', ''))
$$;
