-- The verified claims of who calls; null where there are none. Not auth.jwt(): a schema auth need not have it.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.claims() returns jsonb
language sql stable set search_path = '' as $$
  select nullif(current_setting('request.jwt.claims', true), '')::jsonb
$$;
