-- The identity, and of an address that one person of auth.users signs in with that person's uuid: who asks by the address
-- is who decides by the token.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.person_of(given text) returns text
language plpgsql stable strict security definer set search_path = '' as $$
declare
  named text := ops.identity(given);
  found uuid[];
begin
  if named !~ '@' or not exists (
    select from pg_catalog.pg_attribute a
    where a.attrelid = to_regclass('auth.users') and a.attname = 'email' and not a.attisdropped
      and has_schema_privilege('auth', 'usage') and has_table_privilege(a.attrelid, 'select')
  ) then
    return named;
  end if;
  select array_agg(u.id) into found from auth.users u where lower(u.email) = lower(named);
  return case when cardinality(found) = 1 then found[1]::text else named end;
end
$$;
