-- The workspace (SoW) as a whole: its tables, the row-level security of each, what every change leaves behind, and the
-- functions of spaces, members and pages. The functions run as the viewer, so the policies below hold in them as on
-- any direct statement; only those marked SECURITY DEFINER see more, and say why.

-- What the functions share ----------------------------------------------------------------------------------------

-- A refusal that a client is meant to read: the state is a TP… code, the detail a JSON object.
create function work.refuse(state text, message text, detail jsonb default null) returns void
language plpgsql set search_path = '' as $$
begin
  if detail is null then
    raise exception using errcode = state, message = message;
  end if;
  raise exception using errcode = state, message = message, detail = detail::text;
end
$$;

-- The verified claims of who asks; null where there are none. Not auth.jwt(): a schema auth need not have it.
create function work.claims() returns jsonb
language sql stable set search_path = '' as $$
  select nullif(current_setting('request.jwt.claims', true), '')::jsonb
$$;

-- Whether a user asks, on whom membership decides; else a service or the owner. Never current_user: inside a function
-- that is SECURITY DEFINER that is the owner.
create function work.is_user() returns boolean
language sql stable set search_path = '' as $$
  select 'authenticated' in (current_setting('role'), coalesce(work.claims() ->> 'role', ''))
$$;

-- Who asks, as text: a user's uuid, an agent's name, or `service`.
create function work.caller() returns text
language sql stable set search_path = '' as $$
  select case
    when work.is_user() then coalesce((select auth.uid())::text, 'nobody')
    when current_setting('role') like 'agent\_%' or coalesce(work.claims() ->> 'role', '') like 'agent\_%'
      then coalesce(work.claims() #>> '{app_metadata,agent}', 'agent')
    else 'service' end
$$;

-- Spaces and members ----------------------------------------------------------------------------------------------

alter table work.spaces
  add column version int not null default 1 check (version > 0),
  add column archived_at timestamptz,
  add column created_by uuid default auth.uid();
comment on column work.spaces.archived_at is 'While it is set, nobody but a service writes into the space.';

-- The key stays (space, user); the id is what a payload and a cursor name, and role_name the role as the SDL spells it.
alter table work.permissions
  add column id uuid not null default gen_random_uuid() unique,
  add column role_name text not null generated always as (upper(role)) stored,
  add column updated_at timestamptz not null default now();

-- Each SECURITY DEFINER, as work.my_space_ids() is: a policy that read work.permissions itself would ask its policy.
create function work.my_open_space_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select p.space_id from work.permissions p join work.spaces s on s.id = p.space_id
  where p.user_id = (select auth.uid()) and s.archived_at is null
$$;
create function work.my_editable_space_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select p.space_id from work.permissions p join work.spaces s on s.id = p.space_id
  where p.user_id = (select auth.uid()) and p.role in ('editor', 'admin') and s.archived_at is null
$$;
-- Archived ones too: who else is to restore them?
create function work.my_admin_space_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select p.space_id from work.permissions p where p.user_id = (select auth.uid()) and p.role = 'admin'
$$;

-- Under the lock of the space's row, so that of two admins who leave at once the second one is seen.
-- SECURITY DEFINER: who has just left sees no row any more.
create function work.keep_an_admin() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.role <> 'admin' or (tg_op = 'UPDATE' and new.role = 'admin' and new.space_id = old.space_id) then
    return null;
  end if;
  perform from work.spaces s where s.id = old.space_id for update;
  if found and not exists (select from work.permissions p where p.space_id = old.space_id and p.role = 'admin') then
    perform work.refuse('TP409', 'A space keeps at least one admin: make another member admin first');
  end if;
  return null;
end
$$;
create constraint trigger keep_an_admin after update or delete on work.permissions
  deferrable initially immediate for each row execute function work.keep_an_admin();

-- Pages -----------------------------------------------------------------------------------------------------------

alter table work.pages
  add column odoo_move_id int check (odoo_move_id > 0),
  add column odoo_project_id int check (odoo_project_id > 0),
  add column archived_at timestamptz,
  add column archived_with uuid,
  add column versioned_in xid8 not null default pg_current_xact_id(),
  add column changed_in xid8 not null default pg_current_xact_id();
alter table work.pages alter column created_by set default auth.uid();
comment on column work.pages.archived_with is 'The page whose archiving archived this one: restoring that one restores this one.';
comment on column work.pages.versioned_in is 'The transaction that last raised the version: it rises once a transaction.';
comment on column work.pages.changed_in is 'The transaction of the last change of anything on the page: the cursor of live readers.';

create index pages_changed on work.pages (space_id, changed_in, id);
create index pages_top on work.pages (space_id, rank, id) where parent_id is null;
create index pages_partner on work.pages (odoo_partner_id) where odoo_partner_id is not null;
create index pages_move on work.pages (odoo_move_id) where odoo_move_id is not null;
create index pages_project on work.pages (odoo_project_id) where odoo_project_id is not null;

-- The last change of each block of a page, of deleted ones too: what a writer with an older version has missed.
create table work.page_changes (
  page_id uuid not null,
  space_id uuid not null,
  block_id uuid not null,
  version int not null check (version > 0),
  kind text not null check (kind in ('INSERTED', 'UPDATED', 'DELETED')),
  primary key (page_id, block_id),
  foreign key (page_id, space_id) references work.pages (id, space_id) on update cascade on delete cascade
);
create index page_changes_version on work.page_changes (page_id, version);

-- Databases -------------------------------------------------------------------------------------------------------

create table work.databases (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null,
  page_id uuid not null,
  title text not null check (title <> ''),
  version int not null default 1 check (version > 0),
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, space_id),
  foreign key (page_id, space_id) references work.pages (id, space_id) on update cascade on delete cascade
);
create index databases_page on work.databases (page_id, created_at, id);
create index databases_space on work.databases (space_id);

create table work.db_columns (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null,
  database_id uuid not null,
  name text not null check (name <> ''),
  type text not null check (type in (
    'TEXT', 'NUMBER', 'SELECT', 'MULTI_SELECT', 'STATUS', 'DATE', 'PERSON', 'CHECKBOX', 'URL', 'EMAIL', 'RELATION', 'ODOO_RECORD'
  )),
  options jsonb not null default '{}' check (jsonb_typeof(options) = 'object'),
  rank text collate "C" not null check (rank <> ''),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (database_id, name),
  foreign key (database_id, space_id) references work.databases (id, space_id) on update cascade on delete cascade
);
create index db_columns_rank on work.db_columns (database_id, rank, id);

-- data: an object of column name → value.
create table work.db_rows (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null,
  database_id uuid not null,
  data jsonb not null default '{}' check (jsonb_typeof(data) = 'object'),
  rank text collate "C" not null check (rank <> ''),
  version int not null default 1 check (version > 0),
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, space_id),
  foreign key (database_id, space_id) references work.databases (id, space_id) on update cascade on delete cascade
);
create index db_rows_rank on work.db_rows (database_id, rank, id);

-- Discussion, relations, files, templates --------------------------------------------------------------------------

alter table work.comments
  add unique (id, page_id),
  add column parent_id uuid,
  add column block_id uuid,
  add column resolved_by uuid,
  add column edited_at timestamptz,
  add column version int not null default 1 check (version > 0),
  add column updated_at timestamptz not null default now(),
  add foreign key (parent_id, page_id) references work.comments (id, page_id) on delete cascade,
  add foreign key (block_id, page_id) references work.blocks (id, page_id) on delete set null (block_id),
  add check (parent_id is null or resolved_at is null);
