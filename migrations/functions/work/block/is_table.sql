-- Whether a content is a table: {"rows", "header"?}, of at most 500 rows that are as long as one another.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_table(content jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
declare
  rows jsonb := content -> 'rows';
begin
  if content - '{header,rows}'::text[] <> '{}' or jsonb_typeof(rows) is distinct from 'array' then
    return false;
  elsif jsonb_array_length(rows) > 500 then
    return false;
  elsif content ? 'header' then
    rows := jsonb_build_array(content -> 'header') || rows;
  end if;
  if exists (select from jsonb_array_elements(rows) r where not work.is_table_row(r)) then
    return false;
  end if;
  return (select count(distinct jsonb_array_length(r)) <= 1 from jsonb_array_elements(rows) r);
end
$$;
