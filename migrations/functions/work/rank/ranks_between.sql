-- `count` keys between two, in order; null where there are none.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.ranks_between(a text, b text, count int) returns text[]
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  made text[] := '{}';
  middle text;
  before text[];
  after text[];
begin
  if count < 1 then
    return made;
  elsif b is null then
    for n in 1 .. count loop
      made := made || work.rank_between(case when n = 1 then a else made[n - 1] end, null);
    end loop;
    return case when array_position(made, null) is null then made end;
  end if;
  middle := work.rank_between(a, b);
  if middle is null then
    return null;
  end if;
  before := work.ranks_between(a, middle, count / 2);
  after := work.ranks_between(middle, b, count - count / 2 - 1);
  return before || middle || after;
end
$$;
