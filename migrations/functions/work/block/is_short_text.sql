-- Whether a value is a text of at most `longest` code units.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_short_text(value jsonb, longest int, may_be_blank boolean default true) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(value) = 'string' and work.utf16_length(value #>> '{}') <= longest
    and (may_be_blank or value #>> '{}' ~ '[^[:space:]]')
$$;
