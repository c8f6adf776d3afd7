-- Whether a set of numbers is one of a schedule: not empty, without repetition, each from `low` to `high`.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.are_within(numbers int[], low int, high int) returns boolean
language sql immutable set search_path = '' as $$
  select cardinality(numbers) > 0 and array_position(numbers, null) is null
    and low <= all (numbers) and high >= all (numbers)
    and cardinality(numbers) = (select count(distinct n) from unnest(numbers) n)
$$;
