-- The tenant whose rows alone who asks may see and change: the claim `app_metadata.client_id`, never `client_id` itself, which is
-- the OAuth client. Empty is the company itself; null is every tenant: for a service, the owner, and an agent that acts for nobody
-- and whose token names none.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.tenant() returns text
language plpgsql stable set search_path = '' as $$
declare
  claims jsonb := ops.claims();
  who text := case when current_setting('role') = 'authenticated' then 'authenticated'
    else coalesce(claims ->> 'role', current_setting('role')) end;
  claimed text := claims #>> '{app_metadata,client_id}';
begin
  if who in ('none', 'service_role', 'gateway') then
    return null;
  elsif who like 'agent\_%' and claims ->> 'sub' is null then
    return claimed;
  end if;
  return coalesce(claimed, '');
end
$$;
