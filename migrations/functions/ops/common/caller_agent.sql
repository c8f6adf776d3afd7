-- The agent that calls, else null: by its claims, for within SECURITY DEFINER the current user is the owner.
-- Executed by: nobody
-- Raises: TP403
create or replace function ops.caller_agent() returns text
language plpgsql stable set search_path = '' as $$
declare
  claims jsonb := ops.claims();
  agent text := claims #>> '{app_metadata,agent}';
begin
  if coalesce(claims ->> 'role', '') not like 'agent\_%' then
    return null;
  end if;
  if agent is null or claims ->> 'role' <> 'agent_' || replace(agent, '-', '_') then
    perform ops.refuse('TP403', 'The token does not name the agent of its role');
  end if;
  return agent;
end
$$;
