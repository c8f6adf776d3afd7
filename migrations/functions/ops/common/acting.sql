-- Who does it, by the verified claims: the person (a user, or whom an agent acts for), the agent, and the OAuth client by
-- whose token it is done. Each is null where there is none: all of them of a service and of the owner.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.acting(out sub uuid, out act text, out client_id text)
language plpgsql stable set search_path = '' as $$
declare
  claims jsonb := ops.claims();
  is_agent boolean := coalesce(claims ->> 'role', '') like 'agent\_%';
begin
  if not is_agent and coalesce(claims ->> 'role', '') <> 'authenticated' then
    return;
  end if;
  if claims ->> 'sub' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    sub := claims ->> 'sub';
  end if;
  act := case when is_agent then claims #>> '{app_metadata,agent}' end;
  -- Never app_metadata.client_id: that is a tenant.
  client_id := claims ->> 'client_id';
end
$$;
