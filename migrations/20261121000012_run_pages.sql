-- Which pages of the workspace a run touched, as its own events say: `pageId`, or a list `pageIds`, in an event's payload.
-- A page's id is kept as it was said: the page lives on another surface, and may be gone.

create table ops.run_pages (
  id uuid primary key default gen_random_uuid(),
  run_id uuid not null references ops.runs (id) on delete cascade,
  page_id uuid not null,
  -- Number of the event that said so first.
  seq int not null,
  created_at timestamptz not null default now(),
  unique (run_id, page_id)
);

alter table ops.run_pages enable row level security;
grant select on ops.run_pages to service_role, agent_sync_odoo_agent;
create policy read_run_pages on ops.run_pages for select to service_role, agent_sync_odoo_agent using (true);

create function ops.note_pages() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into ops.run_pages (run_id, page_id, seq, created_at)
  select new.run_id, said.id::uuid, new.seq, new.created_at
  from (
    select new.payload ->> 'pageId' as id
    union
    select value from jsonb_array_elements_text(
      case when jsonb_typeof(new.payload -> 'pageIds') = 'array' then new.payload -> 'pageIds' else '[]' end) value
  ) said
  where said.id ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'
  on conflict (run_id, page_id) do nothing;
  return null;
end
$$;
revoke execute on function ops.note_pages() from public;

-- Cloned to each partition, those to come too.
create trigger note_pages after insert on ops.run_events
  for each row when (new.payload ?| array['pageId', 'pageIds']) execute function ops.note_pages();
