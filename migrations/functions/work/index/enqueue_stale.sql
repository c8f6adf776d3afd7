-- Queues pages whose chunks are of another model or not there, in the order of their ids, after `after`; what is queued
-- already stays as it is. How many, and the last page that was looked at: null at the end.
-- Executed by: operation
-- Raises: nothing
create or replace function work.enqueue_stale(model text, most int default 1000, after uuid default null)
returns table (enqueued int, last_id uuid)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  stale uuid[] := array(
    select p.id from work.pages p
    where p.archived_at is null and (enqueue_stale.after is null or p.id > enqueue_stale.after)
      and work.is_stale(p.id, enqueue_stale.model)
    order by p.id limit most);
begin
  perform work.commit_without_waiting();
  insert into work.index_queue as q (page_id, space_id, op)
  select p.id, p.space_id, 'INDEX' from work.pages p where p.id = any (stale) order by p.id
  on conflict do nothing;
  get diagnostics enqueued = row_count;
  last_id := stale[cardinality(stale)];
  return next;
end
$$;
