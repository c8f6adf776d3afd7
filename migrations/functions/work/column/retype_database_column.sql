-- Gives a column another type or other options. Null options keep what the new type has too; choices that are still missing
-- are those that the rows hold.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'retypeDatabaseColumn',
--   jsonb_build_array(column_id, type, options, on_unconvertible, expected_version)
create or replace function work.retype_database_column(
  column_id uuid, type text, options jsonb default null, on_unconvertible text default 'REFUSE',
  expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  col work.db_columns;
  given jsonb := coalesce(options, '{}');
begin
  perform work.check_column_type(type);
  perform work.lock_database((work.find_column(column_id)).database_id, expected_version);
  col := work.find_column(column_id);
  if not given ? 'required' and col.options ? 'required' then
    given := given || jsonb_build_object('required', col.options -> 'required');
  end if;
  if work.takes_choices(type) and not given ? 'choices' then
    given := given || jsonb_build_object('choices', case when work.takes_choices(col.type) then col.options -> 'choices'
      else coalesce((select jsonb_agg(distinct btrim(work.cell_text(r.data -> col.name, col.type)))
        from work.db_rows r where r.database_id = col.database_id and btrim(work.cell_text(r.data -> col.name, col.type)) <> ''), '[]') end);
  elsif type = col.type then
    given := (col.options - 'required') || given;
  end if;
  perform set_config('work.on_unconvertible', coalesce(on_unconvertible, ''), true);
  update work.db_columns c set type = retype_database_column.type, options = given where c.id = column_id;
  perform set_config('work.on_unconvertible', '', true);
  return column_id;
end
$$;
