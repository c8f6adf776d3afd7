-- What the gateway's functions ask before they write, asked of every statement of a client: texts that say something and have
-- an end, nothing written into what is archived, and pages that are archived and restored with all below them.

-- Texts -----------------------------------------------------------------------------------------------------------

-- Its arguments go in pairs: a column and its greatest length in characters. A text that stays as it was is not asked.
create function work.check_texts() returns trigger
language plpgsql set search_path = '' as $$
declare
  given jsonb := to_jsonb(new);
  kept jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  value text;
begin
  if not (row_security_active(tg_relid) or current_user = 'service_role') then
    return new;
  end if;
  for i in 0 .. tg_nargs - 2 by 2 loop
    value := given ->> tg_argv[i];
    if value is distinct from kept ->> tg_argv[i] and not (value is null and tg_argv[i] = 'description') then
      -- A text of white space alone is as empty as none.
      perform work.check_text(tg_argv[i], case when value ~ '[^[:space:]]' then value end, tg_argv[i + 1]::int);
    end if;
  end loop;
  return new;
end
$$;
do $$
declare
  t record;
begin
  for t in
    select * from (values ('spaces', '{name,200}'::text[]), ('pages', '{title,500}'), ('databases', '{title,500}'),
      ('comments', '{body,10000}'), ('relations', '{name,100}'), ('db_columns', '{name,200}'), ('templates', '{name,200,description,2000}'),
      ('attachments', '{name,200}')) as v (name, texts)
  loop
    -- Before the row where an index would refuse a long text in its own words.
    execute format('create trigger b_check_texts %s insert or update of %s on work.%I for each row
      execute function work.check_texts(%s)', case when t.name in ('spaces', 'db_columns', 'templates') then 'before' else 'after' end, (select string_agg(x, ', ') from unnest(t.texts) x where x !~ '\d'), t.name,
      (select string_agg(quote_literal(x), ', ' order by n) from unnest(t.texts) with ordinality as u (x, n)));
  end loop;
end
$$;

-- Titles from before this was checked: an empty one had no link to it. Those that are too long stay until they are changed.
update work.pages p set title = 'Untitled' where p.title !~ '[^[:space:]]';

-- Threads ---------------------------------------------------------------------------------------------------------

-- After the row: an upsert of a reply that is there is no new reply.
create function work.check_reply() returns trigger
language plpgsql set search_path = '' as $$
declare
  thread work.comments;
begin
  if not (row_security_active(tg_relid) or current_user = 'service_role') then
    return null;
  end if;
  select c.* into thread from work.comments c where c.id = new.parent_id;
  if thread.parent_id is not null then
    perform work.refuse('TP400', 'A reply answers the comment that began the thread');
  elsif thread.resolved_at is not null then
    perform work.refuse('TP409', 'The thread is resolved: reopen it first');
  elsif thread.block_id is distinct from new.block_id then
    perform work.refuse('TP400', 'A reply stands on the block that its thread stands on', '{"argument": "block_id"}');
  end if;
  return null;
end
$$;
create trigger check_reply after insert on work.comments for each row when (new.parent_id is not null)
  execute function work.check_reply();

-- Archived spaces and databases ----------------------------------------------------------------------------------

-- Its argument says what is archived.
create function work.refuse_archived_row() returns trigger
language plpgsql set search_path = '' as $$
begin
  if row_security_active(tg_relid) or current_user = 'service_role' then
    perform work.refuse('TP409', format('The %s is archived: restore it first', tg_argv[0]));
  end if;
  return null;
end
$$;
create trigger refuse_archived after update on work.databases for each row
  when (old.archived_at is not null and new.archived_at is not null and new.title <> old.title)
  execute function work.refuse_archived_row('database');
create trigger refuse_archived after update on work.spaces for each row
  when (old.archived_at is not null and new.archived_at is not null and row(new.name, new.language) is distinct from row(old.name, old.language))
  execute function work.refuse_archived_row('space');

-- Archived pages --------------------------------------------------------------------------------------------------

-- These ask for the role that was taken, and not who runs them: where a foreign key cascades within the table, PostgreSQL 18
-- runs the triggers of the statement as the owner.

-- The shape of the tree after a statement of several rows: circles that no row of it closes alone, and pages put below
-- archived ones.
create function work.check_new_pages() returns trigger
language plpgsql set search_path = '' as $$
declare
  fault record;
