-- Whether a value is the row of a table: at most 50 cells, each a short text or a rich one.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_table_row(value jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(value) <> 'array' or jsonb_array_length(value) > 50 then
    return false;
  end if;
  return not exists (
    select from jsonb_array_elements(value) cell
    where not coalesce(work.is_short_text(cell, 5000), false) and not work.is_rich_text(cell));
end
$$;
