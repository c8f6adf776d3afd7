-- The value in another type, or with other options; null where there is none that says the same.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.convert_cell(value jsonb, from_type text, from_options jsonb, to_type text, to_options jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  words text := btrim(work.cell_text(value, from_type));
  made jsonb;
begin
  made := case
    when from_type = to_type then value
    when to_type = 'MULTI_SELECT' then case when to_options -> 'choices' ? words then jsonb_build_array(words)
      else to_jsonb(regexp_split_to_array(words, '\s*,\s*')) end
    when to_type = 'CHECKBOX' then case when lower(words) in ('true', 'yes', '1') then 'true'::jsonb
      when lower(words) in ('false', 'no', '0') then 'false'::jsonb end
    when to_type = 'RELATION' then to_jsonb(regexp_split_to_array(words, '\s*,\s*'))
    when to_type = 'ODOO_RECORD' then case when words ~ '^[a-z0-9_.]+,[1-9]\d{0,9}$'
      then jsonb_build_object('model', split_part(words, ',', 1), 'id', split_part(words, ',', 2)::bigint) end
    else to_jsonb(words) end;
  made := work.normal_cell(made, to_type);
  if made is null or work.cell_problem(made, to_type, to_options) is not null then
    return null;
  elsif to_type = 'RELATION' and (from_type <> 'RELATION' or from_options -> 'databaseId' <> to_options -> 'databaseId')
    and work.missing_row(made, (to_options ->> 'databaseId')::uuid) is not null then
    return null;
  end if;
  return made;
end
$$;
