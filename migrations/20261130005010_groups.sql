-- Groups of users: which there are, who is in them, and each time that somebody came or went.

-- Written by the doctrine's own migrations (`tripoint doctrine --grants`), and by nothing else.
create table ops.groups (
  name text primary key check (length(name) between 1 and 200)
);
alter table ops.groups enable row level security;
create policy all_read on ops.groups for select to service_role, agent_sync_odoo_agent using (true);

-- Not a foreign key to ops.groups: a group that leaves the doctrine leaves its people, who are in nothing then.
create table ops.group_members (
  id uuid primary key default gen_random_uuid(),
  group_name text not null check (length(group_name) between 1 and 200),
  user_id uuid not null,
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  constraint group_members_once unique (user_id, group_name)
);
comment on column ops.group_members.removed_at is
  'When the user was removed; null for a member. Tokens that were made before it, and name the group, count for nothing.';
create index group_members_added_at on ops.group_members (added_at, id);
alter table ops.group_members enable row level security;
create policy all_read on ops.group_members for select to service_role, agent_sync_odoo_agent using (true);
create trigger check_person after insert or update of user_id on ops.group_members
  for each row execute function ops.check_person();

create table ops.group_events (
  id uuid primary key default gen_random_uuid(),
  group_name text not null,
  user_id uuid not null,
  change text not null check (change in ('ADDED', 'REMOVED')),
  changed_by text not null,
  created_at timestamptz not null default now()
);
create index group_events_created_at on ops.group_events (created_at, id);
alter table ops.group_events enable row level security;
create policy all_read on ops.group_events for select to service_role, agent_sync_odoo_agent using (true);
create trigger append_only before delete or update on ops.group_events
  for each row execute function ops.refuse_change();
create trigger append_only_truncate before truncate on ops.group_events
  for each statement execute function ops.refuse_change();
