-- The blocks of a page: a list of operations, applied in order and all or none, by work.apply_block_operations.
-- Every function runs as its caller, so that row-level security decides what it sees and changes.

-- A refusal that names the operation's field at fault, e.g. `operations.3.move.parentId`.
create function work.refuse_operation(state text, message text, argument text) returns void
language plpgsql set search_path = '' as $$
begin
  perform work.refuse(state, message, jsonb_build_object('argument', argument));
end
$$;

-- What a block stands inside: another block, or its page. A column, because row-level security lets no index be asked for
-- an expression by coalesce, which it does not hold for leakproof.
alter table work.blocks add column inside_id uuid not null generated always as (coalesce(parent_id, page_id)) stored;
create index blocks_inside on work.blocks (inside_id, rank, id);

-- What a browser would execute is kept out whoever writes: what else a content may be, the gateway checks.
alter table work.blocks add constraint blocks_addresses check (
  not jsonb_path_exists(content, '$.**.href ? (!(@ like_regex "^(https?|mailto|tel):" flag "i"))')
  and not jsonb_path_exists(content, '$.**.url ? (!(@ like_regex "^https?:" flag "i"))'));

-- Kinds of block ------------------------------------------------------------------------------------------------

-- Text that may fold, indent or frame other blocks.
create function work.takes_children(type text) returns boolean
language sql immutable set search_path = '' as $$
  select type in ('PARAGRAPH', 'BULLETED_LIST_ITEM', 'NUMBERED_LIST_ITEM', 'TO_DO', 'TOGGLE', 'QUOTE', 'CALLOUT')
$$;

-- Kinds whose content has a `text`, and so can be split and merged.
create function work.holds_text(type text) returns boolean
language sql immutable set search_path = '' as $$
  select work.takes_children(type) or type in ('HEADING_1', 'HEADING_2', 'HEADING_3', 'CODE')
$$;

-- Rich text: {"text", "marks": [{"type", "from", "to", "href"}]} with offsets in UTF-16 code units ----------------

create function work.utf16_length(value text) returns int
language sql immutable strict set search_path = '' as $$
  select length(value) + case
    when octet_length(value) = length(value) then 0
    else length(regexp_replace(value, '[^\U00010000-\U0010FFFF]', '', 'g')) end
$$;

-- How many characters take up as many code units; null within a character and past the end.
create function work.utf16_characters(value text, units int) returns int
language plpgsql immutable strict set search_path = '' as $$
declare
  characters int := units;
  excess int;
begin
  if units < 0 or units > work.utf16_length(value) then
    return null;
  end if;
  loop
    excess := work.utf16_length(left(value, characters)) - units;
    if excess <= 0 then
      return case when excess = 0 then characters end;
    end if;
    -- A character has at most two code units: never too far back.
    characters := characters - (excess + 1) / 2;
  end loop;
end
$$;

