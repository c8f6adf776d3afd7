-- How alike a word is with a typo. Half of two or three letters is no typo, but another word.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.typo_threshold(word text) returns float8
language sql immutable parallel safe set search_path = '' as $$
  select case when length(word) in (2, 3) then 0.6 else 0.45 end
$$;
