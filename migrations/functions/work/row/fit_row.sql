-- The cells in their normal form, or a refusal that names the column. `argument` is where the client gave them.
-- Executed by: user, service
-- Raises: TP400, TP429
create or replace function work.fit_row(database_id uuid, data jsonb, before jsonb default null, argument text default 'data') returns jsonb
language plpgsql stable set search_path = '' as $$
#variable_conflict use_variable
declare
  fitted jsonb := '{}';
  strange text;
  col record;
  value jsonb;
  problem text;
begin
  if octet_length(data::text) > 262144 then
    perform work.refuse('TP429', 'A row has at most 262144 bytes as JSON', jsonb_build_object('argument', argument));
  end if;
  select k into strange from jsonb_object_keys(data) k
  where not exists (select from work.db_columns c where c.database_id = database_id and c.name = k) order by k limit 1;
  if strange is not null then
    perform work.refuse('TP400', format('The database has no column %s', to_json(left(strange, 200))),
      jsonb_build_object('argument', argument, 'column', strange, 'columns', (
        select jsonb_agg(c.name order by c.rank, c.id) from work.db_columns c where c.database_id = database_id)));
  end if;
  for col in select c.name, c.type, c.options from work.db_columns c where c.database_id = database_id order by c.rank, c.id loop
    value := work.normal_cell(data -> col.name, col.type);
    if value is not null then
      problem := work.cell_problem(value, col.type, col.options);
      if problem is null and col.type = 'RELATION' and value is distinct from before -> col.name then
        -- A row that was related before may be gone by now.
        problem := 'rows of its database: it has none with the id ' || work.missing_row(
          (select jsonb_agg(v) from jsonb_array_elements(value) v where not coalesce(before -> col.name, '[]') @> v),
          (col.options ->> 'databaseId')::uuid);
      end if;
      fitted := fitted || jsonb_build_object(col.name, value);
    else
      problem := case when (col.options ->> 'required')::boolean then 'given: it is required' end;
    end if;
    if problem is not null then
      perform work.refuse('TP400', format('The value of column %s must be %s', to_json(col.name), problem),
        jsonb_build_object('argument', argument, 'column', col.name));
    end if;
  end loop;
  return fitted;
end
$$;
