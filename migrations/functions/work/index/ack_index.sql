-- Replaces what the index holds of a page by `chunks`: [{"chunk", "heading", "content", "blockIds", "contentHash": hex,
-- "embedding": of 1536 numbers}], numbered from 0; [] for a page that is archived. An embedding that is left out is the one
-- stored under this hash and model. Takes the page off the queue unless it has changed since it was claimed.
-- False where nothing was done: the lease is another's by now, or an embedding that was left out is stored no more.
-- Executed by: operation
-- Raises: nothing
create or replace function work.ack_index(
  page_id uuid, worker text, generation bigint, version int, model text, native_dimensions int, chunks jsonb
) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  perform work.commit_without_waiting();
  -- Of indexers alone: who writes the page does not wait for its chunks.
  perform pg_advisory_xact_lock(hashtextextended('work.search_index ' || ack_index.page_id, 0));
  if not exists (
       select from work.index_queue q where q.page_id = ack_index.page_id and q.claimed_by = ack_index.worker)
     or exists (
       select from work.search_index s where s.page_id = ack_index.page_id and s.page_version > ack_index.version) then
    return false;
  end if;
  begin
    perform work.store_chunks(ack_index.page_id, ack_index.version, ack_index.model, ack_index.native_dimensions, chunks);
  exception when no_data_found then
    perform work.fail_index(ack_index.page_id, ack_index.worker, ack_index.generation, null);
    return false;
  end;
  -- Last, because a writer of the page waits for this row.
  delete from work.index_queue q
  where q.page_id = ack_index.page_id and q.claimed_by = ack_index.worker and q.generation = ack_index.generation;
  if found then
    return true;
  end if;
  delete from work.embedding_claims e where e.page_id = ack_index.page_id and e.worker = ack_index.worker;
  update work.index_queue q set claimed_by = null, claimed_until = null
  where q.page_id = ack_index.page_id and q.claimed_by = ack_index.worker;
  return found;
end
$$;
