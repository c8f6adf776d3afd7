-- Whether a value is an address; `schemes` is a pattern for its beginning.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_address(value jsonb, schemes text) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return work.is_short_text(value, 2048) and value #>> '{}' ~* schemes and value #>> '{}' !~ '[[:space:][:cntrl:]]';
end
$$;
