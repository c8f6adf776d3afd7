-- The workspace by another door: a front end may write work.* itself, through PostgREST, under row-level security. What the
-- gateway promises of a row holds for it too. This file: which columns are the client's, and what the database makes.
--
-- A client may send a whole row back as it read it, so the grants name every column, and triggers refuse a change of those
-- that are not the client's. They ask who runs the statement: a user on whom policies bind. The database's own statements
-- (functions that are SECURITY DEFINER, what foreign keys cascade) run as the owner, and pass.

-- Columns that follow from others ---------------------------------------------------------------------------------

-- A generated column can be sent by nobody, not even with its own value: these are made by a trigger instead.
alter table work.blocks alter column inside_id drop expression;
alter table work.permissions alter column role_name drop expression;
alter table work.relations alter column kind drop expression;

create function work.derive_columns() returns trigger
language plpgsql set search_path = '' as $$
begin
  case tg_table_name
    when 'blocks' then new.inside_id := coalesce(new.parent_id, new.page_id);
    when 'permissions' then new.role_name := upper(new.role);
    else new.kind := case when new.from_page_id is not null then 'PAGE' when new.from_row_id is not null then 'ROW' else 'DATABASE' end;
  end case;
  return new;
end
$$;
create trigger derive_columns before insert or update on work.blocks for each row execute function work.derive_columns();
create trigger derive_columns before insert or update on work.permissions for each row execute function work.derive_columns();
create trigger derive_columns before insert or update on work.relations for each row execute function work.derive_columns();

-- What the database notes of its own accord: kept silently, since it changes while a client holds the row.
create function work.keep_notes() returns trigger
language plpgsql set search_path = '' as $$
begin
  if current_user = 'service_role' or not row_security_active(tg_relid) then
    return new;
  end if;
  new.updated_at := case tg_op when 'INSERT' then now() else old.updated_at end;
  if tg_table_name = 'pages' then
    new.versioned_in := case tg_op when 'INSERT' then pg_current_xact_id() else old.versioned_in end;
    new.changed_in := case tg_op when 'INSERT' then pg_current_xact_id() else old.changed_in end;
  elsif tg_table_name = 'databases' then
    new.columns_changed_in := case tg_op when 'INSERT' then pg_current_xact_id() else old.columns_changed_in end;
  end if;
  return new;
end
$$;

-- When something was archived, by the database's clock. What a page was archived with, work.settle_archived_pages says.
create function work.keep_archiving() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not (row_security_active(tg_relid) or current_user = 'service_role') then
    return new;
  end if;
  if tg_table_name = 'pages' and (new.archived_at is null) <> (old.archived_at is null) then
    perform work.lock_tree(new.space_id);
  end if;
  if (new.archived_at is null) = (old.archived_at is null) then
    new.archived_at := old.archived_at;
  elsif new.archived_at is not null then
    new.archived_at := now();
  end if;
  if tg_table_name = 'pages' then
    new.archived_with := case when new.archived_at is null then null
      when old.archived_at is null then coalesce(new.archived_with, new.id) else old.archived_with end;
  end if;
  return new;
end
$$;

-- Another time of a thread that was resolved before is none.
create function work.keep_resolving() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.resolved_at := old.resolved_at;
  return new;
end
$$;
create trigger a_keep_resolving before update of resolved_at on work.comments for each row
  when (new.resolved_at <> old.resolved_at) execute function work.keep_resolving();

-- Refuses the change of a column that is not the client's; its arguments are those columns. After an insert: a value that
-- the database would not have made. Not before it: an upsert proposes the whole row, which may be there already.
create function work.refuse_kept() returns trigger
language plpgsql set search_path = '' as $$
declare
  given jsonb := to_jsonb(new);
  kept jsonb;
  strange text;
