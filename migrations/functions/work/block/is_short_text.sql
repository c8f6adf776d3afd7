-- Whether a value is a text of at most `longest` code units.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_short_text(value jsonb, longest int, may_be_blank boolean default true) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(value) is distinct from 'string' then
    return case when value is not null then false end;
  end if;
  -- A character has at most two code units.
  return (2 * length(value #>> '{}') <= longest or work.utf16_length(value #>> '{}') <= longest)
    and (may_be_blank or value #>> '{}' ~ '[^[:space:]]');
end
$$;
