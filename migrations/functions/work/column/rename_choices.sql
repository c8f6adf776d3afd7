-- The value with other names for its choices; `renamed`: {"old name": "new name"}.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.rename_choices(value jsonb, renamed jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(value) = 'array' then
    return (select jsonb_agg(coalesce(renamed -> (v #>> '{}'), v) order by n) from jsonb_array_elements(value) with ordinality e (v, n));
  end if;
  return coalesce(renamed -> (value #>> '{}'), value);
end
$$;
