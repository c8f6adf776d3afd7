-- The member of a project whom a service names, by uuid or address, or who calls; refuses anybody else, so that whoever it is
-- stands in one spelling alone.
-- Executed by: nobody
-- Raises: TP400, TP403
create or replace function ops.member_named(project_id uuid, given text, argument text) returns uuid
language plpgsql stable set search_path = '' as $$
declare
  named text := ops.person_of(member_named.given);
begin
  if named is null then
    named := ops.requester(null);
  elsif (ops.is_user() or ops.caller_agent() is not null) and not ops.is_same_identity(named, ops.requester(null)) then
    perform ops.refuse('TP403', format('Only a service speaks for another: leave %s out', argument),
      jsonb_build_object('argument', argument));
  end if;
  if named !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or not exists (
    select from ops.project_members m where m.project_id = member_named.project_id and m.user_id = named::uuid
  ) then
    perform ops.refuse('TP400', format('Say by %s which member of the project it is: the uuid, or the address that is signed in with', argument),
      jsonb_build_object('argument', argument));
  end if;
  return named::uuid;
end
$$;
