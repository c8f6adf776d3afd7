-- Invites an e-mail address into a space: an admin's affair. Whoever has the address, confirmed, becomes a member at the next
-- sign-in or by accepting. Until then all is as if nobody had it: no admin learns who has an account. Invited again, the
-- invitation takes the new role and lasts anew. SECURITY DEFINER: nobody writes invitations but this function.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422, TP429
-- Once per key: 'inviteMember', jsonb_build_array(space_id, lower(btrim(email)), role)
create or replace function work.invite_member(space_id uuid, email text, role text, idempotency_key text default null)
returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  address text := work.check_email(invite_member.email);
  most constant int := 500;
begin
  perform work.check_role(invite_member.role);
  -- As row-level security would: of a space that is not the viewer's own nothing is told.
  if work.is_user() and not exists (select from work.my_space_ids() own where own = invite_member.space_id) then
    perform work.refuse('TP404', format('There is no space %s', invite_member.space_id));
  end if;
  perform work.require_role(invite_member.space_id, 'admin');
  perform pg_advisory_xact_lock(hashtextextended('invitation ' || address, 0));
  if (select count(*) from work.invitations i where i.space_id = invite_member.space_id and i.email <> address) >= most then
    perform work.refuse('TP429', format('A space has at most %s invitations: withdraw some first', most));
  end if;
  insert into work.invitations as i (space_id, email, role)
  values (invite_member.space_id, address, invite_member.role)
  on conflict (space_id, email) do update
    set role = excluded.role, created_by = excluded.created_by, created_at = excluded.created_at, expires_at = excluded.expires_at;
  return invite_member.space_id;
end
$$;
