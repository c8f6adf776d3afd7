-- A day that cells are compared with is the whole day, and choices stand in the order of their column.

create function work.check_time_zone(time_zone text) returns void
language plpgsql stable set search_path = '' as $$
begin
  if time_zone is null or time_zone !~ '^(UTC|Etc/GMT([+][0-9]|[+]1[0-2]|-[0-9]|-1[0-4])|[A-Z][A-Za-z_-]*(/[A-Z][A-Za-z_-]*){1,2})$' then
    perform work.refuse('TP400', 'The time zone must be an IANA name such as Europe/Berlin, or UTC', '{"argument": "timeZone"}');
  end if;
  perform now() at time zone time_zone;
exception when invalid_parameter_value then
  perform work.refuse('TP400', format('There is no time zone %s', time_zone), '{"argument": "timeZone"}');
end
$$;

-- What a cell with a date is when it is compared with another one, {"date", "zone"}: with a day, the day that it lies on
-- in the zone; with a time, itself, and of a day the time at which it begins in the zone.
create function work.date_key(cell jsonb, operand jsonb) returns text
language sql stable set search_path = '' as $$
  select case
    when length(cell #>> '{}') = length(operand ->> 'date') then cell #>> '{}'
    when length(operand ->> 'date') = 10
      then to_char((cell #>> '{}')::timestamptz at time zone (operand ->> 'zone'), 'YYYY-MM-DD')
    else to_char((cell #>> '{}')::date::timestamp at time zone (operand ->> 'zone') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
  end
$$;

-- {"choice": its place in the column, from 0}
create function work.choice_places(options jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(v, n - 1), '{}') from jsonb_array_elements_text(options -> 'choices') with ordinality e (v, n)
$$;

-- The key by which a list of choices sorts: the places of its choices, the first first, in three digits each.
create function work.choices_key(cell jsonb, places jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select to_jsonb(string_agg(lpad(p.place, 3, '0'), '' order by p.place::int))
  from jsonb_array_elements_text(cell) v, lateral (select coalesce(places ->> v, '999') as place) p
$$;

-- As before; what a date is compared with becomes {"date", "zone"}, and to sort or group by choices takes their places.
drop function work.cell_operands(uuid, jsonb);
create function work.cell_operands(database_id uuid, uses jsonb, time_zone text default 'UTC') returns jsonb
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

drop function work.cell_operand(work.db_columns, jsonb, text);
create function work.cell_operand(col work.db_columns, value jsonb, argument text, time_zone text) returns jsonb
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

do $$
declare
  name regprocedure;
begin
  for name in
    select p.oid from pg_proc p where p.pronamespace = 'work'::regnamespace
      and p.proname in ('check_time_zone', 'date_key', 'choice_places', 'choices_key', 'cell_operands', 'cell_operand')
  loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to authenticated, service_role', name);
  end loop;
end
$$;
