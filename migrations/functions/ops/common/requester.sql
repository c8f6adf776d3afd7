-- Who asks for a run: whoever calls, or for whom a service says that it asks, a user by uuid. An agent that acts for a user
-- asks for that one.
-- Executed by: nobody
-- Raises: TP400, TP403
create or replace function ops.requester(requested_by text) returns text
language plpgsql stable set search_path = '' as $$
declare
  named text := ops.identity(requester.requested_by);
  own text := ops.identity(ops.claims() ->> 'sub');
begin
  if requester.requested_by is null then
    return case when ops.caller_agent() is null then ops.caller() else coalesce(own, ops.caller()) end;
  elsif named !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    perform ops.refuse('TP400', 'requestedBy must be the uuid of a user, also as user:<uuid>', '{"argument": "requestedBy"}');
  elsif (ops.is_user() or ops.caller_agent() is not null) and named is distinct from own then
    perform ops.refuse('TP403', 'Only a service asks in the name of another: leave requestedBy out');
  end if;
  return named;
end
$$;
