-- The groups that a user's own token names, `app_metadata.groups`, as it was issued; none where that is no list of names,
-- and none in the token of anybody else. Whether there are such groups is not asked here.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.claimed_groups(claims jsonb) returns setof text
language sql immutable set search_path = '' as $$
  select jsonb_array_elements_text(c.given)
  from (select claims #> '{app_metadata,groups}' as given) c
  where claims ->> 'role' = 'authenticated' and jsonb_typeof(c.given) = 'array'
    and not jsonb_path_exists(c.given, '$[*] ? (@.type() != "string")')
$$;