begin
  if current_setting('role') = 'none' then
    return null;
  end if;
  if exists (
    select from changed c join work.pages above on above.id = c.parent_id where c.archived_at is null and above.archived_at is not null
  ) then
    perform work.refuse('TP409', 'The page above is archived: restore it first');
  end if;
  with recursive above as (
    select c.id as leaf, c.parent_id, 1 as depth from changed c where c.parent_id is not null
    union all
    select a.leaf, p.parent_id, a.depth + 1 from above a join work.pages p on p.id = a.parent_id where a.depth <= 50
  )
  select bool_or(a.parent_id = a.leaf) as is_circle into fault from above a where a.depth > 50 or a.parent_id = a.leaf having count(*) > 0;
  if fault.is_circle then
    perform work.refuse('TP400', 'A page cannot stand below itself', '{"argument": "parent_id"}');
  elsif found then
    perform work.refuse('TP429', 'A page tree has at most 50 levels', '{"argument": "parent_id"}');
  end if;
  return null;
end
$$;

create function work.check_changed_pages() returns trigger
language plpgsql set search_path = '' as $$
begin
  if current_setting('role') = 'none' then
    return null;
  end if;
  -- A page follows the one above it into another space, archived or not.
  if exists (
    select from changed c join before b on b.id = c.id
    where b.archived_at is not null and c.archived_at is not null and (
      row(c.title, c.parent_id, c.odoo_partner_id, c.odoo_move_id, c.odoo_project_id)
        is distinct from row(b.title, b.parent_id, b.odoo_partner_id, b.odoo_move_id, b.odoo_project_id)
      or c.rank <> b.rank and not work.is_rebalancing() or c.space_id <> b.space_id and c.parent_id is null)
  ) then
    perform work.refuse('TP409', 'The page is archived: restore it first');
  elsif exists (
    select from changed c join before b on b.id = c.id join work.pages above on above.id = c.parent_id
    where c.archived_at is null and above.archived_at is not null
      and (b.archived_at is not null or c.parent_id is distinct from b.parent_id)
  ) then
    perform work.refuse('TP409', 'The page above it is archived: restore that one first');
  end if;
  return null;
end
$$;
create trigger refuse_new_pages after insert on work.pages referencing new table as changed
  for each statement execute function work.check_new_pages();
create trigger refuse_changed_pages after update on work.pages referencing old table as before new table as changed
  for each statement execute function work.check_changed_pages();

-- A page that is archived takes along all that is open below it, and says that it did; restored, it brings back what it took.
-- SECURITY DEFINER: no client says what a page was archived with. Nothing of the kind is left to do after work.archive_page.
create function work.settle_archived_pages() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if current_setting('role') = 'none' or pg_trigger_depth() > 1
    or not exists (select from changed c join before b on b.id = c.id where (c.archived_at is null) <> (b.archived_at is null)) then
    return null;
  end if;
  with recursive gone as (
    select c.id, c.parent_id, c.archived_at from changed c join before b on b.id = c.id
    where b.archived_at is null and c.archived_at is not null
  ), below as (
    select g.id, g.id as with_id, g.archived_at, 1 as depth from gone g where not exists (select from gone o where o.id = g.parent_id)
    union all
    select p.id, w.with_id, w.archived_at, w.depth + 1 from below w join work.pages p on p.parent_id = w.id
    where w.depth < 50 and (p.archived_at is null or exists (select from gone g where g.id = p.id))
  )
  update work.pages p set archived_at = w.archived_at, archived_with = w.with_id from below w
  where p.id = w.id and (p.archived_at is null or p.archived_with is distinct from w.with_id);
  with recursive back as (
    select c.id, c.id as with_id from changed c join before b on b.id = c.id
    where b.archived_at is not null and c.archived_at is null and b.archived_with = c.id
    union all
    select p.id, w.with_id from back w join work.pages p on p.parent_id = w.id where p.archived_with = w.with_id
  )
  update work.pages p set archived_at = null, archived_with = null from back w where p.id = w.id and p.archived_at is not null;
  return null;
end
$$;
create trigger settle_archived after update on work.pages referencing old table as before new table as changed
  for each statement execute function work.settle_archived_pages();

