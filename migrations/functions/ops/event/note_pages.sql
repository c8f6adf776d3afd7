-- Notes which pages of the workspace an event of a run names, as `pageId` or in `pageIds`.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.note_pages() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into ops.run_pages (run_id, page_id, seq, created_at, tenant_id)
  select new.run_id, said.id::uuid, new.seq, new.created_at, new.tenant_id
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
