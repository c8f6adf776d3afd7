-- A copy stands on its own: of a page, of a page with what is below it, and of a page in a template. What it names inside
-- the copied set it names in the copy, with databases and files of its own; what it names elsewhere stays named.

-- A template keeps its files itself, so that they outlive the page that it was saved from.
alter table work.templates add unique (id, space_id);
alter table work.attachments
  alter column page_id drop not null,
  add column template_id uuid,
  add foreign key (template_id, space_id) references work.templates (id, space_id) on update cascade on delete cascade,
  add check (num_nonnulls(page_id, template_id) = 1),
  add check (block_id is null or page_id is not null);
create index attachments_template on work.attachments (template_id) where template_id is not null;

-- References --------------------------------------------------------------------------------------------------------

-- The id of the copy of what has this id; `seed` is one of each copying.
create function work.copy_id(seed uuid, id uuid) returns uuid
language sql immutable strict set search_path = '' as $$ select work.block_id(seed, id) $$;

-- A uuid in a text, with its hyphens or without.
create function work.id_pattern() returns text language sql immutable set search_path = '' as
  $$ select '(?<![0-9a-f])[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}(?![0-9a-f])' $$;

-- The uuids that a content names, in whatever field.
create function work.named_ids(content jsonb) returns setof uuid
language sql immutable set search_path = '' as
  $$ select m.found[1]::uuid from regexp_matches(content::text, work.id_pattern(), 'gi') m (found) $$;

