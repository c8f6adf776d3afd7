-- Whether a value is a uuid in its canonical form.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_uuid(value jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
$$;
