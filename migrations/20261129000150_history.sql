-- What a page was: each transaction that changes a page, or what stands on it, leaves an entry in the page's history, and
-- of each thing that it changed what that was before. Triggers keep it, whoever writes; nobody writes it by hand.
--
-- The state of a page right after an entry is, for each thing that changed since, what the first of the later entries says
-- that it was before, and for all else what is there now. So an entry may leave once no older one is left.

create table work.page_history (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null,
  page_id uuid not null,
  in_space_id uuid not null,
  number int not null check (number > 0),
  version int not null check (version > 0),
  is_version boolean not null,
  restored_version int check (restored_version > 0),
  changed_in xid8 not null default pg_current_xact_id(),
  changed_by uuid,
  changed_at timestamptz not null default now(),
  unique (page_id, number),
  unique (id, page_id, space_id),
  foreign key (page_id, space_id) references work.pages (id, space_id) on update cascade on delete cascade
);
comment on column work.page_history.in_space_id is 'The space that the page was in then: who is no member of it does not see what happened there.';
comment on column work.page_history.number is 'Rises with each entry of a page; later entries undo before earlier ones.';
comment on column work.page_history.is_version is 'Whether it led to the version; an entry of rows and columns leaves the version as it is.';

create table work.history_changes (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null,
  page_id uuid not null,
  entry_id uuid not null,
  in_space_id uuid not null,
  kind text not null check (kind in ('PAGE', 'BLOCK', 'DATABASE', 'COLUMN', 'ROW', 'COMMENT', 'ATTACHMENT')),
  operation text not null check (operation in ('INSERT', 'UPDATE', 'MOVE', 'REKEY', 'ARCHIVE', 'RESTORE', 'DELETE')),
  record_id uuid not null,
  before jsonb check (jsonb_typeof(before) = 'object'),
  changed_at timestamptz not null default now(),
  unique (entry_id, kind, record_id),
  foreign key (entry_id, page_id, space_id) references work.page_history (id, page_id, space_id)
    on update cascade on delete cascade
);
comment on column work.history_changes.before is 'What it was before the transaction, in the names of the API; null of what came into being.';
create index history_changes_bin on work.history_changes (page_id, changed_at, id) where operation = 'DELETE';
create index history_changes_space_bin on work.history_changes (space_id, changed_at, id) where operation = 'DELETE';
create index history_changes_deleted on work.history_changes (record_id, changed_at) where operation = 'DELETE';
create index history_changes_places on work.history_changes (page_id) where kind in ('COMMENT', 'ATTACHMENT');
-- By age, for retention: small, and no work for who writes.
create index history_changes_age on work.history_changes using brin (changed_at);

-- Where the history of pages that are there begins.
insert into work.page_history (space_id, page_id, in_space_id, number, version, is_version)
select p.space_id, p.id, p.space_id, 1, p.version, true from work.pages p;

-- Keeping it -------------------------------------------------------------------------------------------------------

-- What two changes of one thing within a transaction come to.
create function work.merged_operation(earlier text, later text) returns text
language sql immutable set search_path = '' as $$
  select case
    when later = 'DELETE' then 'DELETE'
    when earlier = 'INSERT' then 'INSERT'
    when earlier = 'DELETE' then 'UPDATE'
    when later = 'REKEY' then earlier
    when earlier in ('REKEY', later) then later
    else 'UPDATE' end
$$;

-- What a restoring function is at, as long as it runs: a version, or `bin`; else empty.
create function work.restoring() returns text
language sql stable set search_path = '' as $$ select coalesce(current_setting('work.restoring', true), '') $$;

-- The page's entry of this transaction, under the lock of the page's row; null of a page that is gone.
create function work.open_entry(page_id uuid) returns work.page_history
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  page work.pages;
  entry work.page_history;
begin
  select p.* into page from work.pages p where p.id = page_id for no key update;
  if page.id is null then
    return null;
  end if;
  select h.* into entry from work.page_history h where h.page_id = page_id order by h.number desc limit 1;
  if entry.changed_in = pg_current_xact_id() then
    if row(entry.version, entry.in_space_id) is distinct from row(page.version, page.space_id) then
      update work.page_history h set version = page.version, in_space_id = page.space_id, is_version = true
      where h.id = entry.id returning h.* into entry;
    end if;
    return entry;
  end if;
  insert into work.page_history as h (space_id, page_id, in_space_id, number, version, is_version, restored_version, changed_by)
  values (page.space_id, page.id, page.space_id, coalesce(entry.number, 0) + 1, page.version,
    page.versioned_in = pg_current_xact_id(), nullif(nullif(work.restoring(), ''), 'bin')::int, auth.uid())
  returning h.* into entry;
  if entry.number % 64 = 0 then
    perform work.thin_history(page_id);
  end if;
  return entry;
end
$$;

-- The arrays go side by side. `seen_in` is the space in which what was before could be seen, where it is not the page's.
create function work.keep_changes(
  kind text, page_ids uuid[], record_ids uuid[], operations text[], befores jsonb[], seen_in uuid default null
) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  page_id uuid;
  entry work.page_history;
