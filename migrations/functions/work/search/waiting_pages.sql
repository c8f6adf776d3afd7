-- The pages of the viewer's spaces that wait for the indexer. SECURITY DEFINER: no user reads the queue.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.waiting_pages(space_ids uuid[]) returns table (page_id uuid, enqueued_at timestamptz)
language sql stable security definer rows 10 set search_path = '' as $$
  select q.page_id, q.enqueued_at from work.index_queue q where q.space_id = any (work.readable_space_ids(waiting_pages.space_ids))
$$;
