-- What a value in its normal form would have to be; null where it fits.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.cell_problem(value jsonb, type text, options jsonb) returns text
language plpgsql stable set search_path = '' as $$
declare
  kind text := jsonb_typeof(value);
  words text := value #>> '{}';
  choices jsonb := coalesce(options -> 'choices', '[]');
  fits boolean;
  wanted text;
begin
  case type
    when 'TEXT' then
      fits := kind = 'string' and length(words) <= 20000;
      wanted := 'a text of at most 20000 characters';
    when 'NUMBER' then
      fits := kind = 'number' and length(words) <= 100;
      wanted := 'a number of at most 100 digits';
    when 'CHECKBOX' then
      fits := kind = 'boolean';
      wanted := 'true or false';
    when 'SELECT', 'STATUS' then
      fits := kind = 'string' and choices ? words;
      wanted := 'one of ' || choices::text;
    when 'MULTI_SELECT' then
      fits := work.is_set(value, 200) and choices @> value;
      wanted := 'a list of different ones of ' || choices::text;
    when 'DATE' then
      fits := kind = 'string' and work.read_date(words) = words;
      wanted := 'a day such as "2026-03-01" or a time such as "2026-03-01T08:30:00Z"';
    when 'PERSON' then
      fits := work.is_uuid(value);
      wanted := 'the uuid of a user';
    when 'URL' then
      fits := kind = 'string' and length(words) <= 2000 and words ~* '^https?://[^\s/?#]+\S*$';
      wanted := 'an address that begins with https:// or http://, of at most 2000 characters';
    when 'EMAIL' then
      fits := kind = 'string' and length(words) <= 320 and words ~ '^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$';
      wanted := 'an e-mail address such as "ana@example.com"';
    when 'RELATION' then
      fits := work.is_set(value, 200) and not exists (select from jsonb_array_elements(value) v where not work.is_uuid(v));
      wanted := 'a list of different uuids of rows, 200 at most';
    when 'ODOO_RECORD' then
      fits := kind = 'object' and value ?& '{model,id}' and value - '{model,id,label}'::text[] = '{}'
        and jsonb_typeof(value -> 'model') = 'string' and value ->> 'model' ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$'
        and value ->> 'model' = coalesce(options ->> 'model', value ->> 'model')
        and jsonb_typeof(value -> 'id') = 'number' and value ->> 'id' ~ '^[1-9]\d{0,9}$'
        and jsonb_typeof(coalesce(value -> 'label', '""')) = 'string' and length(coalesce(value ->> 'label', '')) <= 500;
      wanted := format('{ "model": "%s", "id": 7 }, with a "label" where wanted', coalesce(options ->> 'model', 'res.partner'));
  end case;
  return case when fits is not true then left(wanted, 500) end;
end
$$;
