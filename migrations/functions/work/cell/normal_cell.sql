-- The one form in which a value of a type is kept; null for no value, which an empty text and an empty list are too.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.normal_cell(value jsonb, type text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  kind text := jsonb_typeof(value);
  words text := value #>> '{}';
begin
  if value is null or value in ('null', '""', '[]') then
    return null;
  elsif type = 'NUMBER' and kind = 'string' and words ~ '^[+-]?\d{1,60}(\.\d{1,30})?$' then
    return to_jsonb(words::numeric);
  elsif type = 'DATE' and kind = 'string' then
    return coalesce(to_jsonb(work.read_date(words)), value);
  elsif type = 'PERSON' and kind = 'string' then
    return to_jsonb(lower(words));
  elsif type = 'RELATION' and kind = 'string' then
    return jsonb_build_array(lower(words));
  elsif type = 'RELATION' and kind = 'array' then
    return (select jsonb_agg(case when jsonb_typeof(v) = 'string' then to_jsonb(lower(v #>> '{}')) else v end order by n)
      from jsonb_array_elements(value) with ordinality as e (v, n));
  end if;
  return value;
end
$$;
