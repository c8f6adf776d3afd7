-- The lines of a run for which none was given: a write to Odoo stands in those of the records that it names.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.default_ordering_keys(kind text, input jsonb) returns text[]
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(array_agg(distinct left(input ->> 'model', 100) || '/' || trunc(id::numeric)), '{}')
  from jsonb_array_elements_text(case when jsonb_typeof(input -> 'ids') = 'array' then input -> 'ids' else '[]' end) id
  where kind = 'odoo.write' and jsonb_typeof(input -> 'model') = 'string' and id ~ '^[0-9]{1,10}(\.0+)?$'
$$;
