-- Brings the rows to a column's new name, type and options, or refuses the change. The setting work.on_unconvertible says
-- what becomes of values that have no equal, and work.renamed_choices which choices have another name only.
-- Executed by: user, service
-- Raises: TP409
create or replace function work.carry_cells(old_column work.db_columns, new_column work.db_columns) returns void
language plpgsql set search_path = '' as $$
declare
  clears boolean := coalesce(current_setting('work.on_unconvertible', true), '') = 'CLEAR';
  renamed jsonb := coalesce(nullif(current_setting('work.renamed_choices', true), ''), '{}');
  converts boolean := (old_column.type, old_column.options) is distinct from (new_column.type, new_column.options);
  lost int;
  examples jsonb;
begin
  if converts and not clears then
    select count(*), jsonb_path_query_array(
        jsonb_agg(jsonb_build_object('rowId', r.id, 'value', r.data -> old_column.name) order by r.rank, r.id), '$[0 to 4]')
      into lost, examples
    from work.db_rows r
    where r.database_id = new_column.database_id and r.data ? old_column.name and work.convert_cell(
      work.rename_choices(r.data -> old_column.name, renamed), old_column.type, old_column.options, new_column.type, new_column.options) is null;
    if lost > 0 then
      perform work.refuse('TP409', format('%s of the rows hold in column %s what is no value of %s: change them first, or ask to clear them',
        lost, to_json(old_column.name), new_column.type), jsonb_build_object('column', old_column.name, 'rows', lost, 'examples', examples));
    end if;
  end if;
  update work.db_rows r set data = (r.data - old_column.name) || jsonb_strip_nulls(jsonb_build_object(new_column.name, t.made))
  from (
    select o.id, case when not converts then o.data -> old_column.name else coalesce(
      work.convert_cell(work.rename_choices(o.data -> old_column.name, renamed), old_column.type, old_column.options, new_column.type, new_column.options),
      work.clear_cell(o.data -> old_column.name, old_column.type, old_column.options, new_column.type, new_column.options)) end as made
    from work.db_rows o where o.database_id = new_column.database_id and o.data ? old_column.name offset 0
  ) t
  where r.id = t.id and (old_column.name <> new_column.name or t.made is distinct from r.data -> old_column.name);
end
$$;
