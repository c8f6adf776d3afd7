-- Another language, other words: every page of the space is due. SECURITY DEFINER: nobody writes the queue by hand.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.enqueue_space_index() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into work.index_queue as q (page_id, space_id, op)
  select p.id, p.space_id, 'INDEX' from work.pages p where p.space_id = new.id and p.archived_at is null order by p.id
  on conflict (page_id) do update
    set generation = q.generation + 1, attempts = 0, last_error = null, dead_at = null, enqueued_at = now();
  return null;
end
$$;
