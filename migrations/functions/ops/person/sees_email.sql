-- Whether the doctrine shows the e-mail address of a person to who is this to it.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.sees_email(relation text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from ops.people_rules r where r.field = 'email'
    and (sees_email.relation = any (r.shown_to) or (sees_email.relation = 'space-admins' and 'members' = any (r.shown_to))));
end
$$;
