-- What a restoring function is at, as long as it runs: a version, or `bin`; else empty.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.restoring() returns text
language sql stable set search_path = '' as $$ select coalesce(current_setting('work.restoring', true), '') $$;
