-- A wake-up, no message: readers read past their cursor. Each event also changes its run, so the runs are enough.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.notify_changes() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_notify('tripoint_ops', id::text) from changed;
  return null;
end
$$;
