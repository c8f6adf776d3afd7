-- How many pages of the viewer's spaces wait for the indexer, dead letters not counted, and for how long the first of them.
-- SECURITY DEFINER: no user reads the queue.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.pending_pages(space_ids uuid[] default null) returns table (pages int, oldest_seconds float8)
language sql stable security definer rows 1 set search_path = '' as $$
  select count(*)::int, greatest(coalesce(extract(epoch from now() - min(q.enqueued_at)), 0), 0)::float8
  from work.index_queue q
  where q.dead_at is null and q.space_id = any (work.readable_space_ids(pending_pages.space_ids))
$$;
