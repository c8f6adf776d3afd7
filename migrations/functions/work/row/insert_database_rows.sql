-- Adds rows to a database. `rows`: a list of objects of column name → value; they stand after the last one, in their order.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422, TP429
-- Once per key: mutation, jsonb_build_array(database_id, rows)
-- Kept: jsonb_build_object('ids', ids)
-- Repeated: select r.id from jsonb_array_elements_text(answer -> 'ids') with ordinality as i (id, n)
--   join work.db_rows r on r.id = i.id::uuid order by i.n
create or replace function work.insert_database_rows(
  database_id uuid, rows jsonb, idempotency_key text default null, mutation text default 'insertDatabaseRows'
) returns setof uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  locked work.databases;
  count int := jsonb_array_length(rows);
  ranks text[];
  ids uuid[];
begin
  locked := work.lock_database(database_id, shared => true);
  if count not between 1 and 500 then
    perform work.refuse('TP400', 'From 1 to 500 rows are inserted at once', '{"argument": "rows"}');
  end if;
  ranks := work.ranks_between((select max(r.rank) from work.db_rows r where r.database_id = database_id), null, count);
  ids := array(select gen_random_uuid() from generate_series(1, count));
  insert into work.db_rows (id, space_id, database_id, rank, data)
  select ids[n], locked.space_id, database_id, ranks[n],
    -- Once more by the trigger, which knows no place in the list.
    work.fit_row(database_id, v, null, case when mutation = 'insertDatabaseRow' then 'data' else format('rows.%s', n - 1) end)
  from jsonb_array_elements(rows) with ordinality as e (v, n);
  return query select unnest(ids);
end
$$;