-- A content with other text and marks; none where there are none.
create function work.with_text(content jsonb, value text, marks jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select content - 'marks' || jsonb_build_object('text', value)
    || case when jsonb_array_length(coalesce(marks, '[]')) = 0 then '{}' else jsonb_build_object('marks', marks) end
$$;

-- The first and the second part of a text, each with its part of the marks; null where the offset splits a character.
create function work.split_text(content jsonb, units int) returns jsonb[]
language plpgsql immutable set search_path = '' as $$
declare
  value text := coalesce(content ->> 'text', '');
  characters int := work.utf16_characters(value, units);
  marks jsonb := coalesce(content -> 'marks', '[]');
begin
  if characters is null then
    return null;
  end if;
  return array[
    work.with_text(content, left(value, characters), (
      select jsonb_agg(m.mark || jsonb_build_object('to', least((m.mark ->> 'to')::int, units)) order by m.n)
      from jsonb_array_elements(marks) with ordinality m (mark, n) where (m.mark ->> 'from')::int < units)),
    work.with_text(content, substr(value, characters + 1), (
      select jsonb_agg(m.mark || jsonb_build_object(
        'from', greatest((m.mark ->> 'from')::int - units, 0), 'to', (m.mark ->> 'to')::int - units) order by m.n)
      from jsonb_array_elements(marks) with ordinality m (mark, n) where (m.mark ->> 'to')::int > units))
  ];
end
$$;

-- The first content with the second's text after its own. Marks that meet at the seam become one, as before a split.
create function work.join_text(content jsonb, added jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  with seam as (
    select work.utf16_length(coalesce(content ->> 'text', '')) as at
  ), before as (
    select m.n, m.mark, m.mark - 'from' - 'to' as kind, (m.mark ->> 'to')::int = seam.at as meets
    from seam, jsonb_array_elements(coalesce(content -> 'marks', '[]')) with ordinality m (mark, n)
  ), after as (
    select m.n, m.mark - 'from' - 'to' as kind, (m.mark ->> 'from')::int = 0 as meets,
      m.mark || jsonb_build_object('from', (m.mark ->> 'from')::int + seam.at, 'to', (m.mark ->> 'to')::int + seam.at) as mark
    from seam, jsonb_array_elements(coalesce(added -> 'marks', '[]')) with ordinality m (mark, n)
  ), joined as (
    select 1 as side, b.n, case when a.mark is null then b.mark else b.mark || jsonb_build_object('to', a.mark -> 'to') end as mark
    from before b left join after a on a.meets and b.meets and a.kind = b.kind
    union all
    select 2, a.n, a.mark from after a
    where not (a.meets and exists (select from before b where b.meets and b.kind = a.kind))
  )
  select work.with_text(content, coalesce(content ->> 'text', '') || coalesce(added ->> 'text', ''),
    (select jsonb_agg(mark order by side, n) from joined))
$$;

-- The tree ------------------------------------------------------------------------------------------------------
--
-- `lateral (… offset 0)`: each step asks the index. As a join, the planner takes each level for thousands of blocks, and
-- reads the table.

-- A block and all that stands inside it.
create function work.block_subtree(block_id uuid) returns setof uuid
language sql stable set search_path = '' as $$
  with recursive inside as (
    select block_id as id
    union all
    select b.id from inside cross join lateral (
      select b.id from work.blocks b where b.inside_id = inside.id offset 0) b
  )
  select id from inside
$$;

-- Levels that a block and what stands inside it take.
create function work.block_height(block_id uuid) returns int
language sql stable set search_path = '' as $$
  with recursive inside as (
    select block_id as id, 1 as height
    union all
    select b.id, inside.height + 1 from inside cross join lateral (
      select b.id from work.blocks b where b.inside_id = inside.id offset 0) b
  )
  select max(height) from inside
$$;

-- A block and those that it stands inside, up to the top of its page.
create function work.block_ancestors(block_id uuid) returns setof uuid
language sql stable set search_path = '' as $$
  with recursive above as (
    select b.id, b.parent_id from work.blocks b where b.id = block_id
    union all
    select b.id, b.parent_id from above cross join lateral (
      select b.id, b.parent_id from work.blocks b where b.id = above.parent_id offset 0) b
  )
  select id from above
$$;

-- The block of this page that an operation names. A block that is hidden, elsewhere or nowhere reads the same.
create function work.named_block(page_id uuid, operation jsonb, field text) returns work.blocks
language plpgsql stable set search_path = '' as $$
declare
  named work.blocks;
begin
  select b.* into named from work.blocks b
  where b.id = (operation ->> field)::uuid and b.page_id = named_block.page_id;
  if named.id is null then
    perform work.refuse_operation('TP404', format('There is no block %s on this page', operation ->> field),
      concat(operation ->> 'path', '.', field));
  end if;
  return named;
end
$$;

-- Refuses a place below a parent that takes no children, is inside the block itself, or lies too deep.
create function work.check_parent(parent work.blocks, block_id uuid, height int, path text) returns void
language plpgsql stable set search_path = '' as $$
declare
  ancestors uuid[];
begin
  if parent.id is null then
    ancestors := '{}';
  elsif not work.takes_children(parent.type) then
    perform work.refuse_operation('TP400', format('A block of type %s takes no children', parent.type), path);
  else
    ancestors := array(select work.block_ancestors(parent.id));
  end if;
  if block_id = any(ancestors) then
    perform work.refuse_operation('TP409', 'A block cannot stand inside itself', path);
  elsif cardinality(ancestors) + height > 20 then
    perform work.refuse_operation('TP429', 'Blocks stand inside each other at most 20 levels deep', path);
  end if;
end
$$;

-- Order: fractional indexes among siblings, see work.rank_between --------------------------------------------------

-- Keys all siblings anew in the order they have, which is no change of theirs.
create function work.rebalance_siblings(parent_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform set_config('work.rebalancing', 'on', true);
  update work.blocks b set rank = anew.rank
  from (
    select s.id, work.rank_at(row_number() over (order by s.rank, s.id)::int - 1) as rank
    from work.blocks s where s.inside_id = rebalance_siblings.parent_id
  ) anew
  where b.id = anew.id and b.rank <> anew.rank;
  perform set_config('work.rebalancing', '', true);
end
$$;

-- A rank just after or just before an anchor; null where it needs a rebalance. Without an anchor, "before" is before the
-- end of the list, and "after" is after its beginning. The block that is moved does not count as a sibling of itself.
create function work.free_rank(parent_id uuid, anchor_id uuid, is_before boolean, block_id uuid) returns text
language plpgsql stable set search_path = '' as $$
declare
  anchor text := (select b.rank from work.blocks b where b.id = anchor_id);
  -- Beyond every key, so that the index finds the neighbour also where there is no anchor.
  edge text := coalesce(anchor, case when is_before then chr(1114111) else '' end);
  edge_id uuid := coalesce(anchor_id, '00000000-0000-0000-0000-000000000000');
  neighbour text;
  rank text;
begin
  if is_before then
    select s.rank into neighbour from work.blocks s
    where s.inside_id = free_rank.parent_id and (s.rank, s.id) < (edge, edge_id)
      and s.id is distinct from block_id
    order by s.rank desc, s.id desc limit 1;
    rank := work.rank_between(neighbour, anchor);
  else
    select s.rank into neighbour from work.blocks s
    where s.inside_id = free_rank.parent_id and (s.rank, s.id) > (edge, edge_id)
      and s.id is distinct from block_id
    order by s.rank, s.id limit 1;
    rank := work.rank_between(anchor, neighbour);
  end if;
  return case when length(rank) <= work.max_rank_length() then rank end;
end
$$;

create function work.rank_beside(parent_id uuid, anchor_id uuid, is_before boolean, block_id uuid) returns text
language plpgsql set search_path = '' as $$
declare
  rank text := work.free_rank(parent_id, anchor_id, is_before, block_id);
begin
  if rank is null then
    perform work.rebalance_siblings(parent_id);
    rank := work.free_rank(parent_id, anchor_id, is_before, block_id);
  end if;
  return rank;
end
$$;

-- Where an operation puts a block: `afterId` or `beforeId` of a sibling, else `at` FIRST or LAST inside `parentId`.
create function work.find_place(
  page_id uuid, operation jsonb, block_id uuid, height int, out parent_id uuid, out rank text
) language plpgsql set search_path = '' as $$
declare
  path text := operation ->> 'path';
  field text := case when operation ->> 'afterId' is not null then 'afterId'
    when operation ->> 'beforeId' is not null then 'beforeId' end;
  anchor work.blocks;
  parent work.blocks;
begin
  if field = 'afterId' and operation ->> 'beforeId' is not null or field is not null and operation ->> 'at' is not null then
    perform work.refuse_operation('TP400', 'Give one of "afterId", "beforeId" and "at"', path);
  end if;
  if operation ->> 'parentId' is not null then
    parent := work.named_block(page_id, operation, 'parentId');
  end if;
  if field is not null then
    anchor := work.named_block(page_id, operation, field);
    if anchor.id = block_id then
      perform work.refuse_operation('TP400', 'A block cannot stand beside itself', path || '.' || field);
    elsif parent.id <> anchor.parent_id or parent.id is not null and anchor.parent_id is null then
      perform work.refuse_operation('TP409', format('Block %s does not stand inside block %s', anchor.id, parent.id),
        path || '.' || field);
    elsif anchor.parent_id is not null then
      select b.* into parent from work.blocks b where b.id = anchor.parent_id;
    end if;
  end if;
  perform work.check_parent(parent, block_id, height, path || '.' || case when field is null then 'parentId' else field end);
  parent_id := parent.id;
  rank := work.rank_beside(coalesce(parent.id, page_id), anchor.id,
    coalesce(field = 'beforeId', operation ->> 'at' is distinct from 'FIRST'), block_id);
end
$$;

-- The operations: each answers what it changed, as [{"id", "operation": INSERT | UPDATE | MOVE | DELETE}] ------------

create function work.block_changes(operation text, variadic ids uuid[]) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'operation', operation) order by n), '[]')
  from unnest(ids) with ordinality u (id, n)
