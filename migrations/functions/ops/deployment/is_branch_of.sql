-- Whether a branch is of a pattern: a name, or the beginning of one with a * behind it.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.is_branch_of(branch text, pattern text) returns boolean
language sql immutable set search_path = '' as $$
  select case when right(pattern, 1) = '*' then starts_with(branch, left(pattern, -1)) and length(branch) >= length(pattern)
    else branch = pattern end
$$;
