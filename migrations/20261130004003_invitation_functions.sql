-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.confirmed_users(address text) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  if not ops.has_users() then
    return;
  end if;
  return query
  select u.id from (select null::text as email, null::timestamptz as email_confirmed_at) absent
  -- A column that auth.users lacks is the one of `absent`.
  cross join lateral (
    select users.id from auth.users where lower(email) = confirmed_users.address and email_confirmed_at is not null
  ) u
  order by u.id limit 1;
end
$$;
revoke all on function ops.confirmed_users from public;
comment on function ops.confirmed_users is 'The users that have confirmed the e-mail address, which is given in small letters; at most one where the auth server keeps
addresses apart.';

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
revoke all on function work.accept_invitations from public;
comment on function work.accept_invitations is 'Makes a user a member of the spaces that the address is invited to, where it has not expired. The address must be confirmed:
who calls looks. A member that is there already stays as it is. One address at a time, so that of an invitation and a
confirmation at once the second one finds the first. SECURITY DEFINER: who signs in is no admin of the space.';

create or replace function work.check_email(email text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  kept text := lower(btrim(email));
begin
  if kept is null or length(kept) > 320 or kept !~ '^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$' then
    perform work.refuse('TP400', 'The e-mail address must be one such as ana@example.com', '{"argument": "email"}');
  end if;
  return kept;
end
$$;
revoke all on function work.check_email from public;
comment on function work.check_email is 'An e-mail address as it is kept, in small letters; refuses what is none.';

create or replace function work.forget_user() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from work.permissions p where p.user_id = old.id;
  delete from ops.project_members m where m.user_id = old.id;
  return null;
end
$$;
revoke all on function work.forget_user from public;
comment on function work.forget_user is 'A user that is deleted is a member of nothing any more. Refused, and with it the deletion, where the user is the last admin
of a space that others are members of: work.keep_an_admin says so. SECURITY DEFINER: it runs as the auth server.';

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
  perform work.accept_invitations(u.id, address) from ops.confirmed_users(address) u (id);
  perform work.end_once(idempotency_key, jsonb_build_object('id', invite_member.space_id));
  return invite_member.space_id;
end
$$;
revoke all on function work.invite_member from public;
grant execute on function work.invite_member to authenticated, service_role;
comment on function work.invite_member is 'Invites an e-mail address into a space: an admin''s affair. Who has the address and has confirmed it is a member at once, and
anybody else when it is confirmed; the answer is the space in either case, and does not tell which. Invited again, the
invitation takes the new role and lasts anew. SECURITY DEFINER: who has the address, no admin may look up.';

create or replace function work.keep_an_admin() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.role <> 'admin' or (tg_op = 'UPDATE' and new.role = 'admin' and new.space_id = old.space_id) then
    return null;
  end if;
  perform from work.spaces s where s.id = old.space_id for update;
  if not found or exists (select from work.permissions p where p.space_id = old.space_id and p.role = 'admin') then
    return null;
  elsif exists (select from work.permissions p where p.space_id = old.space_id)
    or ops.is_person(old.user_id) or old.user_id::text is not distinct from (ops.claims() ->> 'sub') then
    perform work.refuse('TP409', 'A space keeps at least one admin: make another member admin first',
      jsonb_build_object('reason', 'LAST_ADMIN', 'spaceId', old.space_id));
  end if;
  return null;
end
$$;
comment on function work.keep_an_admin is 'Refuses to leave a space without an admin: under the lock of the space''s row, so that of two admins who leave at once the
second one is seen. Who is deleted, and was alone in the space, leaves it to nobody. SECURITY DEFINER: who has just left
sees no row any more.';

create or replace function work.note_sign_in() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.email is not null and new.email_confirmed_at is not null then
    perform work.accept_invitations(new.id, new.email);
  end if;
  return null;
exception when others then
  raise warning 'The invitations of user % wait for the next sign-in: %', new.id, sqlerrm;
  return null;
end
$$;
revoke all on function work.note_sign_in from public;
comment on function work.note_sign_in is 'Whoever has a confirmed address accepts what it is invited to: when it is confirmed, when it becomes another one, and at
each sign-in. Nobody is kept from signing in: what fails is tried again at the next one. SECURITY DEFINER: it runs as
the auth server.';

create or replace function work.withdraw_invitation(invitation_id uuid, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'withdrawInvitation', jsonb_build_array(invitation_id));
  space_id uuid;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  delete from work.invitations i where i.id = withdraw_invitation.invitation_id returning i.space_id into space_id;
  if space_id is null then
    perform work.refuse('TP404', format('There is no invitation %s', withdraw_invitation.invitation_id));
  end if;
  perform work.end_once(idempotency_key, jsonb_build_object('id', space_id));
  return space_id;
end
$$;
revoke all on function work.withdraw_invitation from public;
grant execute on function work.withdraw_invitation to authenticated, service_role;
comment on function work.withdraw_invitation is 'Withdraws an invitation: an admin''s affair. Answers the space.';
