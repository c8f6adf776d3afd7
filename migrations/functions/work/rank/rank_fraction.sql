-- The shortest fraction between two; null for `upper` means that there is none.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.rank_fraction(lower_end text, upper_end text) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  digits constant text collate "C" := work.rank_digits();
  a text collate "C" := lower_end;
  b text collate "C" := upper_end;
  made text := '';
  low int;
  high int;
begin
  loop
    low := case when a = '' then 0 else strpos(digits, left(a, 1)) - 1 end;
    high := case when b is null then 62 else strpos(digits, left(b, 1)) - 1 end;
    if high - low > 1 then
      return made || substr(digits, (low + high + 1) / 2 + 1, 1);
    elsif high = low then
      b := substr(b, 2);
    elsif length(b) > 1 then
      return made || left(b, 1);
    else
      b := null;
    end if;
    made := made || substr(digits, low + 1, 1);
    a := substr(a, 2);
  end loop;
end
$$;
