-- How far the index is: pages that wait and are dead letters, and pages whose chunks are of another model or not there.
-- Executed by: operation
-- Raises: nothing
create or replace function work.index_progress(model text) returns table (waiting int, dead int, stale int, pages int)
language sql stable security definer set search_path = '' as $$
  select
    (select count(*)::int from work.index_queue q where q.dead_at is null),
    (select count(*)::int from work.index_queue q where q.dead_at is not null),
    (select count(*)::int from work.pages p where p.archived_at is null and work.is_stale(p.id, index_progress.model)),
    (select count(*)::int from work.pages p where p.archived_at is null)
$$;