alter table work.comments alter column author_id set default auth.uid();
comment on column work.comments.parent_id is 'The comment that began the thread; null of that one itself.';
create index comments_parent on work.comments (parent_id, created_at, id);
create index comments_block on work.comments (block_id, created_at, id) where block_id is not null;

-- Two ends of one kind. Both spaces are carried, each kept right by the foreign key of its end.
create table work.relations (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null,
  to_space_id uuid not null,
  kind text not null generated always as (
    case when from_page_id is not null then 'PAGE' when from_row_id is not null then 'ROW' else 'DATABASE' end) stored,
  name text not null default 'RELATED' check (name <> ''),
  from_page_id uuid,
  to_page_id uuid,
  from_row_id uuid,
  to_row_id uuid,
  from_database_id uuid,
  to_database_id uuid,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  check (num_nonnulls(from_page_id, from_row_id, from_database_id) = 1),
  check (num_nonnulls(to_page_id, to_row_id, to_database_id) = 1),
  check ((from_page_id is null) = (to_page_id is null) and (from_row_id is null) = (to_row_id is null)),
  check (from_page_id <> to_page_id and from_row_id <> to_row_id and from_database_id <> to_database_id),
  foreign key (from_page_id, space_id) references work.pages (id, space_id) on update cascade on delete cascade,
  foreign key (to_page_id, to_space_id) references work.pages (id, space_id) on update cascade on delete cascade,
  foreign key (from_row_id, space_id) references work.db_rows (id, space_id) on update cascade on delete cascade,
  foreign key (to_row_id, to_space_id) references work.db_rows (id, space_id) on update cascade on delete cascade,
  foreign key (from_database_id, space_id) references work.databases (id, space_id) on update cascade on delete cascade,
  foreign key (to_database_id, to_space_id) references work.databases (id, space_id) on update cascade on delete cascade
);
create unique index relations_pages on work.relations (from_page_id, to_page_id, name) where from_page_id is not null;
create unique index relations_rows on work.relations (from_row_id, to_row_id, name) where from_row_id is not null;
create unique index relations_databases on work.relations (from_database_id, to_database_id, name) where from_database_id is not null;
create index relations_to_page on work.relations (to_page_id) where to_page_id is not null;
create index relations_to_row on work.relations (to_row_id) where to_row_id is not null;
create index relations_to_database on work.relations (to_database_id) where to_database_id is not null;

-- A file lies in object storage; this says where, and whether it arrived.
create table work.attachments (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null,
  page_id uuid not null,
  block_id uuid,
  name text not null check (name <> ''),
  content_type text not null check (content_type <> ''),
  size bigint not null check (size >= 0),
  storage_path text not null unique check (storage_path <> ''),
  status text not null default 'PENDING' check (status in ('PENDING', 'CONFIRMED')),
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  foreign key (page_id, space_id) references work.pages (id, space_id) on update cascade on delete cascade,
  foreign key (block_id, page_id) references work.blocks (id, page_id) on delete set null (block_id)
);
create index attachments_page on work.attachments (page_id, created_at, id);
create index attachments_block on work.attachments (block_id) where block_id is not null;

-- content: a page and what stands on it, without ids.
create table work.templates (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references work.spaces (id) on delete cascade,
  name text not null check (name <> ''),
  description text,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  version int not null default 1 check (version > 0),
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (space_id, name)
);

-- Search: written by the workspace-indexer through its functions, and by nobody's hand ---------------------------------

create table work.search_index (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null,
  page_id uuid not null,
  chunk int not null check (chunk >= 0),
  heading text,
  content text not null,
  block_ids uuid[] not null default '{}',
  page_version int not null check (page_version > 0),
  tsv tsvector,
  model text,
  native_dimensions int check (native_dimensions between 1 and 1536),
  content_hash bytea not null,
  indexed_at timestamptz not null default now(),
  unique (page_id, chunk),
  foreign key (page_id, space_id) references work.pages (id, space_id) on update cascade on delete cascade
);
create index search_index_space on work.search_index (space_id);
create index search_index_tsv on work.search_index using gin (tsv);
-- A Postgres without pgvector keeps the keyword half.
do $$
begin
  if to_regtype('extensions.vector') is not null then
    alter table work.search_index add column embedding extensions.vector(1536);
  end if;
end
$$;

-- One row a page: changes that come before the indexer collapse. `generation` rises with each, so that a page which
-- changed while it was being indexed is not taken for done.
create table work.index_queue (
  page_id uuid primary key,
  space_id uuid not null,
  op text not null check (op in ('INDEX', 'REMOVE')),
  generation bigint not null default 1,
  attempts int not null default 0 check (attempts >= 0),
  claimed_by text,
  claimed_until timestamptz,
  last_error text,
  dead_at timestamptz,
  enqueued_at timestamptz not null default now(),
  foreign key (page_id, space_id) references work.pages (id, space_id) on update cascade on delete cascade
);
create index index_queue_waiting on work.index_queue (enqueued_at, page_id) where dead_at is null;

-- Idempotency -----------------------------------------------------------------------------------------------------

create table work.idempotency_keys (
  viewer text not null,
  key text not null check (length(key) between 1 and 200),
  mutation text not null,
  input_digest bytea not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (viewer, key)
);
create index idempotency_keys_age on work.idempotency_keys (created_at);

