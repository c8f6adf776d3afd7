-- What a block may hold, by its type, and where it may stand: what the gateway checks of every content, in the database.

-- These are asked of each block that is written. What PostgreSQL has no plan to make for is a fraction of the time: a check
-- here is an expression of plpgsql where it can be, and no statement.

create function work.is_short_text(value jsonb, longest int, may_be_blank boolean default true) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(value) is distinct from 'string' then
    return case when value is not null then false end;
  end if;
  -- A character has at most two code units.
  return (2 * length(value #>> '{}') <= longest or work.utf16_length(value #>> '{}') <= longest)
    and (may_be_blank or value #>> '{}' ~ '[^[:space:]]');
end
$$;

-- `schemes`: a pattern for the beginning.
create function work.is_address(value jsonb, schemes text) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return work.is_short_text(value, 2048) and value #>> '{}' ~* schemes and value #>> '{}' !~ '[[:space:][:cntrl:]]';
end
$$;

-- Whoever compares ids of a content reads them in either case.
create function work.is_id(value jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return jsonb_typeof(value) = 'string' and value #>> '{}' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
end
$$;

-- `units`: how many code units the text has.
create function work.is_mark(mark jsonb, units int) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(mark) <> 'object' or jsonb_typeof(mark -> 'from') is distinct from 'number'
    or jsonb_typeof(mark -> 'to') is distinct from 'number' then
    return false;
  elsif mark ->> 'from' !~ '^\d{1,6}$' or mark ->> 'to' !~ '^\d{1,6}$' then
    return false;
  elsif (mark ->> 'from')::int >= (mark ->> 'to')::int or (mark ->> 'to')::int > units then
    return false;
  elsif mark -> 'type' = '"link"' then
    return mark - '{type,from,to,href}'::text[] = '{}' and coalesce(work.is_address(mark -> 'href', '^(https?|mailto|tel):'), false);
  end if;
  return mark - '{type,from,to}'::text[] = '{}'
    and coalesce(mark -> 'type' in ('"bold"', '"italic"', '"underline"', '"strike"', '"code"'), false);
end
$$;

-- Within the text, between its characters, and no two of one type over the same ones.
create function work.are_marks(marks jsonb, words text) returns boolean
language plpgsql immutable set search_path = '' as $$
declare
  units int := work.utf16_length(words);
  count int := case when jsonb_typeof(marks) = 'array' then jsonb_array_length(marks) else 1001 end;
begin
  if count > 1000 then
    return false;
  end if;
  for n in 0 .. count - 1 loop
    if not work.is_mark(marks -> n, units) then
      return false;
    end if;
    if units > length(words) then
      if work.utf16_characters(words, (marks -> n ->> 'from')::int) is null
        or work.utf16_characters(words, (marks -> n ->> 'to')::int) is null then
        return false;
      end if;
    end if;
  end loop;
  if count < 2 then
    return true;
  end if;
  return not exists (
    select from (
      select (m ->> 'from')::int as begins, max((m ->> 'to')::int) over (
        partition by m ->> 'type' order by (m ->> 'from')::int, n rows between unbounded preceding and 1 preceding) as past
      from jsonb_array_elements(marks) with ordinality as e (m, n)
    ) s where s.begins < s.past
  );
end
$$;

-- {"text", "marks"?}, and what else its type has.
create function work.is_rich_text(value jsonb, own text[] default '{}') returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return jsonb_typeof(value) = 'object' and value - ('{text,marks}'::text[] || own) = '{}'
    and coalesce(work.is_short_text(value -> 'text', 20000), false)
    and (value -> 'marks' is null or work.are_marks(value -> 'marks', value ->> 'text'));
end
$$;

create function work.is_table_row(value jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(value) <> 'array' or jsonb_array_length(value) > 50 then
    return false;
  end if;
  return not exists (
    select from jsonb_array_elements(value) cell
    where not coalesce(work.is_short_text(cell, 5000), false) and not work.is_rich_text(cell));
end
$$;

create function work.is_table(content jsonb) returns boolean
language plpgsql immutable set search_path = '' as $$
declare
  rows jsonb := content -> 'rows';
begin
  if content - '{header,rows}'::text[] <> '{}' or jsonb_typeof(rows) is distinct from 'array' then
    return false;
  elsif jsonb_array_length(rows) > 500 then
    return false;
  elsif content ? 'header' then
    rows := jsonb_build_array(content -> 'header') || rows;
  end if;
  if exists (select from jsonb_array_elements(rows) r where not work.is_table_row(r)) then
    return false;
  end if;
  return (select count(distinct jsonb_array_length(r)) <= 1 from jsonb_array_elements(rows) r);
end
$$;

-- What the content of a block of a type has to be; null where it fits.
create function work.content_problem(type text, content jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  fits boolean;
  wanted text := 'a "text" of at most 20000 characters, and where wanted "marks" within it';
begin
  if jsonb_typeof(content) is distinct from 'object' then
    return 'an object';
  elsif octet_length(content::text) > 262144 then
    return 'at most 262144 bytes as JSON';
  end if;
  case type
    when 'TO_DO' then
      fits := jsonb_typeof(content -> 'checked') = 'boolean' and work.is_rich_text(content, '{checked}');
      wanted := wanted || ', and "checked", true or false';
    when 'CALLOUT' then
      fits := work.is_rich_text(content, '{icon}') and (content -> 'icon' is null or work.is_short_text(content -> 'icon', 32, false));
      wanted := wanted || ', and an "icon" of at most 32 characters';
    when 'CODE' then
      fits := content - '{text,language}'::text[] = '{}' and work.is_short_text(content -> 'text', 20000)
        and (content -> 'language' is null or work.is_short_text(content -> 'language', 50, false));
      wanted := 'a "text" of at most 20000 characters, and where wanted a "language"';
    when 'DIVIDER' then
      fits := content = '{}';
      wanted := 'nothing in it';
    when 'IMAGE' then
      fits := content - '{attachmentId,url,alt,caption}'::text[] = '{}' and num_nonnulls(content -> 'attachmentId', content -> 'url') = 1
        and (content -> 'attachmentId' is null or work.is_id(content -> 'attachmentId'))
        and (content -> 'url' is null or work.is_address(content -> 'url', '^https:'))
        and (content -> 'alt' is null or work.is_short_text(content -> 'alt', 1000))
        and (content -> 'caption' is null or work.is_rich_text(content -> 'caption'));
      wanted := 'an "attachmentId" or a "url" that begins with https:, and where wanted an "alt" and a "caption"';
    when 'FILE' then
      fits := content - '{attachmentId,name,caption}'::text[] = '{}' and work.is_id(content -> 'attachmentId')
        and (content -> 'name' is null or work.is_short_text(content -> 'name', 255, false))
        and (content -> 'caption' is null or work.is_rich_text(content -> 'caption'));
      wanted := 'an "attachmentId", and where wanted a "name" and a "caption"';
    when 'BOOKMARK' then
      fits := content - '{url,title,description}'::text[] = '{}' and work.is_address(content -> 'url', '^https?:')
        and (content -> 'title' is null or work.is_short_text(content -> 'title', 500))
        and (content -> 'description' is null or work.is_short_text(content -> 'description', 2000));
      wanted := 'a "url" that begins with https: or http:, and where wanted a "title" and a "description"';
    when 'TABLE' then
      fits := work.is_table(content);
      wanted := '"rows" with as many cells in each, at most 500 rows of 50, and where wanted a "header"';
    when 'PAGE_EMBED' then
      fits := content - 'pageId' = '{}' and work.is_id(content -> 'pageId');
      wanted := 'a "pageId"';
    when 'DATABASE_VIEW' then
      fits := content - '{databaseId,title,view}'::text[] = '{}' and work.is_id(content -> 'databaseId')
        and (content -> 'title' is null or work.is_short_text(content -> 'title', 500))
        and (content -> 'view' is null or content -> 'view' in ('"table"', '"board"', '"list"', '"calendar"'));
      wanted := 'a "databaseId", and where wanted a "title" and a "view": table, board, list or calendar';
    when 'ODOO_RECORD' then
      fits := content - '{model,id,label}'::text[] = '{}' and jsonb_typeof(content -> 'model') = 'string'
        and content ->> 'model' ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$'
        and jsonb_typeof(content -> 'id') = 'number' and content ->> 'id' ~ '^[1-9]\d{0,15}$'
        and (content -> 'label' is null or work.is_short_text(content -> 'label', 500));
      wanted := 'a "model" such as res.partner and an "id" from 1, and where wanted a "label"';
    else
      fits := work.is_rich_text(content);
  end case;
  return case when fits is not true then wanted end;
end
$$;

-- The content of a block for which none was given: an empty text, an empty table.
create function work.empty_content(type text) returns jsonb
language sql immutable set search_path = '' as $$
  select case when type = 'TO_DO' then '{"text": "", "checked": false}'::jsonb
    when work.holds_text(type) then '{"text": ""}' when type = 'TABLE' then '{"rows": []}' else '{}' end
$$;

-- The nearest content that fits the type, for one that does not; null where there is none.
create function work.mended_content(type text, content jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case when work.holds_text(type) then work.empty_content(type) || jsonb_build_object('text', left(case
    when content = 'null' then '' when jsonb_typeof(content) = 'string' then content #>> '{}'
    when jsonb_typeof(content -> 'text') = 'string' then content ->> 'text' else content::text end, 9000)) end
$$;

-- Contents from before this was checked: a scalar or a list hid its whole page from its readers. What has a text keeps it as
-- a plain one; of any other block what it held becomes the text of a paragraph.
update work.blocks b set type = case when work.holds_text(b.type) then b.type else 'PARAGRAPH' end,
  content = coalesce(work.mended_content(b.type, b.content), work.mended_content('PARAGRAPH', b.content))
where work.content_problem(b.type, b.content) is not null and b.content <> '{}';
update work.blocks b set content = work.empty_content(b.type) where b.content = '{}' and work.empty_content(b.type) <> '{}';
alter table work.blocks add constraint blocks_content_object check (jsonb_typeof(content) = 'object');

create function work.fill_content() returns trigger
language plpgsql set search_path = '' as $$
begin
  if row_security_active(tg_relid) or current_user = 'service_role' then
    new.content := work.empty_content(new.type);
  end if;
  return new;
end
$$;
create trigger a_fill_content before insert on work.blocks for each row
  when (new.content is null or new.content = '{}') execute function work.fill_content();

-- Where blocks stand: inside one that takes children, not inside themselves, at most 20 deep. `with_height`: what stands
-- inside them comes along.
create function work.check_block_places(ids uuid[], with_height boolean) returns void
language plpgsql stable set search_path = '' as $$
declare
  fault record;
begin
  select p.type into fault from work.blocks b join work.blocks p on p.id = b.parent_id
  where b.id = any (ids) and not work.takes_children(p.type) limit 1;
  if found then
    perform work.refuse('TP400', format('A block of type %s takes no children', fault.type), '{"argument": "parent_id"}');
  end if;
  with recursive above as (
    select b.id as leaf, b.parent_id, 1 as depth from work.blocks b where b.id = any (ids) and b.parent_id is not null
    union all
    select a.leaf, b.parent_id, a.depth + 1 from above a join work.blocks b on b.id = a.parent_id where a.depth <= 20
  )
  select a.leaf, bool_or(a.parent_id = a.leaf) as is_circle into fault from above a group by a.leaf
  having max(a.depth) + case when with_height and not bool_or(a.parent_id = a.leaf) then work.block_height(a.leaf) - 1 else 0 end > 20
  limit 1;
  if fault.is_circle then
    perform work.refuse('TP400', 'A block cannot stand inside itself', '{"argument": "parent_id"}');
  elsif found then
    perform work.refuse('TP429', 'Blocks stand inside each other at most 20 levels deep', '{"argument": "parent_id"}');
  end if;
end
$$;

-- At most 10000 blocks on a page. How many the transaction has put on one is remembered: counting them for each of a list
-- of operations takes longer than the operations.
create function work.check_block_count(page_id uuid, added int) returns void
language plpgsql set search_path = '' as $$
declare
  known text := coalesce(current_setting('work.block_count', true), '');
  count int := added + nullif(split_part(known, ' ', 2), '')::int;
begin
  if split_part(known, ' ', 1) <> page_id::text or count > 10000 then
    select count(*) into count from work.blocks b where b.page_id = check_block_count.page_id;
  end if;
  perform set_config('work.block_count', page_id || ' ' || count, true);
  if count > 10000 then
    perform work.refuse('TP429', 'A page has at most 10000 blocks: begin another page', '{"argument": "operations"}');
  end if;
end
$$;

create function work.refuse_content(type text, problem text) returns void
language plpgsql set search_path = '' as $$
begin
  perform work.refuse('TP400', format('The content of a block of type %s must have %s', type, problem), '{"argument": "content"}');
end
$$;

-- Before the constraint says it, in words that name no constraint.
create function work.refuse_scalar() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform work.refuse_content(new.type, work.content_problem(new.type, new.content));
  return new;
end
$$;
create trigger b_refuse_scalar before insert or update of content on work.blocks for each row
  when (jsonb_typeof(new.content) <> 'object') execute function work.refuse_scalar();

create function work.check_new_blocks() returns trigger
language plpgsql set search_path = '' as $$
begin
  if row_security_active(tg_relid) or current_user = 'service_role' then
    perform work.refuse_content(c.type, work.content_problem(c.type, c.content)) from changed c
    where work.content_problem(c.type, c.content) is not null limit 1;
    perform work.check_block_places(array_agg(c.id), false) from changed c where c.parent_id is not null having count(*) > 0;
    perform work.check_block_count(n.page_id, n.added) from (select c.page_id, count(*)::int as added from changed c group by 1) n;
  end if;
  return null;
end
$$;

create function work.check_changed_blocks() returns trigger
language plpgsql set search_path = '' as $$
declare
  childless record;
begin
  if row_security_active(tg_relid) or current_user = 'service_role' then
    perform work.refuse_content(c.type, work.content_problem(c.type, c.content)) from changed c join before b on b.id = c.id
    where row(c.type, c.content) is distinct from row(b.type, b.content) and work.content_problem(c.type, c.content) is not null
    limit 1;
    select c.type into childless from changed c join before b on b.id = c.id
    where c.type <> b.type and not work.takes_children(c.type) and exists (select from work.blocks i where i.inside_id = c.id) limit 1;
    if found then
      perform work.refuse('TP409', format('A block of type %s takes no children: move or delete them first', childless.type),
        '{"argument": "type"}');
    end if;
    perform work.check_block_places(array_agg(c.id), true) from changed c join before b on b.id = c.id
    where c.parent_id is distinct from b.parent_id having count(*) > 0;
  end if;
  return null;
end
$$;
create trigger refuse_new_blocks after insert on work.blocks referencing new table as changed
  for each statement execute function work.check_new_blocks();
create trigger refuse_changed_blocks after update on work.blocks referencing old table as before new table as changed
  for each statement execute function work.check_changed_blocks();

-- Templates -------------------------------------------------------------------------------------------------------

-- {"title", "pageId", "blocks": [{"n", "in", "rank", "type", "content", "id"}], "databases", "attachments": [{"id", "n"}]}: what
-- a page is made of; null where it can be.
create function work.template_problem(content jsonb) returns text
language plpgsql set search_path = '' as $$
declare
  blocks jsonb := content -> 'blocks';
  problem text;
begin
  if jsonb_typeof(coalesce(content -> 'title', '""')) <> 'string' then
    return 'a text as its "title"';
  elsif jsonb_typeof(coalesce(blocks, '[]')) <> 'array' then
    return 'a list as its "blocks"';
  elsif jsonb_array_length(coalesce(blocks, '[]')) > 5000 then
    return 'at most 5000 blocks';
  elsif exists (
    select from jsonb_array_elements(blocks) b
    where jsonb_typeof(b) <> 'object' or coalesce(b ->> 'n', '') !~ '^\d{1,9}$' or coalesce(b ->> 'in', '0') !~ '^\d{1,9}$'
      or not coalesce(work.is_rank(b ->> 'rank'), false) or coalesce(b ->> 'type', '') !~ '^[A-Z_0-9]+$'
  ) then
    return 'blocks that have a number "n", the number "in" of the one that they stand in or null, a "rank" and a "type"';
  elsif exists (select from jsonb_array_elements(blocks) b group by (b ->> 'n')::int having count(*) > 1) then
    return 'blocks that have different numbers';
  end if;
  select format('in a block of type %s %s', b ->> 'type', work.content_problem(b ->> 'type', b -> 'content')) into problem
  from jsonb_array_elements(blocks) b where work.content_problem(b ->> 'type', b -> 'content') is not null limit 1;
  if problem is not null then
    return problem;
  elsif content ? 'pageId' and not work.is_id(content -> 'pageId') or exists (
    select from jsonb_array_elements(blocks) b where b ? 'id' group by b -> 'id' having count(*) > 1 or not coalesce(work.is_id(b -> 'id'), false)
  ) then
    return 'uuids where it names the page and the blocks that it is from, each once';
  elsif jsonb_typeof(coalesce(content -> 'attachments', '[]')) <> 'array' or exists (
    select from jsonb_array_elements(coalesce(content -> 'attachments', '[]')) a
    where jsonb_typeof(a) <> 'object' or not coalesce(work.is_id(a -> 'id'), false) or coalesce(a ->> 'n', '0') !~ '^\d{1,9}$'
  ) then
    return 'a list as its "attachments", each with its "id" and the number "n" of its block or null';
  end if;
  return coalesce(work.snapshot_problem(coalesce(content -> 'databases', '[]')), work.template_tree_problem(blocks));
end
$$;

-- What is wrong with databases as work.snapshot_databases has them; null where they can be made.
create function work.snapshot_problem(databases jsonb) returns text
language plpgsql set search_path = '' as $$
declare
  problem text;
begin
  if jsonb_typeof(databases) <> 'array' or exists (
    select from jsonb_array_elements(databases) d
    where jsonb_typeof(d) <> 'object' or not coalesce(work.is_id(d -> 'id'), false)
      or not coalesce(work.is_short_text(d -> 'title', 500, false), false)
      or jsonb_typeof(d -> 'columns') is distinct from 'array' or jsonb_typeof(d -> 'rows') is distinct from 'array'
      or jsonb_typeof(coalesce(d -> 'isArchived', 'false')) <> 'boolean'
  ) then
    return 'a list as its "databases", each with an "id", a "title" of 1 to 500 characters, "columns" and "rows"';
  elsif exists (
    select from jsonb_array_elements(databases) d, jsonb_array_elements(d -> 'columns') c
    where jsonb_typeof(c) <> 'object' or not coalesce(work.is_short_text(c -> 'name', 200, false), false)
      or not coalesce(work.is_rank(c ->> 'rank'), false) or jsonb_typeof(c -> 'options') is distinct from 'object'
      or not coalesce(c ->> 'type' in ('TEXT', 'NUMBER', 'SELECT', 'MULTI_SELECT', 'STATUS', 'DATE', 'PERSON', 'CHECKBOX', 'URL',
        'EMAIL', 'RELATION', 'ODOO_RECORD'), false)
  ) then
    return 'columns that have a "name", a "type", "options" and a "rank"';
  elsif exists (
    select from jsonb_array_elements(databases) d, jsonb_array_elements(d -> 'rows') r
    where jsonb_typeof(r) <> 'object' or not coalesce(work.is_id(r -> 'id'), false)
      or not coalesce(work.is_rank(r ->> 'rank'), false) or jsonb_typeof(r -> 'data') is distinct from 'object'
  ) then
    return 'rows that have an "id", a "rank" and "data"';
  elsif exists (
    select from jsonb_array_elements(databases) d, jsonb_array_elements(d -> 'columns') c
    group by d ->> 'id', c ->> 'name' having count(*) > 1
  ) or exists (
    select from jsonb_array_elements(databases) d group by d ->> 'id' having count(*) > 1
  ) or exists (
    select from jsonb_array_elements(databases) d, jsonb_array_elements(d -> 'rows') r group by r ->> 'id' having count(*) > 1
  ) then
    return 'columns of different names, and databases and rows of different ids';
  end if;
  select work.snapshot_cells_problem(d) into problem from jsonb_array_elements(databases) d
  where work.snapshot_cells_problem(d) is not null limit 1;
  return problem;
end
$$;

create function work.snapshot_cells_problem(database jsonb) returns text
language plpgsql set search_path = '' as $$
declare
  col record;
  problem text;
  names text[] := array(select c ->> 'name' from jsonb_array_elements(database -> 'columns') c);
begin
  if cardinality(names) > 100 or exists (
    select from jsonb_array_elements(database -> 'rows') r where (r -> 'data') - names <> '{}'
  ) then
    return 'rows whose values are of the columns, of which a database has at most 100';
  end if;
  for col in select c ->> 'name' as name, c ->> 'type' as type, c -> 'options' as options from jsonb_array_elements(database -> 'columns') c loop
    -- What it is related to may be gone, as in any copy.
    perform set_config('work.copying', 'on', true);
    perform work.check_column_options(col.type, col.options);
    perform set_config('work.copying', '', true);
    select case when v.value is null then 'given: it is required' else work.cell_problem(v.value, col.type, col.options) end into problem
    from jsonb_array_elements(database -> 'rows') r
    cross join lateral (select work.normal_cell(r -> 'data' -> col.name, col.type) as value offset 0) v
    where case when v.value is null then coalesce((col.options ->> 'required')::boolean, false)
      else work.cell_problem(v.value, col.type, col.options) is not null end limit 1;
    if problem is not null then
      return format('in column %s values that are %s', to_json(col.name), problem);
    end if;
  end loop;
  return null;
exception when sqlstate 'TP400' then
  return format('columns that can be: %s', sqlerrm);
end
$$;

create function work.template_tree_problem(blocks jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  known text[] := '{PARAGRAPH,HEADING_1,HEADING_2,HEADING_3,BULLETED_LIST_ITEM,NUMBERED_LIST_ITEM,TO_DO,TOGGLE,QUOTE,CALLOUT,CODE,DIVIDER,IMAGE,FILE,BOOKMARK,TABLE,PAGE_EMBED,DATABASE_VIEW,ODOO_RECORD}';
begin
  if exists (select from jsonb_array_elements(blocks) b where b ->> 'type' <> all (known)) then
    return 'blocks of types that there are';
  elsif exists (
    with one as materialized (
      select b ->> 'n' as n, b ->> 'in' as above, b ->> 'type' as type from jsonb_array_elements(blocks) b
    )
    select from one c left join one p on p.n = c.above
    where c.above is not null and not coalesce(work.takes_children(p.type), false)
  ) then
    return 'blocks that stand in ones that take children';
  elsif exists (
    with recursive one as materialized (
      select b ->> 'n' as n, b ->> 'in' as above from jsonb_array_elements(blocks) b
    ), tree as (
      select o.n, 1 as depth from one o where o.above is null
      union all
      select o.n, t.depth + 1 from tree t join one o on o.above = t.n where t.depth <= 20
    )
    select from tree having count(*) < jsonb_array_length(coalesce(blocks, '[]')) or max(depth) > 20
  ) then
    return 'blocks that stand in each other at most 20 levels deep, and not in themselves';
  end if;
  return null;
end
$$;

create function work.check_template() returns trigger
language plpgsql set search_path = '' as $$
declare
  problem text := work.template_problem(new.content);
begin
  if problem is not null and (row_security_active(tg_relid) or current_user = 'service_role') then
    perform work.refuse('TP400', 'The content of a template must have ' || problem, '{"argument": "content"}');
  end if;
  return null;
end
$$;

-- Templates from before this was checked: what no page could be made from is kept beside the blocks, as "was".
update work.templates t set content = jsonb_build_object('title', t.name, 'blocks', '[]'::jsonb, 'was', t.content)
where work.template_problem(t.content) is not null;

create trigger check_template_insert after insert on work.templates for each row execute function work.check_template();
create trigger check_template_update after update on work.templates for each row
  when (new.content <> old.content) execute function work.check_template();

do $$
declare
  name regprocedure;
begin
  for name in
    select p.oid from pg_proc p where p.pronamespace = 'work'::regnamespace and p.proname in (
      'is_short_text', 'is_address', 'is_id', 'is_mark', 'are_marks', 'is_rich_text', 'is_table_row', 'is_table',
      'content_problem', 'empty_content', 'check_block_places', 'check_block_count', 'refuse_content', 'template_problem',
      'template_tree_problem', 'snapshot_problem', 'snapshot_cells_problem')
  loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to authenticated, service_role', name);
  end loop;
end
$$;
drop function work.mended_content(text, jsonb);
revoke execute on function work.fill_content(), work.refuse_scalar(), work.check_new_blocks(), work.check_changed_blocks(), work.check_template()
  from public;
