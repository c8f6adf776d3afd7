-- The value that a column's cells are compared with, in the form in which cells keep theirs; refuses one that the column
-- cannot hold. A day is the whole day in `time_zone`.
-- Executed by: user, service
-- Raises: TP400
create or replace function work.cell_operand(col work.db_columns, value jsonb, argument text, time_zone text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  normal jsonb := work.normal_cell(value, col.type);
  -- A choice that the column does not have is in no row, and no fault.
  problem text := case when work.takes_choices(col.type) then work.cell_problem(normal, 'TEXT', '{}')
    else work.cell_problem(normal, col.type, col.options) end;
begin
  if normal is null or problem is not null then
    perform work.refuse('TP400', format('Column %s is of type %s: compare it with %s', to_json(col.name), col.type,
      coalesce(problem, 'a value; isNull finds cells without one')), jsonb_build_object('argument', argument));
  end if;
  return case when col.type = 'DATE' then jsonb_build_object('date', normal, 'zone', time_zone) else normal end;
end
$$;
