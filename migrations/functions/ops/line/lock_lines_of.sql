-- Waits for the lines of a run, before a run is locked that may end: its end moves its lines.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.lock_lines_of(run_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform ops.lock_lines(r.agent, r.ordering_keys) from ops.runs r
  where r.id = lock_lines_of.run_id and r.ordering_keys <> '{}' and not ops.is_ended(r.status);
end
$$;
