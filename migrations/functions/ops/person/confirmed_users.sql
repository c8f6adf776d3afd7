-- The users that have confirmed the e-mail address, which is given in small letters; at most one where the auth server keeps
-- addresses apart.
-- Executed by: nobody
-- Raises: nothing
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
