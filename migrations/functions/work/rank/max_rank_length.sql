-- How long a key may become before its list is written anew: some two hundred and fifty insertions into the same gap.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.max_rank_length() returns int language sql immutable parallel safe set search_path = '' as $$ select 50 $$;
