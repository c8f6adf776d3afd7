-- Why the modules that were asked for are not as they were asked for; null where they are. An exit code says nothing of it: Odoo
-- ends with 0 also where it knows no such module, or no such database.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.module_problem(modules jsonb) returns text
language sql immutable set search_path = '' as $$
  select string_agg(f.problem, '; ' order by f.place) from (
    select m.place, case
        when m.found ->> 'to' is null then format('the module %s is not installed', m.found ->> 'module')
        when m.found ->> 'wanted' is not null then case when m.found ->> 'to' <> m.found ->> 'wanted'
          then format('the module %s is %s, not %s', m.found ->> 'module', m.found ->> 'to', m.found ->> 'wanted') end
        when m.found ->> 'to' = m.found ->> 'from' then format('the module %s is %s as before', m.found ->> 'module', m.found ->> 'to')
      end as problem
    from jsonb_array_elements(modules) with ordinality m (found, place)
    where (m.found -> 'asked') = 'true'::jsonb
  ) f where f.problem is not null
$$;
