-- A key between two; null for an end means that the list ends there. The answer is null where there is no key between
-- them (they are equal, or one was not made here): write the list's keys anew, with work.rank_at, and ask again.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.rank_between(a text, b text) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  low constant text collate "C" := a;
  high constant text collate "C" := b;
  low_size int := work.rank_integer_length(a);
  high_size int := work.rank_integer_length(b);
  whole text collate "C";
begin
  if (low is not null and low_size is null) or (high is not null and high_size is null) or low >= high then
    return null;
  elsif low is null and high is null then
    return 'a0';
  elsif low is null then
    if length(high) > high_size then
      return left(high, high_size);
    end if;
    return work.rank_step(high, -1);
  end if;
  if high is not null and left(low, low_size) = left(high, high_size) then
    return left(low, low_size) || work.rank_fraction(substr(low, low_size + 1), substr(high, high_size + 1));
  end if;
  whole := work.rank_step(left(low, low_size), 1);
  if whole is not null and (high is null or whole < high) then
    return whole;
  end if;
  return left(low, low_size) || work.rank_fraction(substr(low, low_size + 1), null);
end
$$;