-- Claims a key: null the first time, and the first time's answer when the same is asked again. The row itself is the
-- lock: who comes second waits for the first one's end. SECURITY DEFINER: nobody reads or writes the table by hand.
create function work.begin_once(key text, mutation text, input jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  asker text := work.caller();
  digest bytea := sha256(convert_to(begin_once.mutation || E'\n' || coalesce(begin_once.input, '{}')::text, 'UTF8'));
  known work.idempotency_keys;
begin
  if begin_once.key is null then
    if asker <> 'service' and not work.is_user() then
      perform work.refuse('TP400', 'An agent gives an idempotency key');
    end if;
    return null;
  end if;
  if length(begin_once.key) not between 1 and 200 then
    perform work.refuse('TP400', 'An idempotency key has from 1 to 200 characters');
  end if;
  insert into work.idempotency_keys as k (viewer, key, mutation, input_digest)
  values (asker, begin_once.key, begin_once.mutation, digest)
  on conflict do nothing;
  if found then
    return null;
  end if;
  select k.* into known from work.idempotency_keys k where k.viewer = asker and k.key = begin_once.key;
  if known.input_digest is distinct from digest then
    perform work.refuse('TP422', 'This idempotency key was used with another input: take a new one');
  end if;
  return known.answer;
end
$$;

-- Keeps what a mutation answered under the key that it has begun with.
create function work.end_once(key text, answer jsonb) returns void
language sql volatile security definer set search_path = '' as $$
  update work.idempotency_keys k set answer = end_once.answer
  where k.viewer = work.caller() and k.key = end_once.key and k.answer is null
$$;

-- What every change leaves behind ---------------------------------------------------------------------------------

-- One more with every change; not when a row only follows its page or database into another space.
create function work.raise_version() returns trigger
language plpgsql set search_path = '' as $$
begin
  if to_jsonb(new) - 'space_id' - 'version' is not distinct from to_jsonb(old) - 'space_id' - 'version' then
    new.version := old.version;
  else
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  return new;
end
$$;
create trigger raise_version before update on work.spaces for each row execute function work.raise_version();
create trigger raise_version before update on work.databases for each row execute function work.raise_version();
create trigger raise_version before update on work.db_rows for each row execute function work.raise_version();
create trigger raise_version before update on work.templates for each row execute function work.raise_version();

create function work.touch() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end
$$;
create trigger touch before update on work.permissions for each row execute function work.touch();
create trigger touch before update on work.db_columns for each row execute function work.touch();
create trigger touch before update on work.blocks for each row execute function work.touch();

-- The setting that work.rank_… functions hold while they write keys anew: nobody moved anything.
create function work.is_rebalancing() returns boolean
language sql stable set search_path = '' as $$
  select coalesce(current_setting('work.rebalancing', true), '') = 'on'
$$;

-- A page's version rises by one in each transaction that changes the page or its blocks, whatever a statement sets.
create function work.raise_page_version() returns trigger
language plpgsql set search_path = '' as $$
declare
  is_changed boolean := new.version is distinct from old.version
    or row(new.title, new.parent_id, new.space_id, new.archived_at, new.odoo_partner_id, new.odoo_move_id, new.odoo_project_id)
      is distinct from
      row(old.title, old.parent_id, old.space_id, old.archived_at, old.odoo_partner_id, old.odoo_move_id, old.odoo_project_id)
    or (new.rank is distinct from old.rank and not work.is_rebalancing());
begin
  new.version := old.version;
  new.versioned_in := old.versioned_in;
  new.changed_in := pg_current_xact_id();
  if is_changed then
    new.updated_at := now();
    if old.versioned_in <> pg_current_xact_id() then
      new.version := old.version + 1;
      new.versioned_in := pg_current_xact_id();
    end if;
  end if;
  return new;
end
$$;
create trigger raise_version before update on work.pages for each row execute function work.raise_page_version();

-- Notes which blocks changed at which version of their page. SECURITY DEFINER: no viewer writes versions or their notes.
create function work.note_block_changes() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform work.note_changed_blocks(array(select c.page_id from changed c), array(select c.id from changed c), 'INSERTED');
  elsif tg_op = 'DELETE' then
    perform work.note_changed_blocks(array(select c.page_id from changed c), array(select c.id from changed c), 'DELETED');
  else
    perform work.note_changed_blocks(array_agg(c.page_id), array_agg(c.id), 'UPDATED')
    from changed c join before b on b.id = c.id
    where row(c.type, c.content, c.parent_id) is distinct from row(b.type, b.content, b.parent_id)
      or (c.rank is distinct from b.rank and not work.is_rebalancing())
    having count(*) > 0;
  end if;
  return null;
end
$$;

-- page_ids and block_ids go side by side.
create function work.note_changed_blocks(page_ids uuid[], block_ids uuid[], kind text) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  -- In the order of their ids, so that two writers of the same pages do not wait for each other.
  perform from work.pages p where p.id = any (page_ids) order by p.id for no key update;
  update work.pages p set version = p.version + 1
  where p.id = any (page_ids) and p.versioned_in <> pg_current_xact_id();
  insert into work.page_changes as n (page_id, space_id, block_id, version, kind)
  select p.id, p.space_id, c.block_id, p.version, note_changed_blocks.kind
  from unnest(page_ids, block_ids) as c (page_id, block_id) join work.pages p on p.id = c.page_id
  on conflict (page_id, block_id) do update set version = excluded.version, kind = excluded.kind;
end
$$;
create trigger note_insert after insert on work.blocks referencing new table as changed
  for each statement execute function work.note_block_changes();
create trigger note_update after update on work.blocks referencing old table as before new table as changed
  for each statement execute function work.note_block_changes();
create trigger note_delete after delete on work.blocks referencing old table as changed
  for each statement execute function work.note_block_changes();

-- What stands on a page and is no part of its version still wakes who looks at it. SECURITY DEFINER: a member who
-- comments may not write the page.
create function work.note_activity() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  page_ids uuid[];
begin
  if tg_table_name in ('db_rows', 'db_columns') then
    page_ids := array(select d.page_id from changed c join work.databases d on d.id = c.database_id);
  else
    page_ids := array(select c.page_id from changed c);
  end if;
  perform from work.pages p where p.id = any (page_ids) order by p.id for no key update;
  update work.pages p set changed_in = pg_current_xact_id()
  where p.id = any (page_ids) and p.changed_in <> pg_current_xact_id();
  return null;
end
$$;
do $$
declare
  name text;
begin
  foreach name in array array['comments', 'databases', 'db_columns', 'db_rows', 'attachments'] loop
    execute format('create trigger note_insert after insert on work.%I referencing new table as changed
      for each statement execute function work.note_activity()', name);
    execute format('create trigger note_update after update on work.%I referencing new table as changed
      for each statement execute function work.note_activity()', name);
    execute format('create trigger note_delete after delete on work.%I referencing old table as changed
      for each statement execute function work.note_activity()', name);
  end loop;
end
$$;

-- A wake-up, no message: `space:page`.
create function work.notify_page() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op in ('UPDATE', 'DELETE') and (tg_op = 'DELETE' or old.space_id <> new.space_id) then
    perform pg_notify('tripoint_work', old.space_id || ':' || old.id);
  end if;
  if tg_op <> 'DELETE' then
    perform pg_notify('tripoint_work', new.space_id || ':' || new.id);
  end if;
  return null;
end
$$;
create trigger notify_change after insert or update or delete on work.pages
  for each row execute function work.notify_page();

-- The same when somebody is no longer a member: `space:`, no page. Who follows what is in it looks whether it may still.
create function work.notify_members() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_notify('tripoint_work', old.space_id || ':');
  return null;
end
$$;
create trigger notify_revoked after delete or update of space_id, user_id on work.permissions
  for each row execute function work.notify_members();

-- Queues a page for the search index in the transaction that changed it or its blocks: the blocks' own trigger raises
-- the page's version, which this one hears of. SECURITY DEFINER: nobody writes the queue by hand.
create function work.enqueue_index() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into work.index_queue as q (page_id, space_id, op)
  values (new.id, new.space_id, case when new.archived_at is null then 'INDEX' else 'REMOVE' end)
  on conflict (page_id) do update
    set op = excluded.op, generation = q.generation + 1, attempts = 0, last_error = null, dead_at = null, enqueued_at = now();
  return null;
end
$$;
create trigger enqueue_index after insert on work.pages for each row execute function work.enqueue_index();
create trigger enqueue_changed_index after update on work.pages for each row
  when (new.version <> old.version) execute function work.enqueue_index();

-- A reply joins the thread it answers. The author alone edits the text; when it is resolved or edited, and by whom, is
-- noted here and nowhere else.
create function work.check_comment() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.parent_id is not null and exists (
      select from work.comments c where c.id = new.parent_id and c.parent_id is not null
    ) then
      perform work.refuse('TP400', 'A reply answers the comment that began the thread');
    end if;
    return new;
  end if;
  if new.body is distinct from old.body then
    if work.is_user() and old.author_id is distinct from (select auth.uid()) then
      raise exception 'Only its author edits a comment' using errcode = '42501';
    end if;
    new.edited_at := now();
  end if;
  if (new.resolved_at is null) <> (old.resolved_at is null) then
    new.resolved_at := case when new.resolved_at is not null then now() end;
    new.resolved_by := case when new.resolved_at is not null then auth.uid() end;
  end if;
  return new;
end
$$;
-- By name before raise_version, which counts what this one notes.
create trigger check_comment before insert or update on work.comments for each row execute function work.check_comment();
create trigger raise_version before update on work.comments for each row execute function work.raise_version();

-- Trees -----------------------------------------------------------------------------------------------------------

-- The lock under which a space's page tree changes its shape; of several spaces always in the same order.
create function work.lock_tree(variadic space_ids uuid[]) returns void
language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('work.pages ' || s.id, 0))
  from (select distinct unnest(space_ids)::text as id order by 1) s;
end
$$;

-- Refuses circles, and trees of more than 50 levels. As the viewer: what the viewer may not see, no refusal tells of.
create function work.check_page_tree() returns trigger
language plpgsql set search_path = '' as $$
declare
  above int;
  below int := 1;
begin
  if tg_op = 'UPDATE' and new.parent_id is not distinct from old.parent_id then
    return new;
  end if;
  if new.parent_id is null then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    perform work.lock_tree(old.space_id, new.space_id);
  else
    perform work.lock_tree(new.space_id);
  end if;
  with recursive ancestor as (
    select p.id, p.parent_id, 1 as depth from work.pages p where p.id = new.parent_id
    union all
    select p.id, p.parent_id, a.depth + 1 from ancestor a join work.pages p on p.id = a.parent_id
    where a.id <> new.id and a.depth <= 50
  )
  select case when bool_or(a.id = new.id) then null else coalesce(max(a.depth), 0) end into above from ancestor a;
  if above is null then
    perform work.refuse('TP400', 'A page cannot stand below itself');
  end if;
  if tg_op = 'UPDATE' then
    with recursive descendant as (
      select new.id as id, 1 as depth
      union all
      select p.id, d.depth + 1 from descendant d join work.pages p on p.parent_id = d.id where d.depth <= 50
    )
    select max(d.depth) into below from descendant d;
  end if;
  if above + below > 50 then
    perform work.refuse('TP429', 'A page tree has at most 50 levels');
  end if;
  return new;
end
$$;
create trigger check_tree before insert or update of parent_id, space_id on work.pages
  for each row execute function work.check_page_tree();

create function work.check_block_tree() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform from work.pages p where p.id = new.page_id for no key update;
  if exists (
    with recursive ancestor as (
      select b.id, b.parent_id from work.blocks b where b.id = new.parent_id
      union
      select b.id, b.parent_id from ancestor a join work.blocks b on b.id = a.parent_id
    )
    select from ancestor a where a.id = new.id
  ) then
    perform work.refuse('TP400', 'A block cannot stand inside itself');
  end if;
  return new;
end
$$;
create trigger check_tree before update of parent_id on work.blocks for each row
  when (new.parent_id is not null and new.parent_id is distinct from old.parent_id)
  execute function work.check_block_tree();

-- Ranks: keys that sort byte by byte, of which there is always one between two others --------------------------------
--
-- A key is a whole number and a fraction, in digits 0-9A-Za-z. The first letter says how many digits the number has:
-- `a0` … `az`, `b00` … `bzz`, and downwards `Zz` … `Z0`, `Yzz` …: so a key that is appended stays short, whatever came
-- before it. A fraction grows by about a digit each five times that something is put into the same gap.

create function work.rank_digits() returns text language sql immutable parallel safe set search_path = '' as
  $$ select '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz' $$;

-- How many characters the whole number of a key has; null where the text is no key.
create function work.rank_integer_length(key text) returns int
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  code int := ascii(key);
  size int := case when code between 97 and 122 then code - 95 when code between 65 and 90 then 92 - code end;
begin
  if size is null or length(key) < size or key collate "C" !~ '^[0-9A-Za-z]+$'
    or (length(key) > size and right(key, 1) = '0') then
    return null;
  end if;
  return size;
end
$$;

-- The shortest fraction between two; null for `upper` means that there is none.
create function work.rank_fraction(lower_end text, upper_end text) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  digits constant text collate "C" := work.rank_digits();
  a text collate "C" := lower_end;
  b text collate "C" := upper_end;
  made text := '';
  low int;
  high int;
begin
  loop
    low := case when a = '' then 0 else strpos(digits, left(a, 1)) - 1 end;
    high := case when b is null then 62 else strpos(digits, left(b, 1)) - 1 end;
    if high - low > 1 then
      return made || substr(digits, (low + high + 1) / 2 + 1, 1);
    elsif high = low then
      b := substr(b, 2);
    elsif length(b) > 1 then
      return made || left(b, 1);
    else
      b := null;
    end if;
    made := made || substr(digits, low + 1, 1);
    a := substr(a, 2);
  end loop;
end
$$;

-- The whole number beside one: `step` is 1 or -1. Null at the end of all keys.
create function work.rank_step(whole text, step int) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  digits constant text collate "C" := work.rank_digits();
  last text := case step when 1 then 'z' else '0' end;
  wrapped text := case step when 1 then '0' else 'z' end;
  kept text := rtrim(substr(whole, 2), last);
  head text := left(whole, 1);
  size int := length(whole) - 1;
begin
  if kept <> '' then
    return head || left(kept, -1) || substr(digits, strpos(digits, right(kept, 1)) + step, 1)
      || repeat(wrapped, size - length(kept));
  end if;
  if step = 1 then
    if head = 'z' then return null; end if;
    if head = 'Z' then return 'a0'; end if;
    return chr(ascii(head) + 1) || repeat('0', case when head >= 'a' collate "C" then size + 1 else size - 1 end);
  end if;
  if head = 'A' then return null; end if;
  if head = 'a' then return 'Zz'; end if;
  return chr(ascii(head) - 1) || repeat('z', case when head >= 'a' collate "C" then size - 1 else size + 1 end);
end
$$;

-- A key between two; null for an end means that the list ends there. The answer is null where there is no key between
-- them (they are equal, or one was not made here): write the list's keys anew, with work.rank_at, and ask again.
create function work.rank_between(a text, b text) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  low constant text collate "C" := a;
  high constant text collate "C" := b;
  low_size int := work.rank_integer_length(a);
  high_size int := work.rank_integer_length(b);
  whole text collate "C";
begin
  if (low is not null and low_size is null) or (high is not null and high_size is null) or low >= high then
    return null;
  elsif low is null and high is null then
    return 'a0';
  elsif low is null then
    if length(high) > high_size then
      return left(high, high_size);
    end if;
    return work.rank_step(high, -1);
  end if;
  if high is not null and left(low, low_size) = left(high, high_size) then
    return left(low, low_size) || work.rank_fraction(substr(low, low_size + 1), substr(high, high_size + 1));
  end if;
  whole := work.rank_step(left(low, low_size), 1);
  if whole is not null and (high is null or whole < high) then
    return whole;
  end if;
  return left(low, low_size) || work.rank_fraction(substr(low, low_size + 1), null);
end
$$;

-- `count` keys between two, in order; null where there are none.
create function work.ranks_between(a text, b text, count int) returns text[]
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  made text[] := '{}';
  middle text;
  before text[];
  after text[];
begin
  if count < 1 then
    return made;
  elsif b is null then
    for n in 1 .. count loop
      made := made || work.rank_between(case when n = 1 then a else made[n - 1] end, null);
    end loop;
    return case when array_position(made, null) is null then made end;
  end if;
  middle := work.rank_between(a, b);
  if middle is null then
    return null;
  end if;
  before := work.ranks_between(a, middle, count / 2);
  after := work.ranks_between(middle, b, count - count / 2 - 1);
  return before || middle || after;
end
$$;

-- The key of the nth in a list that is written anew, from 0: all of one length up to n = 62, then of the next.
create function work.rank_at(n int) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  digits constant text := work.rank_digits();
  rest bigint := n;
  size int := 1;
  room bigint := 62;
  made text := '';
begin
  while rest >= room loop
    rest := rest - room;
    size := size + 1;
    room := room * 62;
  end loop;
  for place in 1 .. size loop
    made := substr(digits, (rest % 62)::int + 1, 1) || made;
    rest := rest / 62;
  end loop;
  return chr(96 + size) || made;
end
$$;

-- Keys longer than this are written anew: some two hundred and fifty insertions into the same gap.
create function work.max_rank_length() returns int language sql immutable parallel safe set search_path = '' as $$ select 50 $$;

-- Row-level security ----------------------------------------------------------------------------------------------
--
-- A user reads the spaces that work.permissions names; what more each role may do, the policies below say. Ids, spaces
-- and authors are given once and never updated: the column grants leave them out. The service is bound by no
-- membership. search_index, index_queue, page_changes and idempotency_keys are written by functions and triggers alone.

do $$
declare
  name text;
begin
  foreach name in array array[
    'page_changes', 'databases', 'db_columns', 'db_rows', 'relations', 'attachments', 'templates',
    'search_index', 'index_queue', 'idempotency_keys'
  ] loop
    execute format('alter table work.%I enable row level security', name);
    execute format('grant select on work.%I to service_role', name);
    execute format('create policy all_read on work.%I for select to service_role%s using (true)', name,
      case when name in ('search_index', 'index_queue') then ', agent_workspace_indexer' else '' end);
  end loop;
  foreach name in array array['page_changes', 'databases', 'db_columns', 'db_rows', 'attachments', 'templates', 'search_index'] loop
    execute format('grant select on work.%I to authenticated', name);
    execute format('create policy member_reads on work.%I for select to authenticated
      using (space_id in (select work.my_space_ids()))', name);
  end loop;
  foreach name in array array[
    'spaces', 'permissions', 'pages', 'blocks', 'databases', 'db_columns', 'db_rows', 'relations', 'comments',
    'attachments', 'templates'
  ] loop
    execute format('grant insert, update, delete on work.%I to service_role', name);
    execute format('create policy service_inserts on work.%I for insert to service_role with check (true)', name);
    execute format('create policy service_updates on work.%I for update to service_role using (true) with check (true)', name);
    execute format('create policy service_deletes on work.%I for delete to service_role using (true)', name);
  end loop;
  -- What an editor writes, all in the same way.
  foreach name in array array['pages', 'blocks', 'databases', 'db_columns', 'db_rows', 'attachments', 'templates'] loop
    execute format('create policy editor_inserts on work.%I for insert to authenticated
      with check (space_id in (select work.my_editable_space_ids()))', name);
    execute format('create policy editor_updates on work.%I for update to authenticated
      using (space_id in (select work.my_editable_space_ids()))
      with check (space_id in (select work.my_editable_space_ids()))', name);
  end loop;
  foreach name in array array['blocks', 'db_columns', 'db_rows', 'relations', 'attachments', 'templates'] loop
    execute format('grant delete on work.%I to authenticated', name);
    execute format('create policy editor_deletes on work.%I for delete to authenticated
      using (space_id in (select work.my_editable_space_ids()))', name);
  end loop;
end
$$;
grant select on work.search_index, work.index_queue to agent_workspace_indexer;

-- An array, so that a list of all the pages that a viewer sees goes by the index on their spaces: what it costs depends on
-- what the viewer may see, not on what others have. Measured on 200,000 pages: counting none took 0.2 ms instead of 60.
alter policy member_reads on work.pages using (space_id = any (array(select work.my_space_ids())));

-- A space comes into being by work.create_space alone: nobody is a member of it before.
grant update (name, archived_at) on work.spaces to authenticated;
create policy admin_updates on work.spaces for update to authenticated
  using (id in (select work.my_admin_space_ids())) with check (id in (select work.my_admin_space_ids()));

grant insert (space_id, user_id, role), update (role), delete on work.permissions to authenticated;
create policy admin_inserts on work.permissions for insert to authenticated
  with check (space_id in (select work.my_admin_space_ids()));
create policy admin_updates on work.permissions for update to authenticated
  using (space_id in (select work.my_admin_space_ids())) with check (space_id in (select work.my_admin_space_ids()));
create policy admin_deletes_and_members_leave on work.permissions for delete to authenticated
  using (user_id = (select auth.uid()) or space_id in (select work.my_admin_space_ids()));

-- space_id too: a page moves to a space in which its mover is editor as well.
grant insert (id, space_id, parent_id, title, rank, odoo_partner_id, odoo_move_id, odoo_project_id),
  update (space_id, parent_id, title, rank, odoo_partner_id, odoo_move_id, odoo_project_id, archived_at, archived_with)
  on work.pages to authenticated;
grant insert (id, space_id, page_id, parent_id, rank, type, content), update (parent_id, rank, type, content)
  on work.blocks to authenticated;
grant insert (id, space_id, page_id, title), update (title) on work.databases to authenticated;
grant insert (id, space_id, database_id, name, type, options, rank), update (name, type, options, rank)
  on work.db_columns to authenticated;
grant insert (id, space_id, database_id, data, rank), update (data, rank) on work.db_rows to authenticated;
grant insert (id, space_id, page_id, block_id, name, content_type, size, storage_path),
  update (block_id, content_type, size, status, confirmed_at) on work.attachments to authenticated;
grant insert (id, space_id, name, description, content), update (name, description, content) on work.templates to authenticated;

-- Both ends are seen, or neither is.
grant select on work.relations to authenticated;
grant insert (id, space_id, to_space_id, name, from_page_id, to_page_id, from_row_id, to_row_id, from_database_id, to_database_id)
  on work.relations to authenticated;
create policy member_reads on work.relations for select to authenticated
  using (space_id in (select work.my_space_ids()) and to_space_id in (select work.my_space_ids()));
create policy editor_inserts on work.relations for insert to authenticated
  with check (space_id in (select work.my_editable_space_ids()) and to_space_id in (select work.my_space_ids()));

-- The author is the viewer: author_id is filled in, and no grant lets it be given.
grant insert (id, space_id, page_id, parent_id, block_id, body), update (body, resolved_at) on work.comments to authenticated;
create policy member_inserts on work.comments for insert to authenticated
  with check (space_id in (select work.my_open_space_ids()));
create policy author_or_editor_updates on work.comments for update to authenticated
  using (space_id in (select work.my_open_space_ids())
    and (author_id = (select auth.uid()) or space_id in (select work.my_editable_space_ids())))
  with check (space_id in (select work.my_open_space_ids()));

-- What the mutations ask first ------------------------------------------------------------------------------------
--
-- A row that the viewer does not see and one that is not there are refused in the same words.

create function work.find_space(space_id uuid) returns work.spaces
language plpgsql stable set search_path = '' as $$
declare
  space work.spaces;
begin
  select s.* into space from work.spaces s where s.id = find_space.space_id;
  if space.id is null then
    perform work.refuse('TP404', format('There is no space %s', find_space.space_id));
  end if;
  return space;
end
$$;

create function work.find_page(page_id uuid) returns work.pages
language plpgsql stable set search_path = '' as $$
declare
  page work.pages;
begin
  select p.* into page from work.pages p where p.id = find_page.page_id;
  if page.id is null then
    perform work.refuse('TP404', format('There is no page %s', find_page.page_id));
  end if;
  return page;
end
$$;

-- The viewer's role in a space; null for no member; `admin` for a service.
create function work.role_in(space_id uuid) returns text
language sql stable set search_path = '' as $$
  select case when work.is_user()
    then (select p.role from work.permissions p where p.space_id = role_in.space_id and p.user_id = (select auth.uid()))
    else 'admin' end
$$;

-- For a space that the viewer sees. `wanted`: member, editor or admin. An archived space is open to its admins' own
-- functions alone, which pass `open` as false.
create function work.require_role(space_id uuid, wanted text, open boolean default true) returns void
language plpgsql stable set search_path = '' as $$
declare
  space work.spaces := work.find_space(require_role.space_id);
  role text := work.role_in(require_role.space_id);
begin
  if role is null or array_position('{member,editor,admin}', role) < array_position('{member,editor,admin}', wanted) then
    perform work.refuse('TP403', format('This takes the role %s in the space: the viewer is %s', wanted, coalesce(role, 'no member')),
      jsonb_build_object('role', role, 'required', wanted));
  elsif open and space.archived_at is not null then
    perform work.refuse('TP409', 'The space is archived: restore it first');
  end if;
end
$$;

-- `expected` null checks nothing.
create function work.check_version(expected int, current int, changed jsonb default '{}') returns void
language plpgsql stable set search_path = '' as $$
begin
  if expected <> current then
    perform work.refuse('TP409', format('Version %s is past: the current one is %s; read again and decide anew', expected, current),
      jsonb_build_object('currentVersion', current) || changed);
  end if;
end
$$;

-- The blocks of a page that changed after a version, as a refusal tells of them.
create function work.changed_blocks(page_id uuid, since int) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', c.block_id, 'version', c.version, 'kind', c.kind) order by c.version, c.block_id), '[]')
  from work.page_changes c where c.page_id = changed_blocks.page_id and c.version > since
$$;

-- The page under its row's lock, for one who may edit it, in a space that is open. `archived` says what it has to be.
create function work.lock_page(page_id uuid, expected_version int default null, archived boolean default false)
returns work.pages
language plpgsql set search_path = '' as $$
declare
  page work.pages := work.find_page(lock_page.page_id);
begin
  perform work.require_role(page.space_id, 'editor');
  select p.* into page from work.pages p where p.id = lock_page.page_id for no key update;
  if page.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  elsif archived and page.archived_at is null then
    perform work.refuse('TP409', 'The page is not archived');
  elsif not archived and page.archived_at is not null then
    perform work.refuse('TP409', 'The page is archived: restore it first', jsonb_build_object('archivedWith', page.archived_with));
  end if;
  if expected_version <> page.version then
    perform work.check_version(expected_version, page.version,
      jsonb_build_object('changedBlocks', work.changed_blocks(page.id, expected_version)));
  end if;
  return page;
end
$$;

create function work.check_text(what text, value text, longest int default 200) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if btrim(coalesce(value, '')) = '' then
    perform work.refuse('TP400', format('The %s is empty', what), jsonb_build_object('argument', what));
  elsif length(value) > longest then
    perform work.refuse('TP400', format('The %s has %s characters: at most %s are allowed', what, length(value), longest),
      jsonb_build_object('argument', what));
  end if;
end
$$;

-- Spaces ----------------------------------------------------------------------------------------------------------

-- The creator becomes admin; a service names one, or grants later. SECURITY DEFINER: the first member of a space is
-- admitted by nobody.
create function work.create_space(name text, admin_id uuid default null, idempotency_key text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'createSpace', jsonb_build_array(create_space.name, admin_id));
  space_id uuid := gen_random_uuid();
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('name', create_space.name);
  if work.is_user() and auth.uid() is null then
    perform work.refuse('TP403', 'The token names no user, and a space has one as its admin');
  elsif work.is_user() and admin_id <> auth.uid() then
    perform work.refuse('TP400', 'Who creates a space is its admin: leave adminId out', '{"argument": "adminId"}');
  end if;
  insert into work.spaces (id, name) values (space_id, create_space.name);
  insert into work.permissions (space_id, user_id, role)
  select space_id, coalesce(auth.uid(), admin_id), 'admin' where coalesce(auth.uid(), admin_id) is not null;
  perform work.end_once(idempotency_key, jsonb_build_object('id', space_id));
  return space_id;
end
$$;

-- The space under its row's lock, for one of its admins.
create function work.lock_space(space_id uuid, expected_version int default null, open boolean default true)
returns work.spaces
language plpgsql set search_path = '' as $$
declare
  space work.spaces;
begin
  perform work.require_role(lock_space.space_id, 'admin', open);
  select s.* into space from work.spaces s where s.id = lock_space.space_id for no key update;
  if space.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  perform work.check_version(expected_version, space.version);
  return space;
end
$$;

create function work.rename_space(space_id uuid, name text, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'renameSpace', jsonb_build_array(space_id, name, expected_version));
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('name', rename_space.name);
  perform work.lock_space(rename_space.space_id, expected_version);
  update work.spaces s set name = rename_space.name where s.id = rename_space.space_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', rename_space.space_id));
  return rename_space.space_id;
end
$$;

-- Archives or restores: one of what the other is not.
create function work.archive_space(
  space_id uuid, expected_version int default null, idempotency_key text default null, archived boolean default true
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, case when archived then 'archiveSpace' else 'restoreSpace' end,
    jsonb_build_array(space_id, expected_version));
  space work.spaces;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  space := work.lock_space(archive_space.space_id, expected_version, open => false);
  if archived and space.archived_at is not null then
    perform work.refuse('TP409', 'The space is archived already');
  elsif not archived and space.archived_at is null then
    perform work.refuse('TP409', 'The space is not archived');
  end if;
  update work.spaces s set archived_at = case when archived then now() end where s.id = archive_space.space_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', archive_space.space_id));
  return archive_space.space_id;
end
$$;
create function work.restore_space(space_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid language sql volatile set search_path = '' as
  $$ select work.archive_space(space_id, expected_version, idempotency_key, archived => false) $$;

-- Members ---------------------------------------------------------------------------------------------------------

create function work.check_role(role text) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if role is null or role not in ('member', 'editor', 'admin') then
    perform work.refuse('TP400', 'The role is member, editor or admin', '{"argument": "role"}');
  end if;
end
$$;

create function work.find_permission(space_id uuid, user_id uuid) returns work.permissions
language plpgsql stable set search_path = '' as $$
declare
  permission work.permissions;
begin
  select p.* into permission from work.permissions p
  where p.space_id = find_permission.space_id and p.user_id = find_permission.user_id;
  if permission.id is null then
    perform work.refuse('TP404', format('User %s is no member of the space', find_permission.user_id));
  end if;
  return permission;
end
$$;

create function work.grant_permission(space_id uuid, user_id uuid, role text, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'grantPermission', jsonb_build_array(space_id, user_id, role));
  permission_id uuid;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_role(grant_permission.role);
  perform work.require_role(grant_permission.space_id, 'admin', open => false);
  insert into work.permissions as p (space_id, user_id, role)
  values (grant_permission.space_id, grant_permission.user_id, grant_permission.role)
  on conflict (space_id, user_id) do nothing
  returning p.id into permission_id;
  if permission_id is null then
    perform work.refuse('TP409', format('User %s is a member already: change the role instead', grant_permission.user_id));
  end if;
  perform work.end_once(idempotency_key, jsonb_build_object('id', permission_id));
  return permission_id;
end
$$;

create function work.change_permission(space_id uuid, user_id uuid, role text, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'changePermission', jsonb_build_array(space_id, user_id, role));
  permission work.permissions;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_role(change_permission.role);
  perform work.require_role(change_permission.space_id, 'admin', open => false);
  permission := work.find_permission(change_permission.space_id, change_permission.user_id);
  update work.permissions p set role = change_permission.role where p.id = permission.id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', permission.id));
  return permission.id;
end
$$;

-- An admin revokes anybody's, a member leaves. Answers the space.
create function work.revoke_permission(space_id uuid, user_id uuid, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'revokePermission', jsonb_build_array(space_id, user_id));
  permission work.permissions;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.find_space(revoke_permission.space_id);
  if not work.is_user() or revoke_permission.user_id is distinct from auth.uid() then
    perform work.require_role(revoke_permission.space_id, 'admin', open => false);
  end if;
  permission := work.find_permission(revoke_permission.space_id, revoke_permission.user_id);
  delete from work.permissions p where p.id = permission.id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', revoke_permission.space_id));
  return revoke_permission.space_id;
end
$$;

-- Pages -----------------------------------------------------------------------------------------------------------

-- Where a page is to stand: beside a page, else below one, else at the top of a space.
create function work.resolve_place(
  inout space_id uuid, inout parent_id uuid, after_id uuid default null, before_id uuid default null
) language plpgsql stable set search_path = '' as $$
#variable_conflict use_variable
declare
  beside work.pages;
  above work.pages;
begin
  if num_nonnulls(after_id, before_id) = 2 then
    perform work.refuse('TP400', 'Give the page to stand after or the page to stand before, not both', '{"argument": "before"}');
  elsif num_nonnulls(after_id, before_id) = 1 then
    beside := work.find_page(coalesce(after_id, before_id));
    if parent_id <> coalesce(beside.parent_id, beside.id) then
      perform work.refuse('TP400', 'The page beside stands below another page than the parent that is given', '{"argument": "parentId"}');
    end if;
    parent_id := beside.parent_id;
  end if;
  if parent_id is not null then
    above := work.find_page(parent_id);
    if above.archived_at is not null then
      perform work.refuse('TP409', 'The page above is archived: restore it first');
    end if;
  end if;
  if space_id <> coalesce(above.space_id, beside.space_id) then
    perform work.refuse('TP400', 'The place that is given is in another space', '{"argument": "spaceId"}');
  end if;
  space_id := coalesce(above.space_id, beside.space_id, space_id);
  if space_id is null then
    perform work.refuse('TP400', 'Say where: give a space, a parent, or a page to stand beside');
  end if;
end
$$;

-- The keys of a list of pages in order: those below a page, or at the top of a space; `but` is left out.
create function work.page_siblings(space_id uuid, parent_id uuid, but uuid default null)
returns table (id uuid, rank text)
language sql stable set search_path = '' as $$
  select p.id, p.rank from work.pages p
  where p.parent_id = page_siblings.parent_id and p.id is distinct from but
  union all
  select p.id, p.rank from work.pages p
  where page_siblings.parent_id is null and p.parent_id is null and p.space_id = page_siblings.space_id and p.id is distinct from but
  order by rank, id
$$;

-- The key between a page's new neighbours, under the tree's lock: last in the list where no neighbour is given.
create function work.page_rank(
  space_id uuid, parent_id uuid, after_id uuid default null, before_id uuid default null, but uuid default null
) returns text
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  ids uuid[];
  ranks text[];
  place int;
  made text;
begin
  for attempt in 1 .. 2 loop
    select array_agg(s.id order by s.n), array_agg(s.rank order by s.n) into ids, ranks
    from work.page_siblings(space_id, parent_id, but) with ordinality as s (id, rank, n);
    place := case
      when after_id is not null then array_position(ids, after_id)
      when before_id is not null then array_position(ids, before_id) - 1
      else coalesce(cardinality(ids), 0) end;
    if place is null then
      perform work.refuse('TP409', 'The page to stand beside is no longer there: read again and retry');
    end if;
    made := work.rank_between(ranks[place], ranks[place + 1]);
    exit when length(made) <= work.max_rank_length();
    perform set_config('work.rebalancing', 'on', true);
    update work.pages p set rank = work.rank_at(n.place::int - 1)
    from unnest(ids) with ordinality as n (id, place)
    where p.id = n.id and p.rank <> work.rank_at(n.place::int - 1);
    perform set_config('work.rebalancing', '', true);
  end loop;
  return made;
end
$$;

create function work.create_page(
  title text, space_id uuid default null, parent_id uuid default null, after_id uuid default null, before_id uuid default null,
  odoo_partner_id int default null, odoo_move_id int default null, odoo_project_id int default null,
  idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'createPage', jsonb_build_array(
    title, space_id, parent_id, after_id, before_id, odoo_partner_id, odoo_move_id, odoo_project_id));
  place record;
  page_id uuid;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('title', title, 500);
  place := work.resolve_place(space_id, parent_id, after_id, before_id);
  perform work.require_role(place.space_id, 'editor');
  perform work.lock_tree(place.space_id);
  insert into work.pages as p (space_id, parent_id, title, rank, odoo_partner_id, odoo_move_id, odoo_project_id)
  values (place.space_id, place.parent_id, title, work.page_rank(place.space_id, place.parent_id, after_id, before_id),
    odoo_partner_id, odoo_move_id, odoo_project_id)
  returning p.id into page_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', page_id));
  return page_id;
end
$$;

-- `changes`: title, odoo_partner_id, odoo_move_id, odoo_project_id; a null takes a link away, and what is absent stays.
create function work.update_page(
  page_id uuid, changes jsonb, expected_version int default null, idempotency_key text default null,
  mutation text default 'updatePage'
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, mutation, jsonb_build_array(page_id, changes, expected_version));
  page work.pages;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  if changes - array['title', 'odoo_partner_id', 'odoo_move_id', 'odoo_project_id'] <> '{}' or changes = '{}' then
    perform work.refuse('TP400', 'Say what is to change: the title, or a link to Odoo');
  elsif changes ? 'title' then
    perform work.check_text('title', changes ->> 'title', 500);
  end if;
  page := work.lock_page(page_id, expected_version);
  page := jsonb_populate_record(page, changes);
  update work.pages p set title = page.title, odoo_partner_id = page.odoo_partner_id, odoo_move_id = page.odoo_move_id,
    odoo_project_id = page.odoo_project_id
  where p.id = page_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', page_id));
  return page_id;
end
$$;

-- The column of a page that keeps the id of an Odoo record, for display.
create function work.odoo_column(kind text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if kind is null or kind not in ('PARTNER', 'MOVE', 'PROJECT') then
    perform work.refuse('TP400', 'A page links to a PARTNER, a MOVE or a PROJECT', '{"argument": "kind"}');
  end if;
  return 'odoo_' || lower(kind) || '_id';
end
$$;

create function work.link_odoo_record(
  page_id uuid, kind text, record_id int, expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
begin
  if record_id is null or record_id < 1 then
    perform work.refuse('TP400', 'An id of Odoo is a whole number from 1', '{"argument": "recordId"}');
  end if;
  return work.update_page(page_id, jsonb_build_object(work.odoo_column(kind), record_id), expected_version, idempotency_key,
    'linkOdooRecord');
end
$$;
create function work.unlink_odoo_record(
  page_id uuid, kind text, expected_version int default null, idempotency_key text default null
) returns uuid
language sql volatile set search_path = '' as $$
  select work.update_page(page_id, jsonb_build_object(work.odoo_column(kind), null), expected_version, idempotency_key,
    'unlinkOdooRecord')
$$;

-- With all below it and on it; into another space the mover is editor of both.
create function work.move_page(
  page_id uuid, space_id uuid default null, parent_id uuid default null, after_id uuid default null,
  before_id uuid default null, expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'movePage',
    jsonb_build_array(page_id, space_id, parent_id, after_id, before_id, expected_version));
  page work.pages;
  place record;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  page := work.find_page(page_id);
  perform work.require_role(page.space_id, 'editor');
  if page_id in (after_id, before_id) then
    perform work.refuse('TP400', 'A page cannot stand beside itself');
  end if;
  place := work.resolve_place(space_id, parent_id, after_id, before_id);
  perform work.require_role(place.space_id, 'editor');
  perform work.lock_tree(page.space_id, place.space_id);
  page := work.lock_page(page_id, expected_version);
  if place is distinct from work.resolve_place(space_id, parent_id, after_id, before_id) then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  update work.pages p set space_id = place.space_id, parent_id = place.parent_id,
    rank = work.page_rank(place.space_id, place.parent_id, after_id, before_id, page_id)
  where p.id = page_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', page_id));
  return page_id;
end
$$;

-- The ids of a page and of all below it, those above before those below; archived ones, and what is below them, only
-- where asked for.
create function work.page_subtree(page_id uuid, archived boolean default false) returns uuid[]
language sql stable set search_path = '' as $$
  with recursive below as (
    select p.id, 1 as depth from work.pages p where p.id = page_subtree.page_id
    union all
    select p.id, b.depth + 1 from below b join work.pages p on p.parent_id = b.id
    where b.depth < 50 and (archived or p.archived_at is null)
  )
  select array_agg(b.id order by b.depth) from below b
$$;

-- The page, its blocks and its links to Odoo, after the original; with `subtree` also the pages below that are not
-- archived. Comments, databases and attachments stay with the original.
create function work.duplicate_page(
  page_id uuid, subtree boolean default false, title text default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'duplicatePage', jsonb_build_array(page_id, subtree, title));
  page work.pages;
  ids uuid[] := array[page_id];
  copies jsonb;
  root uuid;
  root_rank text;
begin
  if answer is not null then
    return answer ->> 'id';
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
  root_rank := work.page_rank(page.space_id, page.parent_id, page_id);
  select jsonb_object_agg(id, gen_random_uuid()) into copies from unnest(ids) as id;
  root := copies ->> page_id::text;
  insert into work.pages (id, space_id, parent_id, title, rank, odoo_partner_id, odoo_move_id, odoo_project_id)
  select (copies ->> p.id::text)::uuid, p.space_id,
    case when p.id = page_id then p.parent_id else (copies ->> p.parent_id::text)::uuid end,
    case when p.id = page_id then coalesce(duplicate_page.title, left(p.title, 493) || ' (copy)') else p.title end,
    case when p.id = page_id then root_rank else p.rank end,
    p.odoo_partner_id, p.odoo_move_id, p.odoo_project_id
  from unnest(ids) with ordinality as i (id, n) join work.pages p on p.id = i.id order by i.n;
  with copy as materialized (
    select b.id, gen_random_uuid() as copy_id from work.blocks b where b.page_id = any (ids)
  )
  insert into work.blocks (id, space_id, page_id, parent_id, rank, type, content)
  select c.copy_id, b.space_id, (copies ->> b.page_id::text)::uuid, above.copy_id, b.rank, b.type, b.content
  from copy c join work.blocks b on b.id = c.id left join copy above on above.id = b.parent_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', root));
  return root;
end
$$;

-- With all below it; what was archived before keeps its own mark, and is not restored with this one.
create function work.archive_page(page_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'archivePage', jsonb_build_array(page_id, expected_version));
  page work.pages;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  page := work.find_page(page_id);
  perform work.require_role(page.space_id, 'editor');
  perform work.lock_tree(page.space_id);
  perform work.lock_page(page_id, expected_version);
  update work.pages p set archived_at = now(), archived_with = page_id where p.id = any (work.page_subtree(page_id));
  perform work.end_once(idempotency_key, jsonb_build_object('id', page_id));
  return page_id;
end
$$;

-- With all that was archived with it.
create function work.restore_page(page_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'restorePage', jsonb_build_array(page_id, expected_version));
  page work.pages;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  page := work.find_page(page_id);
  perform work.require_role(page.space_id, 'editor');
  perform work.lock_tree(page.space_id);
  page := work.lock_page(page_id, expected_version, archived => true);
  if exists (select from work.pages p where p.id = page.parent_id and p.archived_at is not null) then
    perform work.refuse('TP409', 'The page above it is archived: restore that one first', jsonb_build_object('archivedWith', page.archived_with));
  end if;
  update work.pages p set archived_at = null, archived_with = null
  where p.id = page_id or (p.id = any (work.page_subtree(page_id, archived => true)) and p.archived_with = page_id);
  perform work.end_once(idempotency_key, jsonb_build_object('id', page_id));
  return page_id;
end
$$;

-- What lists of pages ask -----------------------------------------------------------------------------------------

-- The pages above one, the topmost at depth 0.
create function work.ancestors_of(parent_id uuid) returns table (id uuid, title text, depth int)
language sql stable set search_path = '' as $$
  with recursive above as (
    select p.id, p.title, p.parent_id, 1 as height from work.pages p where p.id = ancestors_of.parent_id
    union all
    select p.id, p.title, p.parent_id, a.height + 1 from above a join work.pages p on p.id = a.parent_id where a.height < 50
  )
  select a.id, a.title, (max(a.height) over () - a.height)::int from above a
$$;

-- One row for each page and each page above it: lateral, so that the page asked for is found first.
create view work.breadcrumbs with (security_invoker = true) as
select p.id as page_id, a.id, a.title, a.depth
from work.pages p cross join lateral work.ancestors_of(p.parent_id) a;
grant select on work.breadcrumbs to authenticated, service_role;

-- The pages of a space in the order in which a tree shows them, down to `depth` levels; archived pages only where asked
-- for. At most `most` rows.
create function work.page_tree(space_id uuid, depth int default 3, archived boolean default false, most int default 1000)
returns table (id uuid, parent_id uuid, title text, level int, children int, archived_at timestamptz, version int)
language sql stable set search_path = '' as $$
  with recursive tree as (
    select p.id, p.parent_id, p.title, 1 as level, p.archived_at, p.version, array[p.rank collate "C", p.id::text] as path
    from work.pages p
    where p.space_id = page_tree.space_id and p.parent_id is null and (page_tree.archived or p.archived_at is null)
    union all
    select p.id, p.parent_id, p.title, t.level + 1, p.archived_at, p.version, t.path || array[p.rank collate "C", p.id::text]
    from tree t join work.pages p on p.parent_id = t.id
    where t.level < page_tree.depth and (page_tree.archived or p.archived_at is null)
  )
  select t.id, t.parent_id, t.title, t.level,
    (select count(*)::int from work.pages c where c.parent_id = t.id and (page_tree.archived or c.archived_at is null)),
    t.archived_at, t.version
  from (select * from tree order by path limit most) t order by t.path
$$;

-- Who may call what -----------------------------------------------------------------------------------------------

revoke execute on all functions in schema work from public;
do $$
declare
  called text;
begin
  -- Triggers run without a grant. What the statements of a user reach besides, all that is not SECURITY DEFINER.
  for called in
    select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'work' and p.prorettype <> 'trigger'::regtype
      and p.proname not in ('my_space_ids', 'note_changed_blocks')
  loop
    execute format('grant execute on function %s to authenticated, service_role', called);
  end loop;
end
$$;
