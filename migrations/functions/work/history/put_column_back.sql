-- Puts a column from the bin back, with the values of the rows that are there; required again where each of them has one.
-- Executed by: user, service
-- Raises: TP403, TP404, TP409
create or replace function work.put_column_back(item work.bin) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  database work.databases := work.lock_database((item.content ->> 'databaseId')::uuid);
  name text := item.content ->> 'name';
begin
  insert into work.db_columns (id, space_id, database_id, name, type, options, rank)
  values (item.record_id, database.space_id, database.id, name, item.content ->> 'type',
    (item.content -> 'options') - 'required', item.content ->> 'rank');
  update work.db_rows r set data = r.data || work.present_cells(database.id, jsonb_build_object(name, c.before -> 'data' -> name))
  from work.history_changes c
  where c.entry_id = item.entry_id and c.kind = 'ROW' and c.record_id = r.id and r.database_id = database.id
    and c.before -> 'data' ? name;
  update work.db_columns c set options = item.content -> 'options'
  where c.id = item.record_id and c.options <> item.content -> 'options'
    and not exists (select from work.db_rows r where r.database_id = database.id and not r.data ? name);
end
$$;
