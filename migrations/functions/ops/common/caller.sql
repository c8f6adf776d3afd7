-- Who did it: an agent's name, a user's uuid, or `service`. Who connects without claims is the owner or a service.
-- Executed by: nobody
-- Raises: TP403
create or replace function ops.caller() returns text
language plpgsql stable set search_path = '' as $$
declare
  claims jsonb := ops.claims();
begin
  return coalesce(
    ops.caller_agent(),
    case when claims ->> 'role' in ('authenticated', 'anon') then coalesce(ops.identity(claims ->> 'sub'), 'anonymous') end,
    'service');
end
$$;
