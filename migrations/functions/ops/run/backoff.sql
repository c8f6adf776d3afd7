-- How long a failed run waits: 2 s × 2^(attempt - 1), at most 10 min, and of it 50–100 % by chance: runs that failed together do not return together.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.backoff(attempt int) returns interval
language sql volatile set search_path = '' as $$
  select make_interval(secs => least(600, 2 * power(2, least(greatest(attempt, 1), 20) - 1)) * (0.5 + random() / 2))
$$;
