-- The name that people see: users write it themselves, so it is one line of at most 200 characters; null where they gave none.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.shown_name(metadata jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return nullif(left(btrim(regexp_replace(
    coalesce(nullif(btrim(metadata ->> 'full_name'), ''), nullif(btrim(metadata ->> 'name'), '')),
    '[\s\u0001-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+', ' ', 'g')), 200), '');
end
$$;
