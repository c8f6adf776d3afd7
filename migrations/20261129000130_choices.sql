-- A change of a column takes from a cell what has no equal any more, and leaves the rest of a list. A choice that gets
-- another name takes the rows that hold it along.

-- What is left of a value that has no equal as a whole: of a list, the members that have one. Null where nothing is left.
create function work.clear_cell(value jsonb, from_type text, from_options jsonb, to_type text, to_options jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  members jsonb;
begin
  if to_type not in ('MULTI_SELECT', 'RELATION') then
    return null;
  elsif from_type in ('MULTI_SELECT', 'RELATION') then
    select jsonb_agg(jsonb_build_array(v) order by n) into members from jsonb_array_elements(value) with ordinality e (v, n);
  else
    members := to_jsonb(regexp_split_to_array(btrim(work.cell_text(value, from_type)), '\s*,\s*'));
  end if;
  return (
    select jsonb_agg(kept.part order by kept.n)
    from (
      select p.part, min(p.n) as n
      from (
        select work.convert_cell(m.v, case when jsonb_typeof(m.v) = 'array' then from_type else 'TEXT' end, from_options,
          to_type, to_options) -> 0 as part, m.n
        from jsonb_array_elements(members) with ordinality m (v, n)
      ) p where p.part is not null group by p.part order by 2 limit 200
    ) kept);
end
$$;

-- The value with other names for its choices; `renamed`: {"old name": "new name"}.
create function work.rename_choices(value jsonb, renamed jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(value) = 'array' then
    return (select jsonb_agg(coalesce(renamed -> (v #>> '{}'), v) order by n) from jsonb_array_elements(value) with ordinality e (v, n));
  end if;
  return coalesce(renamed -> (value #>> '{}'), value);
end
$$;

-- Brings the rows to a column's new name, type and options, or refuses the change. The setting work.on_unconvertible says
-- what becomes of values that have no equal, and work.renamed_choices which choices have another name only.
create function work.carry_cells(old_column work.db_columns, new_column work.db_columns) returns void
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

create or replace function work.migrate_cells() returns trigger
language plpgsql set search_path = '' as $$
declare
  lost int;
begin
  if tg_op = 'DELETE' then
    -- A database that is deleted takes its rows with it.
    if exists (select from work.databases d where d.id = old.database_id) then
      update work.db_rows r set data = r.data - old.name where r.database_id = old.database_id and r.data ? old.name;
    end if;
    return null;
  end if;
  if tg_op = 'UPDATE' then
    perform work.carry_cells(old, new);
  end if;
  if coalesce((new.options ->> 'required')::boolean, false) then
    select count(*) into lost from work.db_rows r where r.database_id = new.database_id and not r.data ? new.name;
    if lost > 0 then
      perform work.refuse('TP409', format('%s of the rows would have no value in column %s, which is to be required', lost, to_json(new.name)),
        jsonb_build_object('column', new.name, 'rows', lost));
    end if;
  end if;
  return null;
end
$$;

-- Gives a choice another name, in its place among the others and in all rows that hold it.
create function work.rename_database_choice(
  column_id uuid, choice text, name text, expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'renameDatabaseChoice', jsonb_build_array(column_id, choice, name, expected_version));
  col work.db_columns;
  choices jsonb;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('name', name);
  perform work.lock_database((work.find_column(column_id)).database_id, expected_version);
  col := work.find_column(column_id);
  choices := col.options -> 'choices';
  if not work.takes_choices(col.type) then
    perform work.refuse('TP400', format('A column of type %s has no choices', col.type), '{"argument": "columnId"}');
  elsif not choices ? choice then
    perform work.refuse('TP409', format('The column has no choice %s: read its choices again', to_json(choice)),
      jsonb_build_object('argument', 'choice', 'choices', choices));
  elsif name <> choice and choices ? name then
    perform work.refuse('TP409', format('The column has a choice %s already', to_json(name)), '{"argument": "name"}');
  elsif name <> choice then
    perform set_config('work.renamed_choices', jsonb_build_object(choice, name)::text, true);
    update work.db_columns c
    set options = c.options || jsonb_build_object('choices', work.rename_choices(choices, jsonb_build_object(choice, name)))
    where c.id = column_id;
    perform set_config('work.renamed_choices', '', true);
  end if;
  perform work.end_once(idempotency_key, jsonb_build_object('id', column_id));
  return column_id;
end
$$;

do $$
declare
  name regprocedure;
begin
  for name in
    select p.oid from pg_proc p where p.pronamespace = 'work'::regnamespace
      and p.proname in ('clear_cell', 'rename_choices', 'carry_cells', 'rename_database_choice')
  loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to authenticated, service_role', name);
  end loop;
end
$$;
