-- Has dead letters tried again: those of the pages that are named, or all. How many.
-- Executed by: operation
-- Raises: TP400, TP403, TP422
-- Once per key: 'retryIndexing', jsonb_build_array(page_ids)
-- Kept: jsonb_build_object('retried', retried)
-- Repeated: answer ->> 'retried'
create or replace function work.retry_indexing(page_ids uuid[] default null, idempotency_key text default null) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  retried int;
begin
  update work.index_queue q
  set attempts = 0, dead_at = null, claimed_by = null, claimed_until = null, enqueued_at = now()
  where q.dead_at is not null and (page_ids is null or q.page_id = any (page_ids));
  get diagnostics retried = row_count;
  return retried;
end
$$;
