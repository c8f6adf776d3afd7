-- Checks a column that a statement writes: name, type and options. Under the database's lock, which writers of rows share.
-- Where the viewer may not lock it, row-level security refuses the statement right after.
-- Executed by: nobody
-- Raises: TP400, TP409, TP429
create or replace function work.check_column() returns trigger
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