-- An address with the ids of copies in it, each written as the original's was.
create function work.follow_address(address text, copies jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  made text := address;
  id text;
  copy text;
begin
  for id in select distinct m.found[1] from regexp_matches(address, work.id_pattern(), 'gi') m (found) loop
    copy := copies ->> (id::uuid)::text;
    if copy is not null then
      made := replace(made, id, case when id like '%-%' then copy else replace(copy, '-', '') end);
    end if;
  end loop;
  return made;
end
$$;

-- A block's content, or a column's options, with what is copied named by its copy. Words stay as they were written.
create function work.follow_copies(value jsonb, copies jsonb, field text default null) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if field is null and not value::text ~* work.id_pattern() then
    return value;
  end if;
  case jsonb_typeof(value)
    when 'object' then
      return (select coalesce(jsonb_object_agg(k, work.follow_copies(v, copies, k)), '{}') from jsonb_each(value) e (k, v));
    when 'array' then
      return (select coalesce(jsonb_agg(work.follow_copies(v, copies, coalesce(field, '')) order by n), '[]')
        from jsonb_array_elements(value) with ordinality e (v, n));
    when 'string' then
      if field in ('pageId', 'databaseId', 'attachmentId') then
        return coalesce(copies -> lower(value #>> '{}'), value);
      elsif field in ('href', 'url') then
        return to_jsonb(work.follow_address(value #>> '{}', copies));
      end if;
    else
      null;
  end case;
  return value;
end
$$;

-- {"id of one of these": "id of its copy"}
create function work.copies_of(seed uuid, ids uuid[]) returns jsonb
language sql immutable set search_path = '' as
  $$ select coalesce(jsonb_object_agg(id, work.copy_id(seed, id)), '{}') from unnest(ids) as id $$;

create function work.left_out(kind text, id uuid, name text, reason text) returns jsonb
language sql immutable set search_path = '' as
  $$ select jsonb_build_object('kind', kind, 'recordId', id, 'name', name, 'reason', reason) $$;

-- Databases ---------------------------------------------------------------------------------------------------------

-- The databases of pages with columns and rows, the smallest first, as long as they have no more rows than that together:
-- [{"id", "pageId", "title", "isArchived", "columns", "rows"}].
create function work.snapshot_databases(page_ids uuid[], most_rows int) returns jsonb
language sql stable set search_path = '' as $$
  with counted as (
    select d.*, (select count(*) from work.db_rows r where r.database_id = d.id) as n
    from work.databases d where d.page_id = any (page_ids)
  ), chosen as (
    select c.*, sum(c.n) over (order by c.n, c.id) as total from counted c
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'pageId', d.page_id, 'title', d.title, 'isArchived', d.archived_at is not null,
    'columns', (select coalesce(jsonb_agg(jsonb_build_object('name', c.name, 'type', c.type, 'options', c.options, 'rank', c.rank)
      order by c.rank, c.id), '[]') from work.db_columns c where c.database_id = d.id),
    'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'rank', r.rank, 'data', r.data) order by r.rank, r.id), '[]')
      from work.db_rows r where r.database_id = d.id)) order by d.created_at, d.id), '[]')
  from chosen d where d.total <= most_rows
$$;

-- Ids of a snapshot's databases, and of those of its rows that are named.
create function work.snapshot_ids(databases jsonb, named uuid[]) returns uuid[]
language sql immutable set search_path = '' as $$
  select array(
    select (d ->> 'id')::uuid from jsonb_array_elements(databases) d
    union all
    select (r ->> 'id')::uuid from jsonb_array_elements(databases) d, jsonb_array_elements(d -> 'rows') r
    where (r ->> 'id')::uuid = any (named))
$$;

-- A row's cells: related rows of a copied database by their copies, and addresses that lead to copies. `columns` are those
-- of these two kinds.
create function work.copy_cells(data jsonb, columns jsonb, seed uuid, copies jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select data || coalesce(jsonb_object_agg(c ->> 'name', case
    when c ->> 'type' = 'URL' then to_jsonb(work.follow_address(data ->> (c ->> 'name'), copies))
    else (select jsonb_agg(work.copy_id(seed, v::uuid) order by n)
      from jsonb_array_elements_text(data -> (c ->> 'name')) with ordinality e (v, n)) end), '{}')
  from jsonb_array_elements(columns) c where data ? (c ->> 'name')
$$;

-- Databases of a snapshot, on `page_id`, or on the copy of the page that each was on. The setting work.copying lets
-- columns and cells name what is gone, as the originals do.
create function work.put_databases(databases jsonb, seed uuid, copies jsonb, space_id uuid, page_id uuid default null) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  perform set_config('work.copying', 'on', true);
  insert into work.databases (id, space_id, page_id, title)
  select work.copy_id(seed, (d ->> 'id')::uuid), space_id, coalesce(page_id, work.copy_id(seed, (d ->> 'pageId')::uuid)), d ->> 'title'
  from jsonb_array_elements(databases) d;
  insert into work.db_columns (space_id, database_id, name, type, options, rank)
  select space_id, work.copy_id(seed, (d ->> 'id')::uuid), c ->> 'name', c ->> 'type', work.follow_copies(c -> 'options', copies), c ->> 'rank'
  from jsonb_array_elements(databases) d, jsonb_array_elements(d -> 'columns') c;
  insert into work.db_rows (id, space_id, database_id, rank, data)
  select work.copy_id(seed, (r ->> 'id')::uuid), space_id, work.copy_id(seed, (d ->> 'id')::uuid), r ->> 'rank',
    case when carried.columns is null then r -> 'data' else work.copy_cells(r -> 'data', carried.columns, seed, copies) end
  from jsonb_array_elements(databases) d
  cross join lateral (
    select jsonb_agg(c) as columns from jsonb_array_elements(d -> 'columns') c
    where c ->> 'type' = 'URL' or (c ->> 'type' = 'RELATION' and copies ? (c #>> '{options,databaseId}'))
  ) carried
  cross join lateral jsonb_array_elements(d -> 'rows') r;
  update work.databases o set archived_at = now()
  from jsonb_array_elements(databases) d where o.id = work.copy_id(seed, (d ->> 'id')::uuid) and (d ->> 'isArchived')::boolean;
  perform set_config('work.copying', '', true);
end
$$;

create function work.is_copying() returns boolean
language sql stable set search_path = '' as $$ select coalesce(current_setting('work.copying', true), '') = 'on' $$;

-- As before; a copied column may name a database that is gone.
create or replace function work.check_column_options(type text, options jsonb) returns void
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
  elsif own = 'databaseId' and (work.is_uuid(options -> 'databaseId') is not true or not (work.is_copying() or exists (
    select from work.databases d where d.id = (options ->> 'databaseId')::uuid
  ))) then
    perform work.refuse('TP400', 'A column of type RELATION names the database that its rows are of: there is none with this id',
      '{"argument": "databaseId"}');
  elsif options ? 'model' and (options ->> 'model' ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$') is not true then
    perform work.refuse('TP400', 'A model of Odoo has a technical name such as res.partner', '{"argument": "model"}');
  end if;
end
$$;

-- As before; a copied row may be related to rows that are gone, as any row is that was related to them before.
create or replace function work.check_row() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- Below another trigger it is work.migrate_cells that writes: what it converts fits, and it holds the lock.
  if pg_trigger_depth() > 1 then
    return new;
  end if;
  perform from work.databases d where d.id = new.database_id for share;
  if found then
    new.data := work.fit_row(new.database_id, new.data,
      case when tg_op = 'UPDATE' then old.data when work.is_copying() then new.data end);
  end if;
  return new;
end
$$;

-- Files -------------------------------------------------------------------------------------------------------------

-- Rows for copies of files, [{"from", "to", "pageId", "blockId", "templateId"}] by ids; answers [{"id", "name", "from",
-- "to"}] with the paths in the storage that the gateway then copies. SECURITY DEFINER: a viewer announces files and never
-- says where they lie: not by the id of the copy either, where a file of another one may lie still. For who sees the files
-- and edits the space.
create function work.copy_attachments(files jsonb, space_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_variable
declare
  made jsonb;
begin
  if work.is_user() and (
    space_id not in (select work.my_editable_space_ids()) or exists (
      select from jsonb_array_elements(files) f join work.attachments a on a.id = (f ->> 'from')::uuid
      where a.space_id not in (select work.my_space_ids())))
  then
    perform work.refuse('TP403', 'Copying files takes the role editor in the space, and files that the viewer sees');
  end if;
  with copied as (
    insert into work.attachments (id, space_id, page_id, block_id, template_id, name, content_type, size, storage_path, status, confirmed_at)
    select (f ->> 'to')::uuid, space_id, (f ->> 'pageId')::uuid, (f ->> 'blockId')::uuid, (f ->> 'templateId')::uuid,
      a.name, a.content_type, a.size, gen_random_uuid() || '/' || regexp_replace(a.storage_path, '^.*/', ''), 'CONFIRMED', now()
    from jsonb_array_elements(files) f join work.attachments a on a.id = (f ->> 'from')::uuid
    where a.status = 'CONFIRMED'
    returning id, name, storage_path
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'from', a.storage_path, 'to', c.storage_path)), '[]') into made
  from copied c join jsonb_array_elements(files) f on (f ->> 'to')::uuid = c.id join work.attachments a on a.id = (f ->> 'from')::uuid;
  return made;
end
$$;

-- Ids of the files of pages that are copied: at most two hundred, the oldest first, of those that have arrived.
create function work.files_to_copy(page_ids uuid[], with_files boolean) returns uuid[]
language sql stable set search_path = '' as $$
  select array(select a.id from work.attachments a
    where with_files and a.page_id = any (page_ids) and a.status = 'CONFIRMED' order by a.created_at, a.id limit 200)
$$;

-- What stands on pages and a copy of them does not have, and why.
create function work.left_out_of(page_ids uuid[], databases jsonb, files uuid[], with_files boolean) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce((
    select jsonb_agg(work.left_out('DATABASE', d.id, d.title, 'With it the databases would have more than 2000 rows') order by d.created_at, d.id)
    from work.databases d
    where d.page_id = any (page_ids) and not databases @> jsonb_build_array(jsonb_build_object('id', d.id))), '[]')
  || coalesce((
    select jsonb_agg(work.left_out('ATTACHMENT', a.id, a.name, case
      when a.status <> 'CONFIRMED' then 'Its file has not arrived yet'
      when not with_files then 'No storage for attachments is configured'
      else 'At most 200 files are copied at once' end) order by a.created_at, a.id)
    from work.attachments a where a.page_id = any (page_ids) and a.id <> all (files)), '[]')
$$;

-- Duplicates --------------------------------------------------------------------------------------------------------

-- {"id": the copy's id, "files": what work.copy_attachments answered, "leftOut": …}. The page after the original, its
-- blocks, databases, files and links to Odoo; with `subtree` also the pages below that are not archived. Comments and
-- relations stay with the original.
drop function work.duplicate_page(uuid, boolean, text, text);
create function work.duplicate_page(
  page_id uuid, subtree boolean default false, title text default null, idempotency_key text default null,
  with_files boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'duplicatePage', jsonb_build_array(page_id, subtree, title));
  page work.pages;
  ids uuid[] := array[page_id];
begin
  if answer is not null then
    return answer;
  end if;
  if title is not null then
    perform work.check_text('title', title, 500);
  end if;
  page := work.find_page(page_id);
  perform work.require_role(page.space_id, 'editor');
  perform work.lock_tree(page.space_id);
  page := work.lock_page(page_id);
  if subtree then
    ids := work.page_subtree(page_id);
  end if;
  if cardinality(ids) > 1000 or (select count(*) from work.blocks b where b.page_id = any (ids)) > 20000 then
    perform work.refuse('TP429', 'At most 1000 pages with 20000 blocks are duplicated at once: duplicate the parts');
  end if;
  answer := work.copy_pages(page, ids, title, with_files);
  -- To a repeated request: the files are copied once.
  perform work.end_once(idempotency_key, answer || '{"files": []}');
  return answer;
end
$$;

-- `ids` begins with the root, and has those above before those below.
create function work.copy_pages(root work.pages, ids uuid[], title text, with_files boolean) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  seed uuid := gen_random_uuid();
  databases jsonb := work.snapshot_databases(ids, 2000);
  files uuid[] := work.files_to_copy(ids, with_files);
  named uuid[] := array(select distinct n from work.blocks b, work.named_ids(b.content) n where b.page_id = any (ids));
  copies jsonb := work.copies_of(seed, ids || files || work.snapshot_ids(databases, named)
    || array(select b.id from work.blocks b where b.page_id = any (ids) and b.id = any (named)));
  root_rank text := work.page_rank(root.space_id, root.parent_id, root.id);
begin
  insert into work.pages (id, space_id, parent_id, title, rank, odoo_partner_id, odoo_move_id, odoo_project_id)
  select work.copy_id(seed, p.id), p.space_id, case when p.id = root.id then p.parent_id else work.copy_id(seed, p.parent_id) end,
    case when p.id = root.id then coalesce(title, left(p.title, 493) || ' (copy)') else p.title end,
    case when p.id = root.id then root_rank else p.rank end, p.odoo_partner_id, p.odoo_move_id, p.odoo_project_id
  from unnest(ids) with ordinality as i (id, n) join work.pages p on p.id = i.id order by i.n;
  perform work.put_databases(databases, seed, copies, root.space_id);
  insert into work.blocks (id, space_id, page_id, parent_id, rank, type, content)
  select work.copy_id(seed, b.id), b.space_id, work.copy_id(seed, b.page_id), work.copy_id(seed, b.parent_id), b.rank, b.type,
    work.follow_copies(b.content, copies)
  from work.blocks b where b.page_id = any (ids);
  return jsonb_build_object('id', work.copy_id(seed, root.id),
    'files', (
      select work.copy_attachments(coalesce(jsonb_agg(jsonb_build_object('from', a.id, 'to', work.copy_id(seed, a.id),
        'pageId', work.copy_id(seed, a.page_id), 'blockId', work.copy_id(seed, a.block_id))), '[]'), root.space_id)
      from work.attachments a where a.id = any (files)),
    'leftOut', work.left_out_of(ids, databases, files, with_files));
end
$$;

-- Templates ---------------------------------------------------------------------------------------------------------

-- content: {"title", "pageId", "blocks", "databases", "attachments"}. A block has a number, the number of the one that it
-- stands in, and its rank; its id only where a text of the page leads to it. `databases` is a snapshot, and `attachments`
-- are the files that the template keeps, each with the number of its block. Answers {"id", "files", "leftOut"}.
drop function work.save_page_as_template(uuid, text, text, text);
create function work.save_page_as_template(
  page_id uuid, name text default null, description text default null, idempotency_key text default null,
  with_files boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'savePageAsTemplate', jsonb_build_array(page_id, name, description));
  page work.pages;
begin
  if answer is not null then
    return answer;
  end if;
  if name is not null then
    perform work.check_text('name', name);
  end if;
  if description is not null then
    perform work.check_text('description', description, 2000);
  end if;
  page := work.lock_page(page_id);
  if (select count(*) from work.blocks b where b.page_id = page.id) > 5000 then
    perform work.refuse('TP429', 'A template has at most 5000 blocks');
  end if;
  answer := work.put_template(page, coalesce(name, left(page.title, 200)), description, with_files);
  perform work.end_once(idempotency_key, answer || '{"files": []}');
  return answer;
end
$$;

create function work.put_template(page work.pages, name text, description text, with_files boolean) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  template_id uuid := gen_random_uuid();
  databases jsonb := work.snapshot_databases(array[page.id], 2000);
  files uuid[] := work.files_to_copy(array[page.id], with_files);
  copied jsonb;
begin
  insert into work.templates (id, space_id, name, description, content)
  values (template_id, page.space_id, name, description, jsonb_build_object('title', page.title, 'pageId', page.id,
    'databases', databases) || work.template_blocks(page.id, files, template_id))
  on conflict do nothing;
  if not found then
    perform work.refuse('TP409', 'The space has a template of this name: give another one', '{"argument": "name"}');
  end if;
  select work.copy_attachments(coalesce(jsonb_agg(jsonb_build_object('from', f, 'to', work.copy_id(template_id, f),
    'templateId', template_id)), '[]'), page.space_id) into copied
  from unnest(files) f;
  return jsonb_build_object('id', template_id, 'files', copied,
    'leftOut', work.left_out_of(array[page.id], databases, files, with_files));
end
$$;

-- {"blocks", "attachments"} of a page, with the files by the ids that they have in the template.
create function work.template_blocks(page_id uuid, files uuid[], template_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  with numbered as materialized (
    select b.*, row_number() over (order by b.rank, b.id) as n from work.blocks b where b.page_id = template_blocks.page_id
  ), named as materialized (
    select distinct i.id from numbered b, work.named_ids(b.content) i (id)
  )
  select jsonb_build_object(
    'blocks', (
      select coalesce(jsonb_agg(jsonb_build_object('n', b.n, 'in', above.n, 'rank', b.rank, 'type', b.type,
        'content', work.follow_copies(b.content, work.copies_of(template_blocks.template_id, files)))
        || case when b.id in (select id from named) then jsonb_build_object('id', b.id) else '{}' end order by b.n), '[]')
      from numbered b left join numbered above on above.id = b.parent_id),
    'attachments', (
      select coalesce(jsonb_agg(jsonb_build_object('id', work.copy_id(template_blocks.template_id, a.id), 'n', b.n)), '[]')
      from work.attachments a left join numbered b on b.id = a.block_id where a.id = any (files)))
$$;

-- As work.create_page, with what the template has on it; the template may be one of another space that the viewer reads.
-- Answers {"id", "files", "leftOut"}.
drop function work.create_page_from_template(uuid, text, uuid, uuid, uuid, uuid, int, int, int, text);
create function work.create_page_from_template(
  template_id uuid, title text, space_id uuid default null, parent_id uuid default null, after_id uuid default null,
  before_id uuid default null, odoo_partner_id int default null, odoo_move_id int default null,
  odoo_project_id int default null, idempotency_key text default null, with_files boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'createPage', jsonb_build_array(
    title, space_id, parent_id, after_id, before_id, odoo_partner_id, odoo_move_id, odoo_project_id, template_id));
  template work.templates;
  page_id uuid;
begin
  if answer is not null then
    return answer;
  end if;
  select t.* into template from work.templates t where t.id = template_id;
  if template.id is null then
    perform work.refuse('TP404', format('There is no template %s', template_id));
  end if;
  page_id := work.create_page(title, space_id, parent_id, after_id, before_id, odoo_partner_id, odoo_move_id, odoo_project_id);
  answer := work.fill_from_template(work.find_page(page_id), template, with_files);
  perform work.end_once(idempotency_key, answer || '{"files": []}');
  return answer;
end
$$;

create function work.fill_from_template(page work.pages, template work.templates, with_files boolean) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  seed uuid := gen_random_uuid();
  content jsonb := template.content;
  databases jsonb := coalesce(content -> 'databases', '[]');
  named uuid[] := array(select distinct n from work.named_ids(content -> 'blocks') n);
  files uuid[] := array(select f.id from work.template_files(template, named) f (id) where with_files limit 200);
  copies jsonb := work.copies_of(seed, files || work.snapshot_ids(databases, named)
      || array(select (b ->> 'id')::uuid from jsonb_array_elements(content -> 'blocks') b where b ? 'id'))
    || case when content ? 'pageId' then jsonb_build_object(content ->> 'pageId', page.id) else '{}' end;
  numbers jsonb;
begin
  perform work.put_databases(databases, seed, copies, page.space_id, page.id);
  select coalesce(jsonb_object_agg(b ->> 'n', coalesce(work.copy_id(seed, (b ->> 'id')::uuid), gen_random_uuid())), '{}') into numbers
  from jsonb_array_elements(content -> 'blocks') b;
  insert into work.blocks (id, space_id, page_id, parent_id, rank, type, content)
  select (numbers ->> b.n::text)::uuid, page.space_id, page.id, (numbers ->> b."in"::text)::uuid, b.rank, b.type,
    work.follow_copies(b.content, copies)
  from jsonb_to_recordset(content -> 'blocks') as b (n int, "in" int, rank text, type text, content jsonb);
  return jsonb_build_object('id', page.id, 'files', (
      select work.copy_attachments(coalesce(jsonb_agg(jsonb_build_object('from', f, 'to', work.copy_id(seed, f), 'pageId', page.id,
        'blockId', (select numbers ->> (a ->> 'n') from jsonb_array_elements(content -> 'attachments') a where a ->> 'id' = f::text))), '[]'),
        page.space_id)
      from unnest(files) f),
    'leftOut', work.left_out_of_template(content, copies, with_files));
end
$$;

-- The files that a template keeps. One that was saved before templates kept any names those of the page that it was.
create function work.template_files(template work.templates, named uuid[]) returns setof uuid
language sql stable set search_path = '' as $$
  select a.id from work.attachments a
  where a.status = 'CONFIRMED' and (a.template_id = template.id
    or (not template.content ? 'attachments' and a.id = any (named) and a.space_id = template.space_id))
  order by a.created_at, a.id
$$;

-- Databases and files that a template's blocks show and the page has no copies of: its blocks name the originals.
create function work.left_out_of_template(content jsonb, copies jsonb, with_files boolean) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(distinct work.left_out(s.kind, s.id::uuid, null, case
    when s.kind = 'ATTACHMENT' and not with_files then 'No storage for attachments is configured'
    else 'The template does not keep it: the block shows the original' end)), '[]')
  from (
    select 'DATABASE' as kind, b #>> '{content,databaseId}' as id from jsonb_array_elements(content -> 'blocks') b
    union all
    select 'ATTACHMENT', b #>> '{content,attachmentId}' from jsonb_array_elements(content -> 'blocks') b
  ) s where s.id is not null and not copies ? s.id
$$;

do $$
declare
  name regprocedure;
begin
  for name in
    select p.oid from pg_proc p where p.pronamespace = 'work'::regnamespace and p.proname in (
      'copy_id', 'id_pattern', 'named_ids', 'follow_address', 'follow_copies', 'copies_of', 'left_out', 'snapshot_databases',
      'snapshot_ids', 'copy_cells', 'put_databases', 'is_copying', 'copy_attachments', 'files_to_copy', 'left_out_of',
      'duplicate_page', 'copy_pages', 'save_page_as_template', 'put_template', 'template_blocks', 'create_page_from_template',
      'fill_from_template', 'template_files', 'left_out_of_template')
  loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to authenticated, service_role', name);
  end loop;
end
$$;
