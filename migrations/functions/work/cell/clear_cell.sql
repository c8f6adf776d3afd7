-- What is left of a value that has no equal as a whole: of a list, the members that have one. Null where nothing is left.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.clear_cell(value jsonb, from_type text, from_options jsonb, to_type text, to_options jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  members jsonb;
begin
  if to_type not in ('MULTI_SELECT', 'RELATION') then
    return null;
  elsif from_type in ('MULTI_SELECT', 'RELATION') then
    select jsonb_agg(jsonb_build_array(v) order by n) into members from jsonb_array_elements(value) with ordinality e (v, n);
  else
    members := to_jsonb(regexp_split_to_array(btrim(work.cell_text(value, from_type)), '\s*,\s*'));
  end if;
  return (
    select jsonb_agg(kept.part order by kept.n)
    from (
      select p.part, min(p.n) as n
      from (
        select work.convert_cell(m.v, case when jsonb_typeof(m.v) = 'array' then from_type else 'TEXT' end, from_options,
          to_type, to_options) -> 0 as part, m.n
        from jsonb_array_elements(members) with ordinality m (v, n)
      ) p where p.part is not null group by p.part order by 2 limit 200
    ) kept);
end
$$;
