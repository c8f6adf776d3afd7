-- Puts a row from the bin back: each value in the column that it was in, whatever that is called by now, where it still
-- fits there.
-- Executed by: user, service
-- Raises: TP403, TP404, TP409
create or replace function work.put_row_back(item work.bin) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  database work.databases := work.lock_database((item.content ->> 'databaseId')::uuid, shared => true);
  before_it int := (select h.number - 1 from work.page_history h where h.id = item.entry_id);
  cells jsonb;
begin
  select coalesce(jsonb_object_agg(n.name, coalesce(work.convert_cell(r.value, t.type, t.options, n.type, n.options),
      work.clear_cell(r.value, t.type, t.options, n.type, n.options))), '{}') into cells
  from work.columns_at(database.id, item.page_id, before_it) t join work.db_columns n on n.id = t.id
  cross join lateral (
    select work.renamed_since(item.content -> 'data' -> t.name, t.id, item.page_id, before_it) as value offset 0
  ) r
  where item.content -> 'data' ? t.name;
  insert into work.db_rows (id, space_id, database_id, data, rank)
  values (item.record_id, database.space_id, database.id, work.present_cells(database.id, jsonb_strip_nulls(cells)), item.content ->> 'rank');
end
$$;