begin
  for page_id in select distinct p.id from unnest(page_ids) p (id) order by p.id loop
    entry := work.open_entry(page_id);
    -- Before a page is made there is nothing to go back to.
    continue when entry.id is null or (entry.number = 1 and kind <> 'PAGE');
    insert into work.history_changes as h (space_id, page_id, entry_id, in_space_id, kind, operation, record_id, before)
    select entry.space_id, page_id, entry.id, coalesce(seen_in, entry.in_space_id), kind, c.operation, c.record_id, c.before
    from unnest(page_ids, record_ids, operations, befores) as c (page_id, record_id, operation, before)
    where c.page_id = entry.page_id
    on conflict on constraint history_changes_entry_id_kind_record_id_key
      do update set operation = work.merged_operation(h.operation, excluded.operation);
    if 'DELETE' = any (operations) then
      delete from work.history_changes h where h.entry_id = entry.id and h.operation = 'DELETE' and h.before is null;
    end if;
  end loop;
end
$$;

-- What was, in the names of the API.
create function work.block_image(block work.blocks) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('type', block.type, 'content', block.content, 'parentId', block.parent_id, 'rank', block.rank,
    'createdAt', block.created_at);
end
$$;
-- What a row or a column was, for the history, in the names of the API.
create function work.part_image(part jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('databaseId', part -> 'database_id', 'rank', part -> 'rank', 'createdAt', part -> 'created_at')
    || case when part ? 'data' then jsonb_build_object('data', part -> 'data', 'version', part -> 'version', 'createdBy', part -> 'created_by')
      else jsonb_build_object('name', part -> 'name', 'type', part -> 'type', 'options', part -> 'options') end;
end
$$;
create function work.page_image(page work.pages) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('title', page.title, 'spaceId', page.space_id, 'parentId', page.parent_id, 'rank', page.rank,
    'archivedAt', page.archived_at, 'partnerId', page.odoo_partner_id, 'moveId', page.odoo_move_id,
    'projectId', page.odoo_project_id)
$$;

-- Each SECURITY DEFINER: nobody writes history by hand. By name after the triggers that raise the page's version.
create function work.remember_blocks() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform work.keep_changes('BLOCK', array_agg(c.page_id), array_agg(c.id), array_agg('INSERT'::text), array_agg(null::jsonb))
    from changed c having count(*) > 0;
  elsif tg_op = 'DELETE' then
    perform work.keep_changes('BLOCK', array_agg(b.page_id), array_agg(b.id), array_agg('DELETE'::text), array_agg(work.block_image(b)))
    from before b having count(*) > 0;
  else
    perform work.keep_changes('BLOCK', array_agg(b.page_id), array_agg(b.id), array_agg(case
      when row(c.type, c.content) is distinct from row(b.type, b.content) then 'UPDATE'
      when c.parent_id is distinct from b.parent_id or not work.is_rebalancing() then 'MOVE'
      else 'REKEY' end), array_agg(work.block_image(b)))
    from changed c join before b on b.id = c.id
    where row(c.type, c.content, c.parent_id, c.rank) is distinct from row(b.type, b.content, b.parent_id, b.rank)
    having count(*) > 0;
  end if;
  return null;
end
$$;

-- Rows and columns. A database that is deleted, by a service, takes them with it, and leaves nothing behind. Of a column
-- whose choices get other names, which ones do: a row that is in the bin by then comes back with them.
create function work.remember_parts() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  kind text := case tg_table_name when 'db_rows' then 'ROW' else 'COLUMN' end;
  renamed jsonb := case when kind = 'COLUMN' then jsonb_build_object('renamed', nullif(current_setting('work.renamed_choices', true), '')::jsonb) end;
begin
  if tg_op = 'INSERT' then
    perform work.keep_changes(kind, array_agg(d.page_id), array_agg(c.id), array_agg('INSERT'::text), array_agg(null::jsonb))
    from changed c join work.databases d on d.id = c.database_id having count(*) > 0;
  elsif tg_op = 'DELETE' then
    perform work.keep_changes(kind, array_agg(d.page_id), array_agg(b.id), array_agg('DELETE'::text), array_agg(work.part_image(to_jsonb(b))))
    from before b join work.databases d on d.id = b.database_id having count(*) > 0;
  else
    perform work.keep_changes(kind, array_agg(i.page_id), array_agg(i.id),
      array_agg(case when i.was - 'rank' <> i.made - 'rank' then 'UPDATE' else 'MOVE' end),
      array_agg(i.was || i.version || coalesce(jsonb_strip_nulls(renamed), '{}')))
    from (
      select d.page_id, b.id, work.part_image(to_jsonb(b)) - 'version' as was, work.part_image(to_jsonb(c)) - 'version' as made,
        jsonb_strip_nulls(jsonb_build_object('version', to_jsonb(b) -> 'version')) as version
      from changed c join before b on b.id = c.id join work.databases d on d.id = b.database_id offset 0
    ) i where i.was <> i.made having count(*) > 0;
  end if;
  return null;
end
$$;

create trigger remember_insert after insert on work.blocks referencing new table as changed
  for each statement execute function work.remember_blocks();
create trigger remember_update after update on work.blocks referencing old table as before new table as changed
  for each statement execute function work.remember_blocks();
create trigger remember_delete after delete on work.blocks referencing old table as before
  for each statement execute function work.remember_blocks();
create trigger remember_insert after insert on work.db_rows referencing new table as changed
  for each statement execute function work.remember_parts();
create trigger remember_update after update on work.db_rows referencing old table as before new table as changed
  for each statement execute function work.remember_parts();
create trigger remember_delete after delete on work.db_rows referencing old table as before
  for each statement execute function work.remember_parts();
create trigger remember_insert after insert on work.db_columns referencing new table as changed
  for each statement execute function work.remember_parts();
create trigger remember_update after update on work.db_columns referencing old table as before new table as changed
  for each statement execute function work.remember_parts();
create trigger remember_delete after delete on work.db_columns referencing old table as before
  for each statement execute function work.remember_parts();

create function work.remember_database() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform work.keep_changes('DATABASE', array[new.page_id], array[new.id],
    array[case
      when tg_op = 'INSERT' then 'INSERT'
      when new.title <> old.title or (new.archived_at is null) = (old.archived_at is null) then 'UPDATE'
      when new.archived_at is null then 'RESTORE'
      else 'ARCHIVE' end],
    array[case when tg_op = 'UPDATE' then jsonb_build_object('title', old.title, 'archivedAt', old.archived_at) end]);
  return null;
end
$$;
create trigger remember_insert after insert on work.databases for each row execute function work.remember_database();
create trigger remember_update after update on work.databases for each row
  when (row(new.title, new.archived_at) is distinct from row(old.title, old.archived_at))
  execute function work.remember_database();

create function work.remember_page() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  is_moved boolean;
  is_edited boolean;
begin
  if tg_op = 'INSERT' then
    perform work.keep_changes('PAGE', array[new.id], array[new.id], array['INSERT'], array[null::jsonb]);
    return null;
  end if;
  is_moved := row(new.parent_id, new.space_id) is distinct from row(old.parent_id, old.space_id)
    or (new.rank <> old.rank and not work.is_rebalancing());
  is_edited := row(new.title, new.odoo_partner_id, new.odoo_move_id, new.odoo_project_id)
    is distinct from row(old.title, old.odoo_partner_id, old.odoo_move_id, old.odoo_project_id);
  if is_moved or is_edited or new.archived_at is distinct from old.archived_at then
    -- What it was before could be seen in the space that it comes from.
    perform work.keep_changes('PAGE', array[new.id], array[new.id],
      array[case
        when is_edited or (is_moved and new.archived_at is distinct from old.archived_at) then 'UPDATE'
        when is_moved then 'MOVE'
        when new.archived_at is null then 'RESTORE'
        when old.archived_at is null then 'ARCHIVE'
        else 'UPDATE' end],
      array[work.page_image(old)], seen_in => old.space_id);
  end if;
  return null;
end
$$;
create trigger remember_insert after insert on work.pages for each row execute function work.remember_page();
create trigger remember_update after update on work.pages for each row
  when (row(new.title, new.parent_id, new.space_id, new.rank, new.archived_at, new.odoo_partner_id, new.odoo_move_id, new.odoo_project_id)
    is distinct from
    row(old.title, old.parent_id, old.space_id, old.rank, old.archived_at, old.odoo_partner_id, old.odoo_move_id, old.odoo_project_id))
  execute function work.remember_page();

-- Comments and files lose their block with it, and go with a text that is merged. Of them the block is kept and no more:
-- what is taken back of them is gone.
create function work.remember_place() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform work.keep_changes(case tg_table_name when 'comments' then 'COMMENT' else 'ATTACHMENT' end,
    array[new.page_id], array[new.id], array['MOVE'], array[jsonb_build_object('blockId', old.block_id)]);
  return null;
end
$$;
create trigger remember_place after update of block_id on work.comments for each row
  when (old.block_id is not null and new.block_id is distinct from old.block_id) execute function work.remember_place();
create trigger remember_place after update of block_id on work.attachments for each row
  when (old.block_id is not null and new.block_id is distinct from old.block_id) execute function work.remember_place();

-- How much is kept: about 2000 entries and 64 MB of a page, and all of the newest 200. What one person did before those
-- within ten minutes becomes one entry, the last: what is between is forgotten, and who typed all day has not typed
-- yesterday away.
create function work.thin_history(page_id uuid) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  keepers jsonb;
  last_left int;
begin
  with e as (
    -- What renames choices stays apart: of a column only the first change of an entry is kept.
    select h.*, case when exists (
      select from work.history_changes c where c.entry_id = h.id and c.kind = 'COLUMN' and c.before ? 'renamed'
    ) then -h.number else floor(extract(epoch from h.changed_at) / 600) end as slot
    from work.page_history h
    where h.page_id = page_id and h.number <= (select max(n.number) - 200 from work.page_history n where n.page_id = page_id)
  ), g as (
    select e.id, e.number, e.slot, e.changed_by, e.in_space_id, row_number() over (order by e.number)
      - row_number() over (partition by e.slot, e.changed_by, e.in_space_id order by e.number) as run
    from e
  ), k as (
    select g.id, last_value(g.id) over (partition by g.slot, g.changed_by, g.in_space_id, g.run order by g.number
      rows between unbounded preceding and unbounded following) as keeper
    from g
  )
  select jsonb_object_agg(k.id, k.keeper) filter (where k.id <> k.keeper or k.id in (
    select o.keeper from k o where o.id <> o.keeper)) into keepers from k;
  if keepers is not null then
    perform work.merge_entries(keepers);
  end if;
  select max(s.number) into last_left from (
    select h.number, row_number() over (order by h.number desc) as nth,
      sum((select sum(pg_column_size(c.before)) from work.history_changes c where c.entry_id = h.id)) over (order by h.number desc) as bytes
    from work.page_history h where h.page_id = page_id
  ) s where s.nth > 2000 or (s.nth > 1 and s.bytes > 67108864);
  delete from work.page_history h where h.page_id = page_id and h.number <= last_left;
end
$$;

-- `keepers`: of each entry of a group the one that the group becomes, its last. Of each thing the first `before` stays.
create function work.merge_entries(keepers jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  update work.history_changes c set operation = work.merged_operation(m.first_one, m.last_one)
  from (
    select c.id, row_number() over w as nth, first_value(c.operation) over w as first_one, last_value(c.operation) over w as last_one
    from jsonb_each_text(keepers) k (id, keeper)
    join work.page_history h on h.id = k.id::uuid join work.history_changes c on c.entry_id = h.id
    window w as (partition by k.keeper, c.kind, c.record_id order by h.number rows between unbounded preceding and unbounded following)
  ) m where c.id = m.id and m.nth = 1;
  delete from work.history_changes c using (
    select c.id, row_number() over (partition by k.keeper, c.kind, c.record_id order by h.number) as nth
    from jsonb_each_text(keepers) k (id, keeper)
    join work.page_history h on h.id = k.id::uuid join work.history_changes c on c.entry_id = h.id
  ) m where c.id = m.id and (m.nth > 1 or (c.operation = 'DELETE' and c.before is null));
  update work.history_changes c set entry_id = e.id, changed_at = e.changed_at
  from jsonb_each_text(keepers) k (id, keeper) join work.page_history e on e.id = k.keeper::uuid
  where c.entry_id = k.id::uuid and k.id <> k.keeper;
  update work.page_history h set is_version = true
  from jsonb_each_text(keepers) k (id, keeper) join work.page_history e on e.id = k.id::uuid
  where h.id = k.keeper::uuid and e.is_version and not h.is_version;
  delete from work.page_history h using jsonb_each_text(keepers) k (id, keeper) where h.id = k.id::uuid and k.id <> k.keeper;
end
$$;

-- Who reads it -----------------------------------------------------------------------------------------------------

alter table work.page_history enable row level security;
alter table work.history_changes enable row level security;
grant select on work.page_history, work.history_changes to authenticated, service_role;
-- Who may read the page, and could read it then.
create policy member_reads on work.page_history for select to authenticated
  using (space_id = any (array(select work.my_space_ids())) and in_space_id = any (array(select work.my_space_ids())));
create policy member_reads on work.history_changes for select to authenticated
  using (space_id = any (array(select work.my_space_ids())) and in_space_id = any (array(select work.my_space_ids())));
create policy all_read on work.page_history for select to service_role using (true);
create policy all_read on work.history_changes for select to service_role using (true);

-- What was deleted last and is not there: blocks without those inside them, which come back with them; columns; rows.
create view work.bin with (security_invoker = true) as
select c.id, c.space_id, c.page_id, c.entry_id, c.kind, c.record_id, c.before as content, c.changed_at as deleted_at,
  h.changed_by as deleted_by
from work.history_changes c join work.page_history h on h.id = c.entry_id
where c.operation = 'DELETE' and c.before is not null
  and not exists (select from work.blocks b where c.kind = 'BLOCK' and b.id = c.record_id)
  and not exists (select from work.db_rows r where c.kind = 'ROW' and r.id = c.record_id)
  and not exists (select from work.db_columns d where c.kind = 'COLUMN' and d.id = c.record_id)
  and not exists (select from work.history_changes l
    where l.operation = 'DELETE' and l.record_id = c.record_id and l.changed_at > c.changed_at)
  and not exists (select from work.history_changes a
    where c.kind = 'BLOCK' and a.entry_id = c.entry_id and a.kind = 'BLOCK' and a.operation = 'DELETE'
      and a.record_id = (c.before ->> 'parentId')::uuid);
grant select on work.bin to authenticated, service_role;

-- Bringing back ----------------------------------------------------------------------------------------------------

-- The entry after which the page was as it is to be again: by the entry's own id, or the last one of a version. Rows and
-- columns leave the version as it is, so that none of the present one says when.
create function work.find_entry(page_id uuid, version int, entry_id uuid) returns work.page_history
language plpgsql stable set search_path = '' as $$
#variable_conflict use_variable
declare
  entry work.page_history;
begin
  if num_nonnulls(version, entry_id) <> 1 then
    perform work.refuse('TP400', 'Say what to go back to: a version, or an entry of the history', '{"argument": "version"}');
  end if;
  if version = (select p.version from work.pages p where p.id = page_id) then
    perform work.refuse('TP400', format('The page is at version %s: to go back to rows and columns of before, give the entryId of an entry of its history', version),
      '{"argument": "version"}');
  end if;
  select h.* into entry from work.page_history h
  where h.page_id = page_id and (h.id = entry_id or (entry_id is null and h.version = version))
  order by h.number desc limit 1;
  if entry.id is null and entry_id is not null then
    perform work.refuse('TP404', format('There is no entry %s in the history of the page', entry_id), '{"argument": "entryId"}');
  elsif entry.id is null then
    perform work.refuse('TP404', format('The history of the page has no version %s: read which versions it has', version),
      '{"argument": "version"}');
  elsif work.has_hidden_changes(page_id, entry.number) then
    perform work.refuse('TP403', 'Since then the page was in a space of which the viewer is no member: ask one who is');
  end if;
  return entry;
end
$$;

-- Whether something changed after an entry that the viewer may not see. SECURITY DEFINER: of pages that the viewer sees.
create function work.has_hidden_changes(page_id uuid, number int) returns boolean
language sql stable security definer set search_path = '' as $$
  select work.is_user() and exists (
    select from work.pages p
    join work.page_history h on h.page_id = p.id join work.history_changes c on c.entry_id = h.id
    where p.id = has_hidden_changes.page_id and p.space_id = any (array(select work.my_space_ids()))
      and h.number > has_hidden_changes.number and c.in_space_id <> all (array(select work.my_space_ids())))
$$;

-- What each thing that changed after an entry was right after it; null of what was not there yet.
create function work.images_since(page_id uuid, number int, kind text)
returns table (record_id uuid, before jsonb)
language sql stable set search_path = '' as $$
  select distinct on (c.record_id) c.record_id, c.before
  from work.page_history h join work.history_changes c on c.entry_id = h.id
  where h.page_id = images_since.page_id and h.number > images_since.number and c.kind = images_since.kind
  order by c.record_id, h.number
$$;

-- The page as it was at a version, or right after an entry: its title and links to Odoo, its blocks, its databases with
-- their columns and rows. Where it stands, and whether it is archived, stays. Itself a change, which can be undone.
create function work.restore_page_version(
  page_id uuid, version int default null, entry_id uuid default null, expected_version int default null,
  idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'restorePageVersion',
    jsonb_build_array(page_id, version, entry_id, expected_version));
  entry work.page_history;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.lock_page(page_id, expected_version);
  entry := work.find_entry(page_id, version, entry_id);
  if (select count(*) from work.page_history h join work.history_changes c on c.entry_id = h.id
      where h.page_id = page_id and h.number > entry.number) > 50000 then
    perform work.refuse('TP429', 'More than 50000 changes came since then: go back in several steps, the latest first');
  end if;
  perform set_config('work.restoring', entry.version::text, true);
  update work.pages p set title = i.before ->> 'title', odoo_partner_id = (i.before ->> 'partnerId')::int,
    odoo_move_id = (i.before ->> 'moveId')::int, odoo_project_id = (i.before ->> 'projectId')::int
  from work.images_since(page_id, entry.number, 'PAGE') i
  where p.id = page_id and i.before is not null
    and row(p.title, p.odoo_partner_id, p.odoo_move_id, p.odoo_project_id) is distinct from row(i.before ->> 'title',
      (i.before ->> 'partnerId')::int, (i.before ->> 'moveId')::int, (i.before ->> 'projectId')::int);
  perform work.put_databases_back(page_id, entry.number);
  perform work.put_blocks_back(page_id, entry.number);
  perform set_config('work.restoring', '', true);
  perform work.end_once(idempotency_key, jsonb_build_object('id', page_id));
  return page_id;
end
$$;

-- First at the top, then each into its place, so that no step stands a block inside itself.
create function work.put_blocks_back(page_id uuid, number int) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  insert into work.blocks (id, space_id, page_id, rank, type, content)
  select i.record_id, p.space_id, p.id, i.before ->> 'rank', i.before ->> 'type', i.before -> 'content'
  from work.images_since(page_id, number, 'BLOCK') i join work.pages p on p.id = page_id
  where i.before is not null and not exists (select from work.blocks b where b.id = i.record_id);
  update work.blocks b set parent_id = null
  from work.images_since(page_id, number, 'BLOCK') i
  where b.id = i.record_id and i.before is not null and b.parent_id is distinct from (i.before ->> 'parentId')::uuid
    and b.parent_id is not null;
  update work.blocks b set type = i.before ->> 'type', content = i.before -> 'content',
    parent_id = (i.before ->> 'parentId')::uuid, rank = i.before ->> 'rank'
  from work.images_since(page_id, number, 'BLOCK') i
  where b.id = i.record_id and i.before is not null
    and row(b.type, b.content, b.parent_id, b.rank)
      is distinct from row(i.before ->> 'type', i.before -> 'content', (i.before ->> 'parentId')::uuid, i.before ->> 'rank');
  delete from work.blocks b using work.images_since(page_id, number, 'BLOCK') i
  where b.id = i.record_id and i.before is null;
end
$$;

create function work.put_databases_back(page_id uuid, number int) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  perform from work.databases d where d.page_id = page_id order by d.id for no key update;
  -- In use while it is changed; archived at the end where it is to be.
  update work.databases d set title = coalesce(i.before ->> 'title', d.title), archived_at = null
  from work.images_since(page_id, number, 'DATABASE') i
  where d.id = i.record_id and (d.title <> i.before ->> 'title' or d.archived_at is not null);
  delete from work.db_rows r using work.images_since(page_id, number, 'ROW') i
  where r.id = i.record_id and i.before is null;
  delete from work.db_columns c using work.images_since(page_id, number, 'COLUMN') i
  where c.id = i.record_id and i.before is null;
  perform work.put_columns_back(page_id, number);
  perform work.put_rows_back(page_id, number);
  -- Required again, once each row has its value.
  update work.db_columns c set options = i.before -> 'options'
  from work.images_since(page_id, number, 'COLUMN') i
  where c.id = i.record_id and i.before is not null and c.options <> i.before -> 'options';
  update work.databases d set archived_at = case
    when i.before is null then coalesce(d.archived_at, now()) else (i.before ->> 'archivedAt')::timestamptz end
  from work.images_since(page_id, number, 'DATABASE') i
  where d.id = i.record_id
    and (d.archived_at is null) <> (i.before is not null and i.before ->> 'archivedAt' is null);
end
$$;

-- As they were, but not required yet. Values that the type of then does not know are cleared: the rows come next.
create function work.put_columns_back(page_id uuid, number int) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  was record;
begin
  perform set_config('work.on_unconvertible', 'CLEAR', true);
  for was in
    select i.record_id, d.id as database_id, d.space_id, i.before ->> 'name' as name, i.before ->> 'type' as type,
      i.before -> 'options' as options, i.before ->> 'rank' as rank
    from work.images_since(page_id, number, 'COLUMN') i
    join work.databases d on d.id = (i.before ->> 'databaseId')::uuid and d.page_id = page_id
    order by i.before ->> 'rank', i.record_id
  loop
    -- Another column has the name now: its own turn comes.
    update work.db_columns c set name = c.id::text
    where c.database_id = was.database_id and c.name = was.name and c.id <> was.record_id;
    update work.db_columns c set name = was.name, type = was.type, options = was.options - 'required', rank = was.rank
    where c.id = was.record_id;
    if not found then
      insert into work.db_columns (id, space_id, database_id, name, type, options, rank)
      values (was.record_id, was.space_id, was.database_id, was.name, was.type, was.options - 'required', was.rank);
    end if;
  end loop;
  perform set_config('work.on_unconvertible', '', true);
end
$$;

create function work.put_rows_back(page_id uuid, number int) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  insert into work.db_rows (id, space_id, database_id, data, rank)
  select i.record_id, d.space_id, d.id, work.present_cells(d.id, i.before -> 'data'), i.before ->> 'rank'
  from work.images_since(page_id, number, 'ROW') i
  join work.databases d on d.id = (i.before ->> 'databaseId')::uuid and d.page_id = page_id
  where i.before is not null and not exists (select from work.db_rows r where r.id = i.record_id)
  order by i.before ->> 'rank', i.record_id;
  -- Once more for those that have just come back: a row may lead to another one that came with it.
  update work.db_rows r set data = work.present_cells(r.database_id, i.before -> 'data'), rank = i.before ->> 'rank'
  from work.images_since(page_id, number, 'ROW') i
  where r.id = i.record_id and i.before is not null
    and row(r.data, r.rank) is distinct from row(work.present_cells(r.database_id, i.before -> 'data'), i.before ->> 'rank');
end
$$;

-- The cells without columns that are not there, and without relations to rows that are not there.
create function work.present_cells(database_id uuid, cells jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(c.name, case
      when c.type <> 'RELATION' then cells -> c.name
      else (select coalesce(jsonb_agg(v order by n), '[]') from jsonb_array_elements(cells -> c.name) with ordinality e (v, n)
        where exists (select from work.db_rows r
          where r.id = (v #>> '{}')::uuid and r.database_id = (c.options ->> 'databaseId')::uuid))
      end), '{}')
  from work.db_columns c where c.database_id = present_cells.database_id and cells ? c.name
$$;

-- Out of the bin ---------------------------------------------------------------------------------------------------

-- Brings back what was deleted, under its own id: a block with what stood inside it, a column with its cells, a row.
create function work.restore_from_bin(
  page_id uuid, item_ids uuid[], expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'restoreFromBin', jsonb_build_array(page_id, item_ids, expected_version));
  item work.bin;
  missing uuid;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  if coalesce(cardinality(item_ids), 0) not between 1 and 200 then
    perform work.refuse('TP400', 'From 1 to 200 things are brought back at once', '{"argument": "itemIds"}');
  end if;
  perform work.lock_page(page_id, expected_version);
  select i.id into missing from unnest(item_ids) with ordinality i (id, n)
  where not exists (select from work.bin b where b.id = i.id and b.page_id = page_id) order by i.n limit 1;
  if missing is not null then
    perform work.refuse('TP404', format('There is no %s in the bin of the page', missing), '{"argument": "itemIds"}');
  end if;
  perform set_config('work.restoring', 'bin', true);
  -- Columns before the rows that have values in them.
  for item in
    select b.* from work.bin b where b.id = any (item_ids) and b.page_id = page_id order by b.kind, b.deleted_at desc, b.content ->> 'rank'
  loop
    case item.kind
      when 'BLOCK' then perform work.put_block_back(item);
      when 'COLUMN' then perform work.put_column_back(item);
      else perform work.put_row_back(item);
    end case;
  end loop;
  perform work.check_page_size(page_id, '[{"operation": "INSERT"}]');
  perform set_config('work.restoring', '', true);
  perform work.end_once(idempotency_key, jsonb_build_object('id', page_id));
  return page_id;
end
$$;

-- Into the block that it stood in; last on the page where that one is gone, takes none any more, or lies too deep.
create function work.put_block_back(item work.bin) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  parent work.blocks;
  rank text := item.content ->> 'rank';
begin
  with recursive inside as (
    select c.record_id, c.before from work.history_changes c where c.id = item.id
    union all
    select c.record_id, c.before from inside i join work.history_changes c
      on c.entry_id = item.entry_id and c.kind = 'BLOCK' and c.operation = 'DELETE' and (c.before ->> 'parentId')::uuid = i.record_id
  )
  insert into work.blocks (id, space_id, page_id, parent_id, rank, type, content)
  select i.record_id, item.space_id, item.page_id, case when i.record_id <> item.record_id then (i.before ->> 'parentId')::uuid end,
    i.before ->> 'rank', i.before ->> 'type', i.before -> 'content'
  from inside i where not exists (select from work.blocks b where b.id = i.record_id);
  if item.content ->> 'parentId' is null then
    return;
  end if;
  select b.* into parent from work.blocks b
  where b.id = (item.content ->> 'parentId')::uuid and b.page_id = item.page_id and work.takes_children(b.type)
    and (select count(*) from work.block_ancestors(b.id)) + work.block_height(item.record_id) <= 20;
  if parent.id is null then
    rank := work.rank_beside(item.page_id, null, true, item.record_id);
  end if;
  update work.blocks b set parent_id = parent.id, rank = rank where b.id = item.record_id;
end
$$;

-- With the values of the rows that are there; required again where each of them has one.
create function work.put_column_back(item work.bin) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  database work.databases := work.lock_database((item.content ->> 'databaseId')::uuid);
  name text := item.content ->> 'name';
begin
  insert into work.db_columns (id, space_id, database_id, name, type, options, rank)
  values (item.record_id, database.space_id, database.id, name, item.content ->> 'type',
    (item.content -> 'options') - 'required', item.content ->> 'rank');
  update work.db_rows r set data = r.data || work.present_cells(database.id, jsonb_build_object(name, c.before -> 'data' -> name))
  from work.history_changes c
  where c.entry_id = item.entry_id and c.kind = 'ROW' and c.record_id = r.id and r.database_id = database.id
    and c.before -> 'data' ? name;
  update work.db_columns c set options = item.content -> 'options'
  where c.id = item.record_id and c.options <> item.content -> 'options'
    and not exists (select from work.db_rows r where r.database_id = database.id and not r.data ? name);
end
$$;

-- Each value in the column that it was in, whatever that and its choices are called by now, or what of it still fits there.
create function work.put_row_back(item work.bin) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  database work.databases := work.lock_database((item.content ->> 'databaseId')::uuid, shared => true);
  before_it int := (select h.number - 1 from work.page_history h where h.id = item.entry_id);
  cells jsonb;
begin
  select coalesce(jsonb_object_agg(n.name, coalesce(work.convert_cell(r.value, t.type, t.options, n.type, n.options),
      work.clear_cell(r.value, t.type, t.options, n.type, n.options))), '{}') into cells
  from work.columns_at(database.id, item.page_id, before_it) t join work.db_columns n on n.id = t.id
  cross join lateral (
    select work.renamed_since(item.content -> 'data' -> t.name, t.id, item.page_id, before_it) as value offset 0
  ) r
  where item.content -> 'data' ? t.name;
  insert into work.db_rows (id, space_id, database_id, data, rank)
  values (item.record_id, database.space_id, database.id, work.present_cells(database.id, jsonb_strip_nulls(cells)), item.content ->> 'rank');
end
$$;

-- A value by the names that the choices of its column have got since an entry.
create function work.renamed_since(value jsonb, column_id uuid, page_id uuid, number int) returns jsonb
language plpgsql stable set search_path = '' as $$
#variable_conflict use_variable
declare
  renamed jsonb;
begin
  for renamed in
    select c.before -> 'renamed' from work.page_history h join work.history_changes c on c.entry_id = h.id
    where h.page_id = page_id and h.number > number and c.kind = 'COLUMN' and c.record_id = column_id and c.before ? 'renamed'
    order by h.number
  loop
    value := work.rename_choices(value, renamed);
  end loop;
  return value;
end
$$;

-- The columns that a database had right after an entry.
create function work.columns_at(database_id uuid, page_id uuid, number int)
returns table (id uuid, name text, type text, options jsonb)
language sql stable set search_path = '' as $$
  with was as (
    select i.record_id, i.before from work.images_since(page_id, number, 'COLUMN') i
  )
  select w.record_id, w.before ->> 'name', w.before ->> 'type', w.before -> 'options'
  from was w where (w.before ->> 'databaseId')::uuid = columns_at.database_id
  union all
  select c.id, c.name, c.type, c.options from work.db_columns c
  where c.database_id = columns_at.database_id and not exists (select from was w where w.record_id = c.id)
$$;

-- What comes back is as old as it was, and a row's version goes on from where it was. SECURITY DEFINER: no viewer writes
-- these columns; nor can one set what the triggers look at.
create function work.keep_origin() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  image jsonb := (select c.before from work.history_changes c
    where c.operation = 'DELETE' and c.record_id = new.id order by c.changed_at desc limit 1);
begin
  new.created_at := coalesce((image ->> 'createdAt')::timestamptz, now());
  if tg_table_name = 'db_rows' then
    new.version := coalesce((image ->> 'version')::int, 0) + 1;
    new.created_by := case when image is null then auth.uid() else (image ->> 'createdBy')::uuid end;
  end if;
  return new;
end
$$;
create trigger keep_origin before insert on work.blocks for each row when (work.restoring() <> '') execute function work.keep_origin();
create trigger keep_origin before insert on work.db_rows for each row when (work.restoring() <> '') execute function work.keep_origin();
create trigger keep_origin before insert on work.db_columns for each row when (work.restoring() <> '') execute function work.keep_origin();

-- Comments and files go back to the blocks that they stood at. SECURITY DEFINER: they are other people's too.
create function work.reattach() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  with place as (
    select distinct on (c.record_id) c.record_id, c.page_id, b.id as block_id
    from work.history_changes c join changed b on b.page_id = c.page_id and b.id = (c.before ->> 'blockId')::uuid
    where c.kind in ('COMMENT', 'ATTACHMENT')
    order by c.record_id, c.changed_at desc
  ), comments as (
    update work.comments t set block_id = p.block_id from place p
    where t.id = p.record_id and t.page_id = p.page_id and t.block_id is distinct from p.block_id
  )
  update work.attachments t set block_id = p.block_id from place p
  where t.id = p.record_id and t.page_id = p.page_id and t.block_id is distinct from p.block_id;
  return null;
end
$$;
create trigger reattach after insert on work.blocks referencing new table as changed for each statement
  when (work.restoring() <> '') execute function work.reattach();

-- Grants ------------------------------------------------------------------------------------------------------------

do $$
declare
  called regprocedure;
begin
  for called in
    select p.oid from pg_proc p where p.pronamespace = 'work'::regnamespace and p.proname in (
      'merged_operation', 'restoring', 'open_entry', 'keep_changes', 'block_image', 'part_image', 'page_image',
      'remember_blocks', 'remember_parts', 'remember_database', 'remember_page', 'remember_place',
      'thin_history', 'merge_entries', 'find_entry', 'has_hidden_changes', 'images_since', 'restore_page_version',
      'put_blocks_back', 'put_databases_back', 'put_columns_back', 'put_rows_back', 'present_cells', 'restore_from_bin',
      'put_block_back', 'put_column_back', 'put_row_back', 'renamed_since', 'columns_at', 'keep_origin', 'reattach')
  loop
    execute format('revoke execute on function %s from public', called);
  end loop;
end
$$;
grant execute on function work.restoring, work.find_entry, work.has_hidden_changes, work.images_since,
  work.restore_page_version, work.put_blocks_back, work.put_databases_back, work.put_columns_back, work.put_rows_back,
  work.present_cells, work.restore_from_bin, work.put_block_back, work.put_column_back, work.put_row_back, work.renamed_since, work.columns_at
  to authenticated, service_role;
