-- What is wrong with databases as work.snapshot_databases has them; null where they can be made.
-- Executed by: user, service
-- Raises: TP400
create or replace function work.snapshot_problem(databases jsonb) returns text
language plpgsql set search_path = '' as $$
declare
  problem text;
begin
  if jsonb_typeof(databases) <> 'array' or exists (
    select from jsonb_array_elements(databases) d
    where jsonb_typeof(d) <> 'object' or not coalesce(work.is_id(d -> 'id'), false)
      or not coalesce(work.is_short_text(d -> 'title', 500, false), false)
      or jsonb_typeof(d -> 'columns') is distinct from 'array' or jsonb_typeof(d -> 'rows') is distinct from 'array'
      or jsonb_typeof(coalesce(d -> 'isArchived', 'false')) <> 'boolean'
  ) then
    return 'a list as its "databases", each with an "id", a "title" of 1 to 500 characters, "columns" and "rows"';
  elsif exists (
    select from jsonb_array_elements(databases) d, jsonb_array_elements(d -> 'columns') c
    where jsonb_typeof(c) <> 'object' or not coalesce(work.is_short_text(c -> 'name', 200, false), false)
      or not coalesce(work.is_rank(c ->> 'rank'), false) or jsonb_typeof(c -> 'options') is distinct from 'object'
      or not coalesce(c ->> 'type' in ('TEXT', 'NUMBER', 'SELECT', 'MULTI_SELECT', 'STATUS', 'DATE', 'PERSON', 'CHECKBOX', 'URL',
        'EMAIL', 'RELATION', 'ODOO_RECORD'), false)
  ) then
    return 'columns that have a "name", a "type", "options" and a "rank"';
  elsif exists (
    select from jsonb_array_elements(databases) d, jsonb_array_elements(d -> 'rows') r
    where jsonb_typeof(r) <> 'object' or not coalesce(work.is_id(r -> 'id'), false)
      or not coalesce(work.is_rank(r ->> 'rank'), false) or jsonb_typeof(r -> 'data') is distinct from 'object'
  ) then
    return 'rows that have an "id", a "rank" and "data"';
  elsif exists (
    select from jsonb_array_elements(databases) d, jsonb_array_elements(d -> 'columns') c
    group by d ->> 'id', c ->> 'name' having count(*) > 1
  ) or exists (
    select from jsonb_array_elements(databases) d group by d ->> 'id' having count(*) > 1
  ) or exists (
    select from jsonb_array_elements(databases) d, jsonb_array_elements(d -> 'rows') r group by r ->> 'id' having count(*) > 1
  ) then
    return 'columns of different names, and databases and rows of different ids';
  end if;
  select work.snapshot_cells_problem(d) into problem from jsonb_array_elements(databases) d
  where work.snapshot_cells_problem(d) is not null limit 1;
  return problem;
end
$$;
