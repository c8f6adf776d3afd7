-- How many letters must be put in, left out or replaced, or neighbours swapped, to make one word of the other.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.edits_between(a text, b text) returns int
language plpgsql immutable set search_path = '' as $$
declare
  older int[];
  previous int[] := array(select generate_series(0, length(b)));
  current int[];
  edits int;
begin
  for i in 1..length(a) loop
    current := array[i];
    for j in 1..length(b) loop
      edits := least(previous[j + 1] + 1, current[j] + 1, previous[j] + (substr(a, i, 1) <> substr(b, j, 1))::int);
      if i > 1 and j > 1 and substr(a, i, 1) = substr(b, j - 1, 1) and substr(a, i - 1, 1) = substr(b, j, 1) then
        edits := least(edits, older[j - 1] + 1);
      end if;
      current := current || edits;
    end loop;
    older := previous;
    previous := current;
  end loop;
  return previous[length(b) + 1];
end
$$;
