-- {"choice": its place in the column, from 0}
-- Executed by: user, service
-- Raises: nothing
create or replace function work.choice_places(options jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(v, n - 1), '{}') from jsonb_array_elements_text(options -> 'choices') with ordinality e (v, n)
$$;
