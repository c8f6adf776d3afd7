-- Makes a worker's leases last longer: for an embedder that takes its time.
-- Executed by: operation
-- Raises: TP400
create or replace function work.extend_index_lease(worker text, page_ids uuid[], lease_seconds int default 120) returns void
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  perform work.commit_without_waiting();
  if lease_seconds is null or lease_seconds not between 1 and 3600 then
    perform work.refuse('TP400', 'A lease takes from 1 to 3600 seconds', '{"argument": "lease_seconds"}');
  end if;
  update work.index_queue q set claimed_until = now() + make_interval(secs => lease_seconds)
  where q.page_id = any (page_ids) and q.claimed_by = extend_index_lease.worker;
  update work.embedding_claims e set until = now() + make_interval(secs => lease_seconds)
  where e.page_id = any (page_ids) and e.worker = extend_index_lease.worker;
end
$$;
