-- Why what was found of an environment lets no deployment succeed; null where it does. One check over HTTP and one of the
-- database must pass, and none fail.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.health_problem(health_checks jsonb) returns text
language sql immutable set search_path = '' as $$
  select string_agg(f.problem, '; ' order by f.place) from (
    select c.place, format('the %s check "%s" failed%s', c.found ->> 'kind', c.found ->> 'name',
      coalesce(': ' || nullif(concat_ws(', ', 'status ' || (c.found ->> 'status'), left(c.found ->> 'detail', 300)), ''), '')) as problem
    from jsonb_array_elements(health_checks) with ordinality c (found, place)
    where (c.found -> 'ok') is distinct from 'true'::jsonb
    union all
    select 1000000, format('no %s check was made', k.kind)
    from unnest('{HTTP,DATABASE}'::text[]) k (kind)
    where not exists (select from jsonb_array_elements(health_checks) c where c ->> 'kind' = k.kind)
  ) f
$$;
