-- The key of the nth in a list that is written anew, from 0: all of one length up to n = 62, then of the next.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.rank_at(n int) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  digits constant text := work.rank_digits();
  rest bigint := n;
  size int := 1;
  room bigint := 62;
  made text := '';
begin
  while rest >= room loop
    rest := rest - room;
    size := size + 1;
    room := room * 62;
  end loop;
  for place in 1 .. size loop
    made := substr(digits, (rest % 62)::int + 1, 1) || made;
    rest := rest / 62;
  end loop;
  return chr(96 + size) || made;
end
$$;
