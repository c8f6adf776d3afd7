-- Up to this many pages are looked at one by one: no slower than the indexes, which know of everybody's pages.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.title_scan_limit() returns int language sql immutable parallel safe set search_path = '' as $$ select 3000 $$;