$$;

create function work.check_content(type text, content jsonb, path text) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(content) is distinct from 'object' then
    perform work.refuse_operation('TP400', 'A content is an object', path || '.content');
  elsif octet_length(content::text) > 262144 then
    perform work.refuse_operation('TP429', 'A content has at most 262144 bytes as JSON', path || '.content');
  elsif work.holds_text(type) and work.utf16_length(content ->> 'text') > 20000 then
    perform work.refuse_operation('TP429', 'A text has at most 20000 characters', path || '.content');
  elsif jsonb_array_length(case when work.holds_text(type) then content -> 'marks' end) > 1000 then
    perform work.refuse_operation('TP429', 'A text has at most 1000 marks', path || '.content');
  end if;
end
$$;

-- Under the id that the client made, else a new one.
create function work.put_block(
  page work.pages, operation jsonb, parent_id uuid, rank text, type text, content jsonb
) returns jsonb language plpgsql set search_path = '' as $$
declare
  block_id uuid := coalesce((operation ->> 'id')::uuid, gen_random_uuid());
begin
  perform work.check_content(type, content, operation ->> 'path');
  insert into work.blocks (id, space_id, page_id, parent_id, rank, type, content)
  values (block_id, page.space_id, page.id, parent_id, rank, type, content)
  on conflict do nothing;
  if not found then
    perform work.refuse_operation('TP409', format('The id %s is taken: make another one', block_id), concat(operation ->> 'path', '.id'));
  end if;
  return work.block_changes('INSERT', block_id);
