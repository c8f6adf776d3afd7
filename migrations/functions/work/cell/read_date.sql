-- A day, or a time in UTC to the second, whose texts sort as the times do; null where the text is neither.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.read_date(value text) returns text
language plpgsql stable set search_path = '' as $$
begin
  if value ~ '^\d{4}-\d\d-\d\d$' then
    return to_char(value::date, 'YYYY-MM-DD');
  elsif value ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$' then
    return to_char(date_trunc('second', value::timestamptz) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"');
  end if;
  return null;
exception when data_exception then
  return null;
end
$$;
