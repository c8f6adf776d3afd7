-- Accepts an invitation to the asking person's own confirmed address, without another sign-in. Answers the space, of which the
-- person is a member now; a member that it was already it stays as it was. SECURITY DEFINER: who is invited is no admin of the space,
-- and of auth.users nobody reads anything.
-- Executed by: user
-- Raises: TP400, TP403, TP404, TP422
-- Once per key: 'acceptInvitation', jsonb_build_array(invitation_id)
create or replace function work.accept_invitation(invitation_id uuid, idempotency_key text default null)
returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  asker uuid := work.user_id();
  accepted work.invitations;
begin
  if asker is null then
    perform work.refuse('TP403', 'Only a person accepts an invitation, and nobody does it for another');
  end if;
  delete from work.invitations i
  where i.id = accept_invitation.invitation_id and i.expires_at > now() and i.email = ops.confirmed_email(asker)
  returning * into accepted;
  if accepted.id is null then
    perform work.refuse('TP404', format('There is no invitation %s to your address', accept_invitation.invitation_id));
  end if;
  insert into work.permissions (space_id, user_id, role) values (accepted.space_id, asker, accepted.role)
  on conflict (space_id, user_id) do nothing;
  return accepted.space_id;
end
$$;
