-- How far ahead a due time is looked for. Where both days must match, a 29 February on one weekday comes every 28 years,
-- and every 40 where a century's year is no leap year.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.due_horizon(both_days boolean) returns interval
language sql immutable set search_path = '' as $$
  select case when both_days then interval '41 years' else interval '9 years' end
$$;
