-- Whoever has a confirmed address accepts what it is invited to: when it is confirmed, when it becomes another one, and at
-- each sign-in. Nobody is kept from signing in: what fails is tried again at the next one. SECURITY DEFINER: it runs as
-- the auth server.
-- Executed by: nobody
-- Raises: nothing
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
