-- How far the index is behind, for these spaces, for all where null: of what the viewer sees alone.
-- stale_chunks: of another model, never compared, or of pages that wait for the indexer. lag_seconds: for how long the
-- oldest change waits; 0 where none does.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.search_status(model text, space_ids uuid[] default null)
returns table (stale_chunks int, lag_seconds float8, chunks int)
language sql stable rows 1 set search_path = '' as $$
  with waiting as materialized (
    select w.page_id, w.enqueued_at from work.waiting_pages(search_status.space_ids) w
  ), counted as (
    select count(*) as chunks, count(*) filter (where s.model is distinct from search_status.model and e.kept) as foreign_chunks
    from work.search_index s, (select work.has_embeddings() as kept) e
    where s.space_id = any (work.readable_space_ids(search_status.space_ids))
  ), waiting_chunks as (
    select count(*) as chunks from waiting w join work.search_index s on s.page_id = w.page_id and s.model = search_status.model
  )
  select (c.foreign_chunks + w.chunks)::int,
    coalesce((select greatest(extract(epoch from now() - min(q.enqueued_at)), 0) from waiting q), 0)::float8, c.chunks::int
  from counted c, waiting_chunks w
$$;
