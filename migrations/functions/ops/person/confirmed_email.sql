-- The e-mail address of a user, in small letters; null while it is not confirmed, or nobody may look.
-- Executed by: nobody
-- Raises: nothing
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