begin
  if current_user = 'service_role' or not row_security_active(tg_relid) then
    return new;
  end if;
  if tg_op = 'INSERT' then
    -- What comes back is as old as it was: work.keep_origin says so by itself, whatever is given.
    if tg_table_name in ('blocks', 'db_columns', 'db_rows') and coalesce(current_setting('work.restoring', true), '') <> '' then
      return new;
    end if;
    raise exception 'A new row of %.% says what the database makes (%): leave that out', tg_table_schema, tg_table_name,
      array_to_string(tg_argv, ', ') using errcode = '42501';
  end if;
  kept := to_jsonb(old);
  if (given ->> 'version')::int < (kept ->> 'version')::int then
    perform work.refuse('TP409', format('Version %s is past: the current one is %s; read again and decide anew',
      given ->> 'version', kept ->> 'version'), jsonb_build_object('currentVersion', kept -> 'version'));
  end if;
  select c into strange from unnest(tg_argv) c where given -> c is distinct from kept -> c limit 1;
  raise exception 'Column % of %.% is not for clients to change: leave it out, or send it back as it was read', strange,
    tg_table_schema, tg_table_name using errcode = '42501';
end
$$;

-- For each table: what a client gives to a new row, what it changes of one that is there, and what is noted or derived. All
-- else is the database's. By name before the triggers that check and count: those see what is kept.
do $$
declare
  t record;
  archivable text;
