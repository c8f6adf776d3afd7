-- The values that rows are compared with, in the form in which cells keep theirs; `uses`: [{"column", "operator",
-- "value", "argument"}]. Refuses a column that is not there and what does not go with its type. Empty where the viewer
-- sees no such database: there are no rows to compare either.
-- Executed by: user, service
-- Raises: TP400
create or replace function work.cell_operands(database_id uuid, uses jsonb, time_zone text default 'UTC') returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  made jsonb := '[]';
  given jsonb;
  col work.db_columns;
  operator text;
  value jsonb;
begin
  if not exists (select from work.databases d where d.id = cell_operands.database_id) then
    return made;
  end if;
  perform work.check_time_zone(time_zone);
  for given in select v from jsonb_array_elements(uses) with ordinality as e (v, n) order by n loop
    operator := given ->> 'operator';
    value := given -> 'value';
    select c.* into col from work.db_columns c
    where c.database_id = cell_operands.database_id and c.name = given ->> 'column';
    if col.id is null then
      perform work.refuse('TP400', format('The database has no column %s', to_json(left(given ->> 'column', 200))),
        jsonb_build_object('argument', given ->> 'argument'));
    elsif not work.is_cell_operator(operator, col.type) then
      perform work.refuse('TP400', format('Column %s is of type %s, which knows no %s', to_json(col.name), col.type, operator),
        jsonb_build_object('argument', given ->> 'argument'));
    elsif operator in ('in', 'notIn') then
      value := coalesce((select jsonb_agg(work.cell_operand(col, v, given ->> 'argument', time_zone)) from jsonb_array_elements(value) v), '[]');
    elsif operator in ('eq', 'ne', 'lt', 'lte', 'gt', 'gte') then
      value := work.cell_operand(col, value, given ->> 'argument', time_zone);
    elsif operator in ('order', 'group') and work.takes_choices(col.type) then
      value := work.choice_places(col.options);
    end if;
    made := made || jsonb_build_array(value);
  end loop;
  return made;
end
$$;
