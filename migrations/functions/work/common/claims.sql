-- The verified claims of who asks; null where there are none. Not auth.jwt(): a schema auth need not have it.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.claims() returns jsonb
language sql stable set search_path = '' as $$
  select nullif(current_setting('request.jwt.claims', true), '')::jsonb
$$;
