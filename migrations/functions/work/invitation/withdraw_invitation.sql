-- Withdraws an invitation: an admin's affair. Answers the space.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP422
-- Once per key: 'withdrawInvitation', jsonb_build_array(invitation_id)
create or replace function work.withdraw_invitation(invitation_id uuid, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  space_id uuid;
begin
  delete from work.invitations i where i.id = withdraw_invitation.invitation_id returning i.space_id into space_id;
  if space_id is null then
    perform work.refuse('TP404', format('There is no invitation %s', withdraw_invitation.invitation_id));
  end if;
  return space_id;
end
$$;
