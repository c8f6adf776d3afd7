-- Who is to become a member of a space once somebody signs in by an e-mail address.

create table work.invitations (
  id uuid primary key default gen_random_uuid(),
  space_id uuid not null references work.spaces (id) on delete cascade,
  -- In small letters: addresses that differ in capitals alone are one.
  email text not null check (email = lower(email) and length(email) between 3 and 320),
  role text not null check (role in ('member', 'editor', 'admin')),
  role_name text not null generated always as (upper(role)) stored,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '14 days',
  unique (space_id, email)
);
create index invitations_email on work.invitations (email);
alter table work.invitations enable row level security;
create policy all_read on work.invitations for select to service_role using (true);
create policy admin_reads on work.invitations for select to authenticated
  using (space_id in (select work.my_admin_space_ids()));
create policy service_deletes on work.invitations for delete to service_role using (true);
create policy admin_deletes on work.invitations for delete to authenticated
  using (space_id in (select work.my_admin_space_ids()));
