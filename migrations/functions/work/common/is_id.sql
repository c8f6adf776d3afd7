-- Whether a value is an id, in either case: whoever compares ids of a content reads them in either one.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_id(value jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return jsonb_typeof(value) = 'string' and value #>> '{}' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
end
$$;
