-- Serializes who counts the places of environments, until the transaction ends.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.lock_pull_requests() returns void
language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('ops.pull_request_environments', 7));
end
$$;
