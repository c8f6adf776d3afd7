-- Databases of pages: columns, rows, and what keeps each row fitting its columns, whoever writes either. Triggers check
-- and migrate, so that direct SQL is held to the same rules as the functions that mutations call. All runs as the
-- viewer, but for what says that it is SECURITY DEFINER.

alter table work.databases
  add column archived_at timestamptz,
  add column columns_changed_in xid8 not null default pg_current_xact_id();
comment on column work.databases.archived_at is 'While it is set, neither columns nor rows change.';
comment on column work.databases.columns_changed_in is 'The transaction that last changed a column: the version rises once for each.';
grant update (archived_at) on work.databases to authenticated;

-- What a cell may hold ----------------------------------------------------------------------------------------------

-- A day, or a time in UTC to the second, whose texts sort as the times do; null where the text is neither.
create function work.read_date(value text) returns text
language plpgsql stable set search_path = '' as $$
begin
  if value ~ '^\d{4}-\d\d-\d\d$' then
    return to_char(value::date, 'YYYY-MM-DD');
  elsif value ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$' then
    return to_char(date_trunc('second', value::timestamptz) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"');
  end if;
  return null;
exception when data_exception then
  return null;
end
$$;

-- The one form in which a value of a type is kept; null for no value, which an empty text and an empty list are too.
create function work.normal_cell(value jsonb, type text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  kind text := jsonb_typeof(value);
  words text := value #>> '{}';
begin
  if value is null or value in ('null', '""', '[]') then
    return null;
  elsif type = 'NUMBER' and kind = 'string' and words ~ '^[+-]?\d{1,60}(\.\d{1,30})?$' then
    return to_jsonb(words::numeric);
  elsif type = 'DATE' and kind = 'string' then
    return coalesce(to_jsonb(work.read_date(words)), value);
  elsif type = 'PERSON' and kind = 'string' then
    return to_jsonb(lower(words));
  elsif type = 'RELATION' and kind = 'string' then
    return jsonb_build_array(lower(words));
  elsif type = 'RELATION' and kind = 'array' then
    return (select jsonb_agg(case when jsonb_typeof(v) = 'string' then to_jsonb(lower(v #>> '{}')) else v end order by n)
      from jsonb_array_elements(value) with ordinality as e (v, n));
  end if;
  return value;
end
$$;

create function work.is_uuid(value jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
$$;

-- A list without repetition, of at most `most` members.
create function work.is_set(value jsonb, most int) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return jsonb_typeof(value) = 'array' and jsonb_array_length(value) <= most
    and (select count(distinct v) = count(*) from jsonb_array_elements(value) v);
end
$$;

-- What a value in its normal form would have to be; null where it fits.
create function work.cell_problem(value jsonb, type text, options jsonb) returns text
language plpgsql stable set search_path = '' as $$
declare
  kind text := jsonb_typeof(value);
  words text := value #>> '{}';
  choices jsonb := coalesce(options -> 'choices', '[]');
  fits boolean;
  wanted text;
begin
  case type
    when 'TEXT' then
      fits := kind = 'string' and length(words) <= 20000;
      wanted := 'a text of at most 20000 characters';
    when 'NUMBER' then
      fits := kind = 'number' and length(words) <= 100;
      wanted := 'a number of at most 100 digits';
    when 'CHECKBOX' then
      fits := kind = 'boolean';
      wanted := 'true or false';
    when 'SELECT', 'STATUS' then
      fits := kind = 'string' and choices ? words;
      wanted := 'one of ' || choices::text;
    when 'MULTI_SELECT' then
      fits := work.is_set(value, 200) and choices @> value;
      wanted := 'a list of different ones of ' || choices::text;
    when 'DATE' then
      fits := kind = 'string' and work.read_date(words) = words;
      wanted := 'a day such as "2026-03-01" or a time such as "2026-03-01T08:30:00Z"';
    when 'PERSON' then
      fits := work.is_uuid(value);
      wanted := 'the uuid of a user';
    when 'URL' then
      fits := kind = 'string' and length(words) <= 2000 and words ~* '^https?://[^\s/?#]+\S*$';
      wanted := 'an address that begins with https:// or http://, of at most 2000 characters';
    when 'EMAIL' then
      fits := kind = 'string' and length(words) <= 320 and words ~ '^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$';
      wanted := 'an e-mail address such as "ana@example.com"';
    when 'RELATION' then
      fits := work.is_set(value, 200) and not exists (select from jsonb_array_elements(value) v where not work.is_uuid(v));
      wanted := 'a list of different uuids of rows, 200 at most';
    when 'ODOO_RECORD' then
      fits := kind = 'object' and value ?& '{model,id}' and value - '{model,id,label}'::text[] = '{}'
        and jsonb_typeof(value -> 'model') = 'string' and value ->> 'model' ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$'
        and value ->> 'model' = coalesce(options ->> 'model', value ->> 'model')
        and jsonb_typeof(value -> 'id') = 'number' and value ->> 'id' ~ '^[1-9]\d{0,9}$'
        and jsonb_typeof(coalesce(value -> 'label', '""')) = 'string' and length(coalesce(value ->> 'label', '')) <= 500;
      wanted := format('{ "model": "%s", "id": 7 }, with a "label" where wanted', coalesce(options ->> 'model', 'res.partner'));
  end case;
  return case when fits is not true then left(wanted, 500) end;
end
$$;

-- The first of the ids that is no row of the database, to the viewer; null where each is.
create function work.missing_row(ids jsonb, database_id uuid) returns text
language sql stable set search_path = '' as $$
  select v from jsonb_array_elements_text(ids) v
  where not exists (select from work.db_rows r where r.id = v::uuid and r.database_id = missing_row.database_id) limit 1
$$;

-- Columns -----------------------------------------------------------------------------------------------------------

create function work.takes_choices(type text) returns boolean
language sql immutable set search_path = '' as $$ select type in ('SELECT', 'MULTI_SELECT', 'STATUS') $$;

-- `required` for all; `choices` of SELECT, MULTI_SELECT and STATUS; `databaseId` of RELATION; `model` of ODOO_RECORD.
create function work.check_column_options(type text, options jsonb) returns void
language plpgsql stable set search_path = '' as $$
declare
  own text := case when work.takes_choices(type) then 'choices' when type = 'RELATION' then 'databaseId'
    when type = 'ODOO_RECORD' then 'model' end;
  strange text;
begin
  select k into strange from jsonb_object_keys(options) k where k <> 'required' and k is distinct from own order by k limit 1;
  if strange is not null then
    perform work.refuse('TP400', format('A column of type %s has no option %s', type, strange), jsonb_build_object('argument', strange));
  elsif jsonb_typeof(coalesce(options -> 'required', 'true')) <> 'boolean' then
    perform work.refuse('TP400', 'required is true or false', '{"argument": "required"}');
  elsif own = 'choices' and (work.is_set(options -> 'choices', 200) is not true or exists (
    select from jsonb_array_elements(options -> 'choices') v
    where jsonb_typeof(v) <> 'string' or btrim(v #>> '{}') = '' or length(v #>> '{}') > 200
  )) then
    perform work.refuse('TP400', format('A column of type %s has choices: at most 200 different texts of 1 to 200 characters', type),
      '{"argument": "choices"}');
  elsif own = 'databaseId' and (work.is_uuid(options -> 'databaseId') is not true or not exists (
    select from work.databases d where d.id = (options ->> 'databaseId')::uuid
  )) then
    perform work.refuse('TP400', 'A column of type RELATION names the database that its rows are of: there is none with this id',
      '{"argument": "databaseId"}');
  elsif options ? 'model' and (options ->> 'model' ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$') is not true then
    perform work.refuse('TP400', 'A model of Odoo has a technical name such as res.partner', '{"argument": "model"}');
  end if;
end
$$;

create function work.check_column_type(type text) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if type = 'FORMULA' then
    perform work.refuse('TP400', 'Formula columns are out of scope: keep the value in a column of another type, or compute it where it is shown',
      '{"argument": "type"}');
  end if;
end
$$;

-- Under the database's lock, which writers of rows share. Where the viewer may not lock it, row-level security refuses
-- the statement right after.
create function work.check_column() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform from work.databases d
  where d.id = case when tg_op = 'DELETE' then old.database_id else new.database_id end for no key update;
  if not found or tg_op = 'DELETE' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  perform work.check_text('name', new.name);
  perform work.check_column_type(new.type);
  if tg_op = 'INSERT' or new.type <> old.type or new.options <> old.options then
    perform work.check_column_options(new.type, new.options);
  end if;
  if exists (select from work.db_columns c where c.database_id = new.database_id and c.name = new.name and c.id <> new.id) then
    perform work.refuse('TP409', format('The database has a column %s already', to_json(new.name)), '{"argument": "name"}');
  elsif tg_op = 'INSERT' and (select count(*) from work.db_columns c where c.database_id = new.database_id) >= 100 then
    perform work.refuse('TP429', 'A database has at most 100 columns');
  end if;
  return new;
end
$$;
create trigger check_column before insert or delete or update of name, type, options on work.db_columns
  for each row execute function work.check_column();

-- A value as a text that a person would write; null where it has none.
create function work.cell_text(value jsonb, type text) returns text
language plpgsql stable set search_path = '' as $$
begin
  return case
    when type in ('MULTI_SELECT', 'RELATION') then (
      select string_agg(v, ', ' order by n) from jsonb_array_elements_text(value) with ordinality as e (v, n))
    when type = 'ODOO_RECORD' then coalesce(value ->> 'label', (value ->> 'model') || ',' || (value ->> 'id'))
    else value #>> '{}' end;
end
$$;

-- The value in another type, or with other options; null where there is none that says the same.
create function work.convert_cell(value jsonb, from_type text, from_options jsonb, to_type text, to_options jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  words text := btrim(work.cell_text(value, from_type));
  made jsonb;
begin
  made := case
    when from_type = to_type then value
    when to_type = 'MULTI_SELECT' then case when to_options -> 'choices' ? words then jsonb_build_array(words)
      else to_jsonb(regexp_split_to_array(words, '\s*,\s*')) end
    when to_type = 'CHECKBOX' then case when lower(words) in ('true', 'yes', '1') then 'true'::jsonb
      when lower(words) in ('false', 'no', '0') then 'false'::jsonb end
    when to_type = 'RELATION' then to_jsonb(regexp_split_to_array(words, '\s*,\s*'))
    when to_type = 'ODOO_RECORD' then case when words ~ '^[a-z0-9_.]+,[1-9]\d{0,9}$'
      then jsonb_build_object('model', split_part(words, ',', 1), 'id', split_part(words, ',', 2)::bigint) end
    else to_jsonb(words) end;
  made := work.normal_cell(made, to_type);
  if made is null or work.cell_problem(made, to_type, to_options) is not null then
    return null;
  elsif to_type = 'RELATION' and (from_type <> 'RELATION' or from_options -> 'databaseId' <> to_options -> 'databaseId')
    and work.missing_row(made, (to_options ->> 'databaseId')::uuid) is not null then
    return null;
  end if;
  return made;
end
$$;

-- Brings the rows to what became of a column, or refuses the change. The setting work.on_unconvertible says what
-- becomes of values that have no equal in the new type.
create function work.migrate_cells() returns trigger
language plpgsql set search_path = '' as $$
declare
  is_required boolean := tg_op <> 'DELETE' and coalesce((new.options ->> 'required')::boolean, false);
  lost int;
  examples jsonb;
begin
  if tg_op = 'DELETE' then
    -- A database that is deleted takes its rows with it.
    if exists (select from work.databases d where d.id = old.database_id) then
      update work.db_rows r set data = r.data - old.name where r.database_id = old.database_id and r.data ? old.name;
    end if;
    return null;
  end if;
  if tg_op = 'UPDATE' then
    select count(*) filter (where t.made is null), jsonb_path_query_array(
        jsonb_agg(jsonb_build_object('rowId', t.id, 'value', t.value) order by t.rank, t.id) filter (where t.made is null), '$[0 to 4]')
      into lost, examples
    from (
      select r.id, r.rank, r.data -> old.name as value,
        work.convert_cell(r.data -> old.name, old.type, old.options, new.type, new.options) as made
      from work.db_rows r
      where r.database_id = new.database_id and r.data ? old.name and (old.type, old.options) is distinct from (new.type, new.options)
    ) t;
    if lost > 0 and coalesce(current_setting('work.on_unconvertible', true), '') <> 'CLEAR' then
      perform work.refuse('TP409', format('%s of the rows hold in column %s what is no value of %s: change them first, or ask to clear them',
        lost, to_json(old.name), new.type), jsonb_build_object('column', old.name, 'rows', lost, 'examples', examples));
    end if;
    update work.db_rows r set data = (r.data - old.name) || jsonb_strip_nulls(jsonb_build_object(new.name,
      case when (old.type, old.options) is distinct from (new.type, new.options)
        then work.convert_cell(r.data -> old.name, old.type, old.options, new.type, new.options) else r.data -> old.name end))
    where r.database_id = new.database_id and r.data ? old.name;
  end if;
  if is_required then
    select count(*) into lost from work.db_rows r where r.database_id = new.database_id and not r.data ? new.name;
    if lost > 0 then
      perform work.refuse('TP409', format('%s of the rows would have no value in column %s, which is to be required', lost, to_json(new.name)),
        jsonb_build_object('column', new.name, 'rows', lost));
    end if;
  end if;
  return null;
end
$$;
create trigger migrate_cells after insert or delete or update of name, type, options on work.db_columns
  for each row execute function work.migrate_cells();

-- SECURITY DEFINER: no viewer writes versions.
create function work.note_column_change() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update work.databases d set columns_changed_in = pg_current_xact_id()
  where d.id = case when tg_op = 'DELETE' then old.database_id else new.database_id end
    and d.columns_changed_in <> pg_current_xact_id();
  return null;
end
$$;
create trigger note_column_change after insert or delete or update of name, type, options, rank on work.db_columns
  for each row execute function work.note_column_change();

-- Rows --------------------------------------------------------------------------------------------------------------

-- The cells in their normal form, or a refusal that names the column. `argument` is where the client gave them.
create function work.fit_row(database_id uuid, data jsonb, before jsonb default null, argument text default 'data') returns jsonb
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

-- Shares the lock under which columns change, so that no row is fitted to columns that are about to be others. Where the
-- viewer may not lock the database, row-level security refuses the statement right after.
create function work.check_row() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- Below another trigger it is work.migrate_cells that writes: what it converts fits, and it holds the lock.
  if pg_trigger_depth() > 1 then
    return new;
  end if;
  perform from work.databases d where d.id = new.database_id for share;
  if found then
    new.data := work.fit_row(new.database_id, new.data, case when tg_op = 'UPDATE' then old.data end);
  end if;
  return new;
end
$$;
create trigger check_row before insert or update of data on work.db_rows for each row execute function work.check_row();

-- What the mutations ask first --------------------------------------------------------------------------------------

create function work.find_database(database_id uuid) returns work.databases
language plpgsql stable set search_path = '' as $$
declare
  found_one work.databases;
begin
  select d.* into found_one from work.databases d where d.id = find_database.database_id;
  if found_one.id is null then
    perform work.refuse('TP404', format('There is no database %s', find_database.database_id));
  end if;
  return found_one;
end
$$;

create function work.find_column(column_id uuid) returns work.db_columns
language plpgsql stable set search_path = '' as $$
declare
  found_one work.db_columns;
begin
  select c.* into found_one from work.db_columns c where c.id = find_column.column_id;
  if found_one.id is null then
    perform work.refuse('TP404', format('There is no column %s', find_column.column_id));
  end if;
  return found_one;
end
$$;

create function work.find_row(row_id uuid) returns work.db_rows
language plpgsql stable set search_path = '' as $$
declare
  found_one work.db_rows;
begin
  select r.* into found_one from work.db_rows r where r.id = find_row.row_id;
  if found_one.id is null then
    perform work.refuse('TP404', format('There is no row %s', find_row.row_id));
  end if;
  return found_one;
end
$$;

-- For one who may edit it, on a page and in a space that are in use. `archived` says what it has to be; who writes
-- rows alone shares the lock.
create function work.lock_database(
  database_id uuid, expected_version int default null, archived boolean default false, shared boolean default false
) returns work.databases
language plpgsql set search_path = '' as $$
declare
  locked work.databases := work.find_database(lock_database.database_id);
begin
  perform work.require_role(locked.space_id, 'editor');
  if shared then
    select d.* into locked from work.databases d where d.id = lock_database.database_id for share;
  else
    select d.* into locked from work.databases d where d.id = lock_database.database_id for no key update;
  end if;
  if locked.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  elsif exists (select from work.pages p where p.id = locked.page_id and p.archived_at is not null) then
    perform work.refuse('TP409', 'The page of the database is archived: restore it first', jsonb_build_object('pageId', locked.page_id));
  elsif archived and locked.archived_at is null then
    perform work.refuse('TP409', 'The database is not archived');
  elsif not archived and locked.archived_at is not null then
    perform work.refuse('TP409', 'The database is archived: restore it first');
  end if;
  perform work.check_version(expected_version, locked.version);
  return locked;
end
$$;

-- Databases ---------------------------------------------------------------------------------------------------------

-- `columns`: [{"name", "type", "options"}]; one of texts, called Name, where it is null.
create function work.create_database(page_id uuid, title text, columns jsonb default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'createDatabase', jsonb_build_array(page_id, title, columns));
  page work.pages;
  database_id uuid := gen_random_uuid();
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('title', title, 500);
  page := work.lock_page(page_id);
  insert into work.databases (id, space_id, page_id, title) values (database_id, page.space_id, page_id, title);
  perform work.put_column(database_id, c ->> 'name', c ->> 'type', c -> 'options')
  from jsonb_array_elements(coalesce(columns, '[{"name": "Name", "type": "TEXT"}]')) c;
  perform work.end_once(idempotency_key, jsonb_build_object('id', database_id));
  return database_id;
end
$$;

create function work.rename_database(database_id uuid, title text, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'renameDatabase', jsonb_build_array(database_id, title, expected_version));
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('title', title, 500);
  perform work.lock_database(database_id, expected_version);
  update work.databases d set title = rename_database.title where d.id = database_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', database_id));
  return database_id;
end
$$;

-- Archives or restores: one of what the other is not.
create function work.archive_database(
  database_id uuid, expected_version int default null, idempotency_key text default null, archived boolean default true
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, case when archived then 'archiveDatabase' else 'restoreDatabase' end,
    jsonb_build_array(database_id, expected_version));
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.lock_database(database_id, expected_version, not archived);
  update work.databases d set archived_at = case when archived then now() end where d.id = database_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', database_id));
  return database_id;
end
$$;

-- Columns -----------------------------------------------------------------------------------------------------------

-- Right after the last one of a database that is locked.
create function work.put_column(database_id uuid, name text, type text, options jsonb) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  given jsonb := case when jsonb_typeof(options) = 'object' then options else '{}' end;
  column_id uuid;
begin
  perform work.check_column_type(type);
  if work.takes_choices(type) and not given ? 'choices' then
    given := given || jsonb_build_object('choices',
      case when type = 'STATUS' then '["To do", "In progress", "Done"]'::jsonb else '[]' end);
  end if;
  insert into work.db_columns as c (space_id, database_id, name, type, options, rank)
  select d.space_id, d.id, name, type, given,
    coalesce(work.rank_between((select max(o.rank) from work.db_columns o where o.database_id = d.id), null), 'a0')
  from work.databases d where d.id = database_id
  returning c.id into column_id;
  return column_id;
end
$$;

-- `fill` is the value that the rows which are there get.
create function work.add_database_column(
  database_id uuid, name text, type text, options jsonb default null, fill jsonb default null,
  expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'addDatabaseColumn',
    jsonb_build_array(database_id, name, type, options, fill, expected_version));
  column_id uuid;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.lock_database(database_id, expected_version);
  if work.normal_cell(fill, type) is null then
    column_id := work.put_column(database_id, name, type, options);
  else
    -- Required only once each row has its value.
    column_id := work.put_column(database_id, name, type, options - 'required');
    update work.db_rows r set data = r.data || jsonb_build_object(name, fill) where r.database_id = database_id;
    update work.db_columns c set options = c.options || jsonb_build_object('required', options -> 'required')
    where c.id = column_id and options ? 'required';
  end if;
  perform work.end_once(idempotency_key, jsonb_build_object('id', column_id));
  return column_id;
end
$$;

create function work.rename_database_column(column_id uuid, name text, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'renameDatabaseColumn', jsonb_build_array(column_id, name, expected_version));
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.lock_database((work.find_column(column_id)).database_id, expected_version);
  update work.db_columns c set name = rename_database_column.name where c.id = column_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', column_id));
  return column_id;
end
$$;

-- Null options keep what the new type has too; choices that are still missing are those that the rows hold.
create function work.retype_database_column(
  column_id uuid, type text, options jsonb default null, on_unconvertible text default 'REFUSE',
  expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'retypeDatabaseColumn',
    jsonb_build_array(column_id, type, options, on_unconvertible, expected_version));
  col work.db_columns;
  given jsonb := coalesce(options, '{}');
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
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
  perform work.end_once(idempotency_key, jsonb_build_object('id', column_id));
  return column_id;
end
$$;

-- With its values; answers the database.
create function work.remove_database_column(column_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'removeDatabaseColumn', jsonb_build_array(column_id, expected_version));
  col work.db_columns;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  col := work.find_column(column_id);
  perform work.lock_database(col.database_id, expected_version);
  delete from work.db_columns c where c.id = column_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', col.database_id));
  return col.database_id;
end
$$;

-- Rows --------------------------------------------------------------------------------------------------------------

-- `rows`: a list of objects of column name → value; they stand after the last one, in their order.
create function work.insert_database_rows(
  database_id uuid, rows jsonb, idempotency_key text default null, mutation text default 'insertDatabaseRows'
) returns setof uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, mutation, jsonb_build_array(database_id, rows));
  locked work.databases;
  count int := jsonb_array_length(rows);
  ranks text[];
  ids uuid[];
begin
  if answer is not null then
    -- Those that are still there.
    return query select r.id from jsonb_array_elements_text(answer -> 'ids') with ordinality as i (id, n)
      join work.db_rows r on r.id = i.id::uuid order by i.n;
    return;
  end if;
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
  perform work.end_once(idempotency_key, jsonb_build_object('ids', ids));
  return query select unnest(ids);
end
$$;

-- The row under its lock, for one who may edit it.
create function work.lock_row(row_id uuid, expected_version int) returns work.db_rows
language plpgsql set search_path = '' as $$
declare
  locked work.db_rows := work.find_row(lock_row.row_id);
begin
  perform work.lock_database(locked.database_id, shared => true);
  select r.* into locked from work.db_rows r where r.id = lock_row.row_id for no key update;
  if locked.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  perform work.check_version(expected_version, locked.version, jsonb_build_object('currentData', locked.data));
  return locked;
end
$$;

-- What `data` names is set, null takes a value away, and what is absent stays.
create function work.update_database_row(row_id uuid, data jsonb, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'updateDatabaseRow', jsonb_build_array(row_id, data, expected_version));
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.lock_row(row_id, expected_version);
  update work.db_rows r set data = r.data || update_database_row.data where r.id = row_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', row_id));
  return row_id;
end
$$;

-- Answers the database.
create function work.delete_database_row(row_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'deleteDatabaseRow', jsonb_build_array(row_id, expected_version));
  locked work.db_rows;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  locked := work.lock_row(row_id, expected_version);
  delete from work.db_rows r where r.id = row_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', locked.database_id));
  return locked.database_id;
end
$$;

-- What typed queries of rows ask ------------------------------------------------------------------------------------

-- Whether an operator is one of a type's.
create function work.is_cell_operator(operator text, type text) returns boolean
language sql immutable set search_path = '' as $$
  select case
    when operator in ('isNull', 'order', 'group') then true
    when operator = 'sum' then type = 'NUMBER'
    when operator = 'has' then type in ('MULTI_SELECT', 'RELATION', 'ODOO_RECORD')
    when operator in ('contains', 'startsWith') then type in ('TEXT', 'SELECT', 'STATUS', 'URL', 'EMAIL')
    when operator in ('lt', 'lte', 'gt', 'gte') then type in ('TEXT', 'NUMBER', 'DATE', 'URL', 'EMAIL')
    else type not in ('MULTI_SELECT', 'RELATION', 'ODOO_RECORD') end
$$;

-- The values that rows are compared with, in the form in which cells keep theirs; `uses`: [{"column", "operator",
-- "value", "argument"}]. Refuses a column that is not there and what does not go with its type. Empty where the viewer
-- sees no such database: there are no rows to compare either.
create function work.cell_operands(database_id uuid, uses jsonb) returns jsonb
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
      value := coalesce((select jsonb_agg(work.cell_operand(col, v, given ->> 'argument')) from jsonb_array_elements(value) v), '[]');
    elsif operator in ('eq', 'ne', 'lt', 'lte', 'gt', 'gte') then
      value := work.cell_operand(col, value, given ->> 'argument');
    end if;
    made := made || jsonb_build_array(value);
  end loop;
  return made;
end
$$;

create function work.cell_operand(col work.db_columns, value jsonb, argument text) returns jsonb
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
  return normal;
end
$$;

-- Equality of cells by an index ---------------------------------------------------------------------------------------
--
-- Row-level security asks its own question before any that is not leakproof, and none of jsonb is: for a user no index on
-- cells is ever asked. So one function asks it, once it knows that the viewer sees the database.

-- Cells under the id of their database, so that the index is asked for one database alone.
create function work.keyed_cells(database_id uuid, data jsonb) returns jsonb
language sql immutable parallel safe set search_path = '' as $$ select jsonb_build_object(database_id::text, data) $$;
create index db_rows_cells on work.db_rows using gin (work.keyed_cells(database_id, data) jsonb_path_ops);

-- The rows of a database that hold these cells; null where they are more than a thousand, which a scan in the order of
-- the answer meets soon. SECURITY DEFINER: see above. The space of a row is that of its database.
create function work.rows_with(database_id uuid, cells jsonb) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  ids uuid[];
begin
  if work.is_user() and not exists (
    select from work.databases d where d.id = rows_with.database_id and d.space_id in (select work.my_space_ids())
  ) then
    return '{}';
  end if;
  ids := array(select r.id from work.db_rows r
    where work.keyed_cells(r.database_id, r.data) @> work.keyed_cells(rows_with.database_id, rows_with.cells) limit 1001);
  return case when cardinality(ids) <= 1000 then ids end;
end
$$;

-- Grants ------------------------------------------------------------------------------------------------------------

do $$
declare
  name regprocedure;
begin
  for name in
    select p.oid from pg_proc p where p.pronamespace = 'work'::regnamespace and p.proname in (
      'read_date', 'normal_cell', 'is_uuid', 'is_set', 'cell_problem', 'missing_row', 'takes_choices', 'check_column_options',
      'check_column_type', 'cell_text', 'convert_cell', 'fit_row', 'find_database', 'find_column', 'find_row', 'lock_database',
      'create_database', 'rename_database', 'archive_database', 'put_column', 'add_database_column', 'rename_database_column',
      'retype_database_column', 'remove_database_column', 'insert_database_rows', 'lock_row', 'update_database_row',
      'delete_database_row', 'is_cell_operator', 'cell_operands', 'cell_operand', 'keyed_cells', 'rows_with')
  loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to authenticated, service_role', name);
  end loop;
  revoke execute on function work.check_column(), work.migrate_cells(), work.note_column_change(), work.check_row() from public;
end
$$;
