-- Makes a user a member of the spaces that the address is invited to, where it has not expired. The address must be confirmed:
-- who calls looks. A member that is there already stays as it is. One address at a time, so that of an invitation and a
-- confirmation at once the second one finds the first. SECURITY DEFINER: who signs in is no admin of the space.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.accept_invitations(user_id uuid, email text) returns void
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  perform pg_advisory_xact_lock(hashtextextended('invitation ' || lower(accept_invitations.email), 0));
  with accepted as (
    delete from work.invitations i
    where i.email = lower(accept_invitations.email) and i.expires_at > now()
    returning i.space_id, i.role
  )
  insert into work.permissions (space_id, user_id, role)
  select a.space_id, accept_invitations.user_id, a.role from accepted a
  on conflict (space_id, user_id) do nothing;
end
$$;