begin
  for t in
    select v.name, array_agg(a.attname::text order by a.attnum) filter (where a.attname <> all (v.changed || v.noted)) as kept,
      array_agg(a.attname::text order by a.attnum) filter (where a.attname <> all (v.given || v.noted)) as made,
      string_agg(format('new.%I is distinct from %s', a.attname, coalesce(pg_get_expr(d.adbin, d.adrelid), 'null')), ' or ')
        filter (where a.attname <> all (v.given || v.noted)) as unlike_made
    from (values
      ('spaces', '{id,name,language}'::text[], '{name,language,archived_at}'::text[], '{updated_at}'::text[]),
      ('permissions', '{id,space_id,user_id,role}', '{role}', '{updated_at,role_name}'),
      ('pages', '{id,space_id,parent_id,title,rank,odoo_partner_id,odoo_move_id,odoo_project_id}',
        '{space_id,parent_id,title,rank,odoo_partner_id,odoo_move_id,odoo_project_id,archived_at,archived_with}',
        '{updated_at,versioned_in,changed_in}'),
      ('blocks', '{id,space_id,page_id,parent_id,rank,type,content}', '{parent_id,rank,type,content}', '{updated_at,inside_id}'),
      ('databases', '{id,space_id,page_id,title}', '{title,archived_at}', '{updated_at,columns_changed_in}'),
      ('db_columns', '{id,space_id,database_id,name,type,options,rank}', '{name,type,options,rank}', '{updated_at}'),
      ('db_rows', '{id,space_id,database_id,data,rank}', '{data,rank}', '{updated_at}'),
      ('relations', '{id,space_id,to_space_id,name,from_page_id,to_page_id,from_row_id,to_row_id,from_database_id,to_database_id}',
        '{}', '{kind}'),
      ('comments', '{id,space_id,page_id,parent_id,block_id,body}', '{body,resolved_at}', '{updated_at}'),
      ('templates', '{id,space_id,name,description,content}', '{name,description,content}', '{updated_at}')
    ) as v (name, given, changed, noted)
    join pg_attribute a on a.attrelid = ('work.' || v.name)::regclass and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    group by v.name
  loop
    if t.name <> 'relations' then
      execute format('create trigger a_keep_notes before insert or update on work.%I for each row
        execute function work.keep_notes()', t.name);
    end if;
    execute format('create trigger a_refuse_kept before update on work.%I for each row when (row(%s) is distinct from row(%s))
      execute function work.refuse_kept(%s)', t.name,
      (select string_agg(format('new.%I', c), ', ') from unnest(t.kept) c),
      (select string_agg(format('old.%I', c), ', ') from unnest(t.kept) c),
      (select string_agg(quote_literal(c), ', ') from unnest(t.kept) c));
    execute format('create trigger refuse_kept_insert after insert on work.%I for each row when (%s)
      execute function work.refuse_kept(%s)', t.name, t.unlike_made, (select string_agg(quote_literal(c), ', ') from unnest(t.made) c));
  end loop;
  foreach archivable in array array['spaces', 'databases'] loop
    execute format('create trigger a_keep_archiving before update on work.%I for each row
      when (new.archived_at is distinct from old.archived_at) execute function work.keep_archiving()', archivable);
  end loop;
end
$$;

create trigger a_keep_archiving before update on work.pages for each row
  when (row(new.archived_at, new.archived_with) is distinct from row(old.archived_at, old.archived_with))
  execute function work.keep_archiving();

-- An upsert asks for the right to insert, though the row is there. No space comes into being so: of one's own spaces each
-- is there already.
create policy admin_upserts on work.spaces for insert to authenticated
  with check (id in (select work.my_admin_space_ids()));
create policy editor_updates on work.relations for update to authenticated
  using (space_id in (select work.my_editable_space_ids()) and to_space_id in (select work.my_editable_space_ids()));

-- Whoever is sent back as a member was one before.
drop trigger check_person on work.permissions;
create trigger check_person after insert on work.permissions for each row execute function ops.check_person();
create trigger check_other_person after update on work.permissions for each row
  when (new.user_id <> old.user_id) execute function ops.check_person();

-- Ranks -----------------------------------------------------------------------------------------------------------

-- A client need not make one: the end of the list.
create function work.fill_rank() returns trigger
language plpgsql set search_path = '' as $$
declare
  last text;
begin
  if tg_table_name = 'pages' then
    perform work.lock_tree(new.space_id);
    if new.parent_id is null then
      select max(p.rank) into last from work.pages p where p.space_id = new.space_id and p.parent_id is null and p.id <> new.id;
    else
      select max(p.rank) into last from work.pages p where p.parent_id = new.parent_id and p.id <> new.id;
    end if;
    new.rank := coalesce(work.rank_between(last, null), work.page_rank(new.space_id, new.parent_id, but => new.id));
  elsif tg_table_name = 'blocks' then
    perform from work.pages p where p.id = new.page_id for no key update;
    new.rank := work.rank_beside(coalesce(new.parent_id, new.page_id), null, true, new.id);
  elsif tg_table_name = 'db_columns' then
    select max(c.rank) into last from work.db_columns c where c.database_id = new.database_id and c.id <> new.id;
    new.rank := coalesce(work.rank_between(last, null), 'a0');
  else
    select max(r.rank) into last from work.db_rows r where r.database_id = new.database_id and r.id <> new.id;
    new.rank := coalesce(work.rank_between(last, null), 'a0');
  end if;
  return new;
end
$$;

-- A key that was not made as work.rank_between makes them has no key beside it: nothing could be put there any more.
create function work.refuse_rank() returns trigger
language plpgsql set search_path = '' as $$
begin
  if row_security_active(tg_relid) or current_user = 'service_role' then
    perform work.refuse('TP400', format('The rank %s is none that work.rank_between makes: leave it out for the end of the list',
      to_json(left(new.rank, 100))), '{"argument": "rank"}');
  end if;
  return new;
end
$$;

create function work.is_rank(key text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select length(key) <= 100 and work.rank_integer_length(key) is not null
$$;

-- Keys that are none, from before this was checked, are written anew with those of their siblings, in the order they have.
do $$
declare
  t record;
begin
  perform set_config('work.rebalancing', 'on', true);
  for t in
    select * from (values ('pages', 'coalesce(parent_id, space_id)'), ('blocks', 'inside_id'), ('db_columns', 'database_id'),
      ('db_rows', 'database_id')) as v (name, list)
  loop
    execute format('with broken as (select distinct %2$s as list from work.%1$I where not work.is_rank(rank)),
      anew as (select id, work.rank_at(row_number() over (partition by %2$s order by rank, id)::int - 1) as rank from work.%1$I
        where %2$s in (select list from broken))
      update work.%1$I t set rank = anew.rank from anew where t.id = anew.id and t.rank <> anew.rank', t.name, t.list);
    execute format('create trigger a_fill_rank before insert or update of rank on work.%I for each row
      when (new.rank is null) execute function work.fill_rank()', t.name);
    execute format('create trigger b_refuse_rank before insert on work.%I for each row
      when (not work.is_rank(new.rank)) execute function work.refuse_rank()', t.name);
    execute format('create trigger b_refuse_other_rank before update of rank on work.%I for each row
      when (new.rank <> old.rank and not work.is_rank(new.rank)) execute function work.refuse_rank()', t.name);
  end loop;
  perform set_config('work.rebalancing', '', true);
end
$$;

revoke execute on function work.derive_columns(), work.keep_notes(), work.keep_archiving(), work.keep_resolving(),
  work.refuse_kept(), work.fill_rank(), work.refuse_rank(), work.is_rank(text) from public;
grant execute on function work.is_rank(text) to authenticated, service_role;
