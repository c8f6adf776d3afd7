-- Keeps the time at which a thread was resolved, which another time does not replace.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.keep_resolving() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.resolved_at := old.resolved_at;
  return new;
end
$$;
