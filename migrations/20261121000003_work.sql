-- The workspace (SoW): every row belongs to a space, and a user sees the spaces in which work.permissions names them.

create schema work;

create table work.spaces (
  id uuid primary key default gen_random_uuid(),
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index spaces_name on work.spaces (name, id);

create table work.permissions (
  space_id uuid not null references work.spaces (id) on delete cascade,
  user_id uuid not null,
  role text not null check (role in ('member', 'editor', 'admin')),
  created_at timestamptz not null default now(),
  primary key (space_id, user_id)
);
create index permissions_user on work.permissions (user_id, space_id);

-- rank: a fractional index, compared byte by byte.
create table work.pages (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references work.spaces (id) on delete cascade,
  parent_id uuid,
  title text not null,
  rank text collate "C" not null check (rank <> ''),
  version int not null default 1 check (version > 0),
  -- A display reference: the id of a res.partner in Odoo, read live through the link, never written back.
  odoo_partner_id int check (odoo_partner_id > 0),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, space_id),
  foreign key (parent_id, space_id) references work.pages (id, space_id) on update cascade on delete cascade
);
create index pages_space on work.pages (space_id, rank, id);
create index pages_parent on work.pages (parent_id, rank, id);

-- space_id is carried on blocks and comments, kept right by the foreign key: row-level security then needs no join.
create table work.blocks (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null,
  page_id uuid not null,
  parent_id uuid,
  rank text collate "C" not null check (rank <> ''),
  type text not null check (type in (
    'PARAGRAPH', 'HEADING_1', 'HEADING_2', 'HEADING_3', 'BULLETED_LIST_ITEM', 'NUMBERED_LIST_ITEM', 'TO_DO', 'TOGGLE',
    'QUOTE', 'CALLOUT', 'CODE', 'DIVIDER', 'IMAGE', 'FILE', 'BOOKMARK', 'TABLE', 'PAGE_EMBED', 'DATABASE_VIEW', 'ODOO_RECORD'
  )),
  content jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, page_id),
  foreign key (page_id, space_id) references work.pages (id, space_id) on update cascade on delete cascade,
  foreign key (parent_id, page_id) references work.blocks (id, page_id) on delete cascade
);
create index blocks_page on work.blocks (page_id, rank, id);
create index blocks_parent on work.blocks (parent_id, rank, id);

create table work.comments (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null,
  page_id uuid not null,
  author_id uuid,
  body text not null check (body <> ''),
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  foreign key (page_id, space_id) references work.pages (id, space_id) on update cascade on delete cascade
);
create index comments_page on work.comments (page_id, created_at, id);

-- SECURITY DEFINER, so that the policies below do not run into the policy of work.permissions itself.
create function work.my_space_ids() returns setof uuid
language sql stable security definer set search_path = '' as
  $$ select space_id from work.permissions where user_id = (select auth.uid()) $$;
revoke execute on function work.my_space_ids() from public;

alter table work.spaces enable row level security;
alter table work.permissions enable row level security;
alter table work.pages enable row level security;
alter table work.blocks enable row level security;
alter table work.comments enable row level security;

grant usage on schema work to authenticated, service_role, agent_workspace_indexer;
grant execute on function work.my_space_ids() to authenticated;
grant select on work.spaces, work.permissions, work.pages, work.blocks, work.comments to authenticated, service_role;
grant select on work.spaces, work.pages, work.blocks, work.comments to agent_workspace_indexer;

create policy member_reads on work.spaces for select to authenticated using (id in (select work.my_space_ids()));
create policy member_reads on work.permissions for select to authenticated using (space_id in (select work.my_space_ids()));
create policy member_reads on work.pages for select to authenticated using (space_id in (select work.my_space_ids()));
create policy member_reads on work.blocks for select to authenticated using (space_id in (select work.my_space_ids()));
create policy member_reads on work.comments for select to authenticated using (space_id in (select work.my_space_ids()));

create policy all_read on work.spaces for select to service_role, agent_workspace_indexer using (true);
create policy all_read on work.permissions for select to service_role using (true);
create policy all_read on work.pages for select to service_role, agent_workspace_indexer using (true);
create policy all_read on work.blocks for select to service_role, agent_workspace_indexer using (true);
create policy all_read on work.comments for select to service_role, agent_workspace_indexer using (true);