end
$$;

-- {"op": "insert", "id"?, "type", "content", place}
create function work.insert_block(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  place record;
begin
  place := work.find_place(page.id, operation, null, 1);
  return work.put_block(page, operation, place.parent_id, place.rank, operation ->> 'type', coalesce(operation -> 'content', '{}'));
end
$$;

-- {"op": "update", "blockId", "type", "content"}: the type and the whole content anew.
create function work.update_block(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  block work.blocks := work.named_block(page.id, operation, 'blockId');
  new_type text := operation ->> 'type';
begin
  perform work.check_content(new_type, operation -> 'content', operation ->> 'path');
  if not work.takes_children(new_type) and exists (select from work.blocks b where b.inside_id = block.id) then
    perform work.refuse_operation('TP409', format('A block of type %s takes no children: move or delete them first', new_type),
      concat(operation ->> 'path', '.type'));
  end if;
  update work.blocks b set type = new_type, content = operation -> 'content' where b.id = block.id;
  return work.block_changes('UPDATE', block.id);
end
$$;

-- {"op": "move", "blockId", place}: with all that stands inside it.
create function work.move_block(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  block work.blocks := work.named_block(page.id, operation, 'blockId');
  place record;
begin
  place := work.find_place(page.id, operation, block.id, work.block_height(block.id));
  update work.blocks b set parent_id = place.parent_id, rank = place.rank where b.id = block.id;
  return work.block_changes('MOVE', block.id);
end
$$;

-- {"op": "delete", "blockId"}: with all that stands inside it.
create function work.delete_block(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  block work.blocks := work.named_block(page.id, operation, 'blockId');
  gone uuid[] := array(select work.block_subtree(block.id));
begin
  delete from work.blocks b where b.id = any(gone);
  return work.block_changes('DELETE', variadic gone);
end
$$;

-- {"op": "split", "blockId", "offset", "id"?}: the text from the offset on becomes a block of its own, of the same type,
-- just after this one. What stands inside stays with the first part; a check box of the second is not checked.
create function work.split_block(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  block work.blocks := work.named_block(page.id, operation, 'blockId');
  path text := operation ->> 'path';
  parts jsonb[];
  added jsonb;
begin
  if not work.holds_text(block.type) then
    perform work.refuse_operation('TP400', format('A block of type %s has no text to split', block.type), path || '.blockId');
  end if;
  parts := work.split_text(block.content, (operation ->> 'offset')::int);
  if parts is null then
    perform work.refuse_operation('TP400', 'The offset is past the end of the text, or within a character', path || '.offset');
  end if;
  added := work.put_block(page, operation, block.parent_id,
    work.rank_beside(coalesce(block.parent_id, page.id), block.id, false, null), block.type,
    parts[2] || case when block.type = 'TO_DO' then '{"checked": false}' else '{}' end::jsonb);
  update work.blocks b set content = parts[1] where b.id = block.id;
  return work.block_changes('UPDATE', block.id) || added;
end
$$;

-- {"op": "merge", "blockId", "intoId"?}: the text goes to the end of another block, or of the sibling before, and what
-- stands inside it to the end of what stands inside that one.
create function work.merge_block(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  block work.blocks := work.named_block(page.id, operation, 'blockId');
  path text := operation ->> 'path';
  target work.blocks := work.merge_target(page, operation, block);
  joined jsonb := work.join_text(target.content, block.content - case when target.type = 'CODE' then 'marks' else '' end);
  children uuid[] := array(
    select b.id from work.blocks b where b.inside_id = block.id order by b.rank, b.id);
  child uuid;
begin
  perform work.check_content(target.type, joined, path);
  update work.blocks b set content = joined where b.id = target.id;
  if cardinality(children) > 0 then
    perform work.check_parent(target, block.id, work.block_height(block.id) - 1, path);
  end if;
  foreach child in array children loop
    update work.blocks b set parent_id = target.id,
      rank = work.rank_beside(target.id, null, true, child)
    where b.id = child;
  end loop;
  delete from work.blocks b where b.id = block.id;
  return work.block_changes('UPDATE', target.id) || work.block_changes('MOVE', variadic children)
    || work.block_changes('DELETE', block.id);
end
$$;

create function work.merge_target(page work.pages, operation jsonb, block work.blocks) returns work.blocks
language plpgsql stable set search_path = '' as $$
declare
  path text := operation ->> 'path';
  target work.blocks;
begin
  if operation ->> 'intoId' is not null then
    target := work.named_block(page.id, operation, 'intoId');
  else
    select b.* into target from work.blocks b
    where b.inside_id = coalesce(block.parent_id, page.id) and (b.rank, b.id) < (block.rank, block.id)
    order by b.rank desc, b.id desc limit 1;
  end if;
  if target.id is null then
    perform work.refuse_operation('TP409', 'There is no block before it to merge into: name one as "intoId"', path);
  elsif target.id in (select work.block_subtree(block.id)) then
    perform work.refuse_operation('TP409', 'A block cannot be merged into itself', path || '.intoId');
  elsif not (work.holds_text(block.type) and work.holds_text(target.type)) then
    perform work.refuse_operation('TP400', format('A block of type %s cannot be merged into one of type %s: both need a text',
      block.type, target.type), path);
  end if;
  return target;
end
$$;

create function work.apply_operation(page work.pages, operation jsonb) returns jsonb
language plpgsql set search_path = '' as $$
begin
  case operation ->> 'op'
    when 'insert' then return work.insert_block(page, operation);
    when 'update' then return work.update_block(page, operation);
    when 'move' then return work.move_block(page, operation);
    when 'delete' then return work.delete_block(page, operation);
    when 'split' then return work.split_block(page, operation);
    when 'merge' then return work.merge_block(page, operation);
    else perform work.refuse_operation('TP400', 'An operation is insert, update, move, delete, split or merge', operation ->> 'path');
  end case;
  return null;
end
$$;

-- Versions --------------------------------------------------------------------------------------------------------

-- Beside the last change of a block: the versions at which it came to the page, and was put elsewhere on it.
alter table work.page_changes add column inserted_version int, add column moved_version int;

-- SECURITY DEFINER: no viewer writes the notes. By name after note_insert and note_update, which make them.
create function work.note_block_places() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    update work.page_changes n set inserted_version = n.version
    from changed c where n.page_id = c.page_id and n.block_id = c.id;
  elsif not work.is_rebalancing() then
    update work.page_changes n set moved_version = n.version
    from changed c join before b on b.id = c.id
    where n.page_id = c.page_id and n.block_id = c.id and row(c.parent_id, c.rank) is distinct from row(b.parent_id, b.rank);
  end if;
  return null;
end
$$;
revoke execute on function work.note_block_places() from public;
create trigger note_insert_places after insert on work.blocks referencing new table as changed
  for each statement execute function work.note_block_places();
create trigger note_update_places after update on work.blocks referencing old table as before new table as changed
  for each statement execute function work.note_block_places();

-- What a list of operations came to: ids of the blocks that it left changed, and of those that it took away. What was
-- inserted and deleted again was never there.
create function work.net_changes(changes jsonb) returns table (block_id uuid, is_deleted boolean, n bigint)
language sql immutable set search_path = '' as $$
  select e.block_id, e.operations[cardinality(e.operations)] = 'DELETE', e.n
  from (
    select (c.change ->> 'id')::uuid as block_id, array_agg(c.change ->> 'operation' order by c.n) as operations, min(c.n) as n
    from jsonb_array_elements(changes) with ordinality c (change, n) group by 1
  ) e
  where not (e.operations[1] = 'INSERT' and e.operations[cardinality(e.operations)] = 'DELETE')
$$;

-- Blocks that operations change ("own") or place others beside or inside ("place"), before any of them is applied.
create function work.touched_blocks(operations jsonb) returns table (block_id uuid, role text)
language sql stable set search_path = '' as $$
  with o as (select operation from jsonb_array_elements(operations) o (operation))
  select (o.operation ->> field)::uuid, 'own' from o, unnest(array['blockId', 'intoId']) field
  union
  select (o.operation ->> field)::uuid, 'place' from o, unnest(array['parentId', 'afterId', 'beforeId']) field
  union
  select inside.id, 'own' from o, work.block_subtree((o.operation ->> 'blockId')::uuid) inside (id)
  where o.operation ->> 'op' = 'delete'
  union
  select b.id, 'place' from o cross join lateral (
    select b.id from work.blocks b where b.inside_id = (o.operation ->> 'blockId')::uuid offset 0) b
  where o.operation ->> 'op' = 'merge'
$$;

-- Refuses operations made for an older version where they meet what changed since: the block that one of them changes
-- was changed in any way, or the one it is placed beside or inside was moved or deleted. To merge into "the block
-- before" takes that nothing on the page has come, gone or moved.
create function work.refuse_overlap(page work.pages, expected_version int, operations jsonb) returns void
language plpgsql stable set search_path = '' as $$
declare
  overlap uuid[];
begin
  with since as (
    select c.block_id, c.kind = 'DELETED' or coalesce(c.moved_version > expected_version, false) as displaced,
      coalesce(c.inserted_version > expected_version, false) as inserted
    from work.page_changes c where c.page_id = page.id and c.version > expected_version
  ), met as (
    select s.block_id from since s join work.touched_blocks(operations) t on t.block_id = s.block_id
    where t.role = 'own' or s.displaced
    union
    select s.block_id from since s where (s.inserted or s.displaced) and exists (
      select from jsonb_array_elements(operations) o (operation)
      where o.operation ->> 'op' = 'merge' and o.operation ->> 'intoId' is null)
  )
  select array_agg(m.block_id order by m.block_id) into overlap from met m;
  if overlap is not null then
    raise exception 'The page has changed since version %: read what changed, and send the operations for version %',
      expected_version, page.version
      using errcode = 'TP409', detail = jsonb_build_object('currentVersion', page.version,
        'changed', work.changes_since(page.id, expected_version), 'overlapping', to_jsonb(overlap[1:200]));
  end if;
end
$$;

-- The blocks that changed after a version: when last, and what their changes come to. The latest thousand.
create function work.changes_since(page_id uuid, version int) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('blockId', c.block_id, 'version', c.version, 'operation', case
    when c.kind = 'DELETED' then 'DELETE'
    when c.inserted_version > changes_since.version then 'INSERT'
    when c.moved_version > changes_since.version then 'MOVE'
    else 'UPDATE' end) order by c.version, c.block_id), '[]')
  from (
    select n.* from work.page_changes n
    where n.page_id = changes_since.page_id and n.version > changes_since.version
    order by n.version desc, n.block_id limit 1000
  ) c
$$;

create function work.check_operations(expected_version int, operations jsonb) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if expected_version is null then
    perform work.refuse_operation('TP400', 'Give the version that the operations are for', 'expectedVersion');
  elsif jsonb_typeof(operations) is distinct from 'array' or operations = '[]' then
    perform work.refuse_operation('TP400', 'Give at least one operation', 'operations');
  elsif jsonb_array_length(operations) > 200 then
    perform work.refuse_operation('TP429', 'At most 200 operations are applied at once', 'operations');
  end if;
end
$$;

-- Applies operations to a page, in order, all or none; triggers raise its version by one and note the blocks. Made for
-- an older version, they are applied where they do not meet what changed since. Answers {"page", "version", "blocks",
-- "deletedBlockIds"}, ids all.
create function work.apply_block_operations(
  page_id uuid, expected_version int, operations jsonb, idempotency_key text default null
) returns jsonb language plpgsql set search_path = '' as $$
declare
  input jsonb := jsonb_build_object('pageId', page_id, 'expectedVersion', expected_version, 'operations', operations);
  answer jsonb := work.begin_once(idempotency_key, 'applyBlockOperations', input);
  page work.pages;
  changes jsonb := '[]';
begin
  if answer is not null then
    return work.blocks_that_are_left(answer);
  end if;
  perform work.check_operations(expected_version, operations);
  page := work.lock_page(page_id);
  if expected_version > page.version then
    raise exception 'The page has version % only', page.version
      using errcode = 'TP409', detail = jsonb_build_object('currentVersion', page.version, 'changed', '[]'::jsonb);
  elsif expected_version < page.version then
    perform work.refuse_overlap(page, expected_version, operations);
  end if;
  for i in 0 .. jsonb_array_length(operations) - 1 loop
    changes := changes || work.apply_operation(page,
      operations -> i || jsonb_build_object('path', format('operations.%s.%s', i, operations -> i ->> 'op')));
  end loop;
  perform work.check_page_size(page.id, changes);
  answer := (
    select jsonb_build_object('page', page.id, 'version', (select p.version from work.pages p where p.id = page.id),
      'blocks', coalesce(jsonb_agg(c.block_id order by c.n) filter (where not c.is_deleted), '[]'),
      'deletedBlockIds', coalesce(jsonb_agg(c.block_id order by c.n) filter (where c.is_deleted), '[]'))
    from work.net_changes(changes) c);
  perform work.end_once(idempotency_key, answer);
  return answer;
end
$$;

create function work.check_page_size(page_id uuid, changes jsonb) returns void
language plpgsql stable set search_path = '' as $$
begin
  if changes @> '[{"operation": "INSERT"}]'
    and (select count(*) from work.blocks b where b.page_id = check_page_size.page_id) > 10000 then
    perform work.refuse_operation('TP429', 'A page has at most 10000 blocks: begin another page', 'operations');
  end if;
end
$$;

-- A remembered answer names blocks that may be gone by now.
create function work.blocks_that_are_left(answer jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select answer || jsonb_build_object('blocks', coalesce((
    select jsonb_agg(given.id order by given.n)
    from jsonb_array_elements_text(answer -> 'blocks') with ordinality given (id, n)
    join work.blocks b on b.id = given.id::uuid), '[]'))
$$;

-- Grants ----------------------------------------------------------------------------------------------------------

do $$
declare
  name regprocedure;
begin
  for name in
    select p.oid from pg_proc p where p.pronamespace = 'work'::regnamespace and p.proname in (
      'refuse_operation', 'takes_children', 'holds_text', 'utf16_length', 'utf16_characters', 'with_text', 'split_text',
      'join_text', 'block_subtree', 'block_height', 'block_ancestors', 'named_block', 'check_parent',
      'rebalance_siblings', 'free_rank', 'rank_beside', 'find_place', 'block_changes', 'check_content', 'put_block',
      'insert_block', 'update_block', 'move_block', 'delete_block', 'split_block', 'merge_block', 'merge_target',
      'apply_operation', 'net_changes', 'touched_blocks', 'refuse_overlap', 'changes_since',
      'check_operations', 'apply_block_operations', 'check_page_size', 'blocks_that_are_left')
  loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to authenticated, service_role', name);
  end loop;
end
$$;