-- Pages from before this was kept: what lies open below an archived page is archived with it.
with recursive below as (
  select p.id, a.archived_at, coalesce(a.archived_with, a.id) as with_id, 1 as depth
  from work.pages p join work.pages a on a.id = p.parent_id where a.archived_at is not null and p.archived_at is null
  union all
  select p.id, b.archived_at, b.with_id, b.depth + 1 from below b join work.pages p on p.parent_id = b.id
  where b.depth < 50 and p.archived_at is null
)
update work.pages p set archived_at = b.archived_at, archived_with = b.with_id
from (select distinct on (id) * from below order by id, depth) b where p.id = b.id;

-- What stands on archived pages ----------------------------------------------------------------------------------

-- `page` or `database`, where one of these is archived; a database also where its page is.
create function work.archived_among(page_ids uuid[], database_ids uuid[]) returns text
language sql stable set search_path = '' as $$
  select case
    when exists (select from work.pages p where p.id = any (page_ids) and p.archived_at is not null)
      or exists (select from work.databases d join work.pages p on p.id = d.page_id
        where d.id = any (database_ids) and p.archived_at is not null) then 'page'
    when exists (select from work.databases d where d.id = any (database_ids) and d.archived_at is not null) then 'database' end
$$;

-- Runs after the triggers that note a change, under whose lock of the page it looks.
create function work.refuse_archived() returns trigger
language plpgsql set search_path = '' as $$
declare
  page_ids uuid[] := '{}';
  database_ids uuid[] := '{}';
  what text;
begin
  if current_setting('role') = 'none' then
    return null;
  elsif tg_table_name in ('db_columns', 'db_rows') then
    database_ids := array(select distinct c.database_id from changed c);
  elsif tg_table_name = 'relations' then
    page_ids := array(select c.from_page_id from changed c union select c.to_page_id from changed c
      union select d.page_id from changed c join work.databases d on d.id in (c.from_database_id, c.to_database_id)
      union select d.page_id from changed c join work.db_rows r on r.id in (c.from_row_id, c.to_row_id)
        join work.databases d on d.id = r.database_id);
  else
    page_ids := array(select distinct c.page_id from changed c);
  end if;
  what := work.archived_among(page_ids, database_ids);
  if what is not null and tg_op = 'UPDATE' then
    -- What follows from a change of another row, such as the space, is none of this one's.
    select array_agg((v.row ->> 'page_id')::uuid), array_agg((v.row ->> 'database_id')::uuid) into page_ids, database_ids
    from (
      select to_jsonb(c) as row, to_jsonb(b) as was from changed c join before b on b.id = c.id
    ) v
    where v.row - '{space_id,version,updated_at,columns_changed_in}'::text[] - case when work.is_rebalancing() then 'rank' else '' end
      is distinct from v.was - '{space_id,version,updated_at,columns_changed_in}'::text[] - case when work.is_rebalancing() then 'rank' else '' end;
    what := work.archived_among(page_ids, database_ids);
  end if;
  if what is not null then
    perform work.refuse('TP409', format('The %s is archived: restore it first', what));
  end if;
  return null;
end
$$;
do $$
declare
  name text;
begin
  foreach name in array array['blocks', 'databases', 'db_columns', 'db_rows', 'comments', 'attachments', 'relations'] loop
    execute format('create trigger refuse_archived_insert after insert on work.%I referencing new table as changed
      for each statement execute function work.refuse_archived()', name);
    continue when name = 'relations';
    execute format('create trigger refuse_archived_update after update on work.%I referencing old table as before new table as changed
      for each statement execute function work.refuse_archived()', name);
  end loop;
  -- What was said or shared there can still be taken away.
  foreach name in array array['blocks', 'db_columns', 'db_rows'] loop
    execute format('create trigger refuse_archived_delete after delete on work.%I referencing old table as changed
      for each statement execute function work.refuse_archived()', name);
  end loop;
end
$$;

revoke execute on function work.check_texts(), work.check_reply(), work.refuse_archived_row(), work.check_new_pages(),
  work.check_changed_pages(), work.settle_archived_pages(), work.archived_among(uuid[], uuid[]), work.refuse_archived() from public;
grant execute on function work.archived_among(uuid[], uuid[]) to authenticated, service_role;
