-- What each thing that changed after an entry was right after it; null of what was not there yet.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.images_since(page_id uuid, number int, kind text)
returns table (record_id uuid, before jsonb)
language sql stable set search_path = '' as $$
  select distinct on (c.record_id) c.record_id, c.before
  from work.page_history h join work.history_changes c on c.entry_id = h.id
  where h.page_id = images_since.page_id and h.number > images_since.number and c.kind = images_since.kind
  order by c.record_id, h.number
$$;
