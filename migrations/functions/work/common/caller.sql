-- Who asks, as text: a user's uuid, an agent's name, an agent for a user as both, or `service`. Keys are apart by it.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.caller() returns text
language sql stable set search_path = '' as $$
  select case
    when current_setting('role') = 'acting_agent' then concat(work.claims() #>> '{app_metadata,agent}', ' for ', auth.uid())
    when work.is_user() then coalesce((select auth.uid())::text, 'nobody')
    when current_setting('role') like 'agent\_%' or coalesce(work.claims() ->> 'role', '') like 'agent\_%'
      then coalesce(work.claims() #>> '{app_metadata,agent}', 'agent')
    else 'service' end
$$;
