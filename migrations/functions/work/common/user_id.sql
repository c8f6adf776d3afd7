-- The user that asks; null where the claims say less than a full one: an anonymous sign-in, a token that a third party's
-- application was given, one that is limited to scopes or bound to a key. `is_anonymous` that is no boolean counts as true.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.user_id() returns uuid
language plpgsql stable set search_path = '' as $$
declare
  claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
begin
  if current_setting('role') = 'authenticated' and (claims ?| '{client_id,azp,act,cnf,scope,scp,authorization_details}'
    or coalesce(claims -> 'is_anonymous', 'false') <> 'false') then
    return null;
  end if;
  return nullif(claims ->> 'sub', '')::uuid;
end
$$;
