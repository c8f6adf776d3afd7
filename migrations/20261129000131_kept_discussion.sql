-- What was said about a block, and the files on it, outlive the block: a merge carries them to the block that keeps the
-- text, and they come back with the block when it does.

-- The blocks of this page that it was on before and that are gone, the latest one last.
alter table work.comments add column former_block_ids uuid[] not null default '{}';
alter table work.attachments add column former_block_ids uuid[] not null default '{}';
create index comments_former_blocks on work.comments (page_id) where former_block_ids <> '{}';
create index attachments_former_blocks on work.attachments (page_id) where former_block_ids <> '{}';

-- Only where the block itself is gone: what an editor takes off a block that is there is to stay off it.
create function work.note_former_block() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not exists (select from work.blocks b where b.id = old.block_id) then
    new.former_block_ids := old.former_block_ids || old.block_id;
  end if;
  return new;
end
$$;
create trigger note_former_block before update of block_id on work.comments for each row
  when (old.block_id is not null and new.block_id is null) execute function work.note_former_block();
create trigger note_former_block before update of block_id on work.attachments for each row
  when (old.block_id is not null and new.block_id is null) execute function work.note_former_block();

-- SECURITY DEFINER: an editor who merges blocks moves what others have said. For editors, and on one page alone.
create function work.carry_discussion(block_id uuid, into_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_variable
begin
  if not exists (
    select from work.blocks b join work.blocks target on target.page_id = b.page_id
    where b.id = block_id and target.id = into_id
      and (not work.is_user() or b.space_id in (select work.my_editable_space_ids()))
  ) then
    perform work.refuse('TP404', format('There is no block %s on this page', into_id));
  end if;
  update work.comments c set block_id = into_id, former_block_ids = c.former_block_ids || carry_discussion.block_id
  where c.block_id = carry_discussion.block_id;
  update work.attachments a set block_id = into_id, former_block_ids = a.former_block_ids || carry_discussion.block_id
  where a.block_id = carry_discussion.block_id;
end
$$;

-- A reply stands where its thread stands, also one that came after the block was gone. SECURITY DEFINER: who puts a block
-- back may not write what others have said.
create function work.bring_discussion_back() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  with thread as (
    update work.comments c
    set block_id = c.former_block_ids[back.place], former_block_ids = c.former_block_ids[1 : back.place - 1]
    from (
      select o.id, min(array_position(o.former_block_ids, m.id)) as place
      from made m join work.comments o on o.page_id = m.page_id and o.former_block_ids <> '{}' and m.id = any (o.former_block_ids)
      where o.parent_id is null group by o.id
    ) back
    where c.id = back.id returning c.id, c.block_id, c.former_block_ids
  )
  update work.comments r set block_id = t.block_id, former_block_ids = t.former_block_ids
  from thread t where r.parent_id = t.id;
  update work.attachments a
  set block_id = a.former_block_ids[back.place], former_block_ids = a.former_block_ids[1 : back.place - 1]
  from (
    select o.id, min(array_position(o.former_block_ids, m.id)) as place
    from made m join work.attachments o on o.page_id = m.page_id and o.former_block_ids <> '{}' and m.id = any (o.former_block_ids)
    group by o.id
  ) back
  where a.id = back.id;
  return null;
end
$$;
create trigger bring_discussion_back after insert on work.blocks referencing new table as made
  for each statement execute function work.bring_discussion_back();

-- As before; what was said about the block and the files on it go along.
create or replace function work.merge_block(page work.pages, operation jsonb) returns jsonb
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
  perform work.carry_discussion(block.id, target.id);
  delete from work.blocks b where b.id = block.id;
  return work.block_changes('UPDATE', target.id) || work.block_changes('MOVE', variadic children)
    || work.block_changes('DELETE', block.id);
end
$$;

-- The stored id of the block that a client names so: that of a block which this page had and has no more is its own
-- name, so that an undo brings back the very block. Any other one is a name on this page, see work.block_id.
create function work.new_block_id(page_id uuid, given_id uuid) returns uuid
language sql stable set search_path = '' as $$
  select case when exists (
    select from work.page_changes c
    where c.page_id = new_block_id.page_id and c.block_id = new_block_id.given_id and c.kind = 'DELETED'
  ) then given_id else work.block_id(page_id, given_id) end
$$;

-- As before; an operation that makes a block has its stored id as "storedId", whatever the client wrote there.
create or replace function work.with_block_ids(page_id uuid, operations jsonb) returns jsonb
language sql stable strict set search_path = '' as $$
  with o as materialized (
    select operation, n from jsonb_array_elements(operations) with ordinality o (operation, n)
  ), given as materialized (
    select g.id, g.n, work.new_block_id(page_id, g.id) as stored_id
    from (select (operation ->> 'id')::uuid as id, min(n) as n from o where operation ->> 'id' is not null group by 1) g
  )
  select jsonb_agg((o.operation - 'storedId') || coalesce(named.ids, '{}')
    || case when own.id is null then '{}' else jsonb_build_object('storedId', own.stored_id) end order by o.n)
  from o left join given own on own.id = (o.operation ->> 'id')::uuid cross join lateral (
    select jsonb_object_agg(field, g.stored_id) as ids
    from unnest(array['blockId', 'parentId', 'afterId', 'beforeId', 'intoId']) field
    join given g on g.id = (o.operation ->> field)::uuid and g.n < o.n
  ) named
$$;

create or replace function work.put_block(
  page work.pages, operation jsonb, parent_id uuid, rank text, type text, content jsonb
) returns jsonb language plpgsql set search_path = '' as $$
declare
  block_id uuid := coalesce((operation ->> 'storedId')::uuid, work.new_block_id(page.id, (operation ->> 'id')::uuid), gen_random_uuid());
begin
  perform work.check_content(type, content, operation ->> 'path');
  insert into work.blocks (id, space_id, page_id, parent_id, rank, type, content)
  values (block_id, page.space_id, page.id, parent_id, rank, type, content)
  on conflict do nothing;
  if not found then
    perform work.refuse_operation('TP409', format('The id %s is taken on this page: make another one', operation ->> 'id'),
      concat(operation ->> 'path', '.id'));
  end if;
  return work.block_changes('INSERT', block_id);
end
$$;

revoke execute on function work.note_former_block(), work.bring_discussion_back(), work.carry_discussion(uuid, uuid),
  work.new_block_id(uuid, uuid) from public;
grant execute on function work.carry_discussion(uuid, uuid), work.new_block_id(uuid, uuid) to authenticated, service_role;
