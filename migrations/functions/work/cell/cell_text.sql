-- A value as a text that a person would write; null where it has none.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.cell_text(value jsonb, type text) returns text
language plpgsql stable set search_path = '' as $$
begin
  return case
    when type in ('MULTI_SELECT', 'RELATION') then (
      select string_agg(v, ', ' order by n) from jsonb_array_elements_text(value) with ordinality as e (v, n))
    when type = 'ODOO_RECORD' then coalesce(value ->> 'label', (value ->> 'model') || ',' || (value ->> 'id'))
    else value #>> '{}' end;
end
$$;
