-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.confirmed_email(user_id uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  if not ops.has_users() then
    return null;
  end if;
  return (
    select u.address from (select null::text as email, null::timestamptz as email_confirmed_at) absent
    -- A column that auth.users lacks is the one of `absent`.
    cross join lateral (
      select lower(email) as address from auth.users where users.id = confirmed_email.user_id and email_confirmed_at is not null
    ) u
  );
end
$$;
revoke all on function ops.confirmed_email from public;
comment on function ops.confirmed_email is 'The e-mail address of a user, in small letters; null while it is not confirmed, or nobody may look.';

create or replace function work.accept_invitation(invitation_id uuid, idempotency_key text default null)
returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'acceptInvitation', jsonb_build_array(invitation_id));
  asker uuid := work.user_id();
  accepted work.invitations;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
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
  perform work.end_once(idempotency_key, jsonb_build_object('id', accepted.space_id));
  return accepted.space_id;
end
$$;
revoke all on function work.accept_invitation from public;
grant execute on function work.accept_invitation to authenticated, acting_agent;
comment on function work.accept_invitation is 'Accepts an invitation to the asking person''s own confirmed address, without another sign-in. Answers the space, of which the
person is a member now; a member that it was already it stays as it was. SECURITY DEFINER: who is invited is no admin of the space,
and of auth.users nobody reads anything.';

create or replace function work.invite_member(space_id uuid, email text, role text, idempotency_key text default null)
returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'inviteMember', jsonb_build_array(space_id, lower(btrim(email)), role));
  address text := work.check_email(invite_member.email);
  most constant int := 500;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
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
  perform work.end_once(idempotency_key, jsonb_build_object('id', invite_member.space_id));
  return invite_member.space_id;
end
$$;
comment on function work.invite_member is 'Invites an e-mail address into a space: an admin''s affair. Whoever has the address, confirmed, becomes a member at the next
sign-in or by accepting. Until then all is as if nobody had it: no admin learns who has an account. Invited again, the
invitation takes the new role and lasts anew. SECURITY DEFINER: nobody writes invitations but this function.';

drop function ops.confirmed_users(text);
