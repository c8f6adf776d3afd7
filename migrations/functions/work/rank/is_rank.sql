-- Whether a text is a key as work.rank_between makes them.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_rank(key text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select length(key) <= 100 and work.rank_integer_length(key) is not null
$$;
