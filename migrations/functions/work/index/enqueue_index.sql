-- Queues a page for the search index in the transaction that changed it or its blocks: the blocks' own trigger raises
-- the page's version, which this one hears of. SECURITY DEFINER: nobody writes the queue by hand.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.enqueue_index() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into work.index_queue as q (page_id, space_id, op)
  values (new.id, new.space_id, case when new.archived_at is null then 'INDEX' else 'REMOVE' end)
  on conflict (page_id) do update
    set op = excluded.op, generation = q.generation + 1, attempts = 0, last_error = null, dead_at = null, enqueued_at = now();
  return null;
end
$$;
