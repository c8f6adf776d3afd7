-- What is wrong with the columns and rows of one database of a template; null where they can be made.
-- Executed by: user, service
-- Raises: TP400
create or replace function work.snapshot_cells_problem(database jsonb) returns text
language plpgsql set search_path = '' as $$
declare
  col record;
  problem text;
  names text[] := array(select c ->> 'name' from jsonb_array_elements(database -> 'columns') c);
begin
  if cardinality(names) > 100 or exists (
    select from jsonb_array_elements(database -> 'rows') r where (r -> 'data') - names <> '{}'
  ) then
    return 'rows whose values are of the columns, of which a database has at most 100';
  end if;
  for col in select c ->> 'name' as name, c ->> 'type' as type, c -> 'options' as options from jsonb_array_elements(database -> 'columns') c loop
    -- What it is related to may be gone, as in any copy.
    perform set_config('work.copying', 'on', true);
    perform work.check_column_options(col.type, col.options);
    perform set_config('work.copying', '', true);
    select case when v.value is null then 'given: it is required' else work.cell_problem(v.value, col.type, col.options) end into problem
    from jsonb_array_elements(database -> 'rows') r
    cross join lateral (select work.normal_cell(r -> 'data' -> col.name, col.type) as value offset 0) v
    where case when v.value is null then coalesce((col.options ->> 'required')::boolean, false)
      else work.cell_problem(v.value, col.type, col.options) is not null end limit 1;
    if problem is not null then
      return format('in column %s values that are %s', to_json(col.name), problem);
    end if;
  end loop;
  return null;
exception when sqlstate 'TP400' then
  return format('columns that can be: %s', sqlerrm);
end
$$;
