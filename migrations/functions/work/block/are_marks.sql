-- Whether marks of a rich text fit: within the text, between its characters, and no two of one type over the same ones.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.are_marks(marks jsonb, words text) returns boolean
language plpgsql immutable set search_path = '' as $$
declare
  units int := work.utf16_length(words);
  count int := case when jsonb_typeof(marks) = 'array' then jsonb_array_length(marks) else 1001 end;
begin
  if count > 1000 then
    return false;
  end if;
  for n in 0 .. count - 1 loop
    if not work.is_mark(marks -> n, units) then
      return false;
    end if;
    if units > length(words) then
      if work.utf16_characters(words, (marks -> n ->> 'from')::int) is null
        or work.utf16_characters(words, (marks -> n ->> 'to')::int) is null then
        return false;
      end if;
    end if;
  end loop;
  if count < 2 then
    return true;
  end if;
  return not exists (
    select from (
      select (m ->> 'from')::int as begins, max((m ->> 'to')::int) over (
        partition by m ->> 'type' order by (m ->> 'from')::int, n rows between unbounded preceding and 1 preceding) as past
      from jsonb_array_elements(marks) with ordinality as e (m, n)
    ) s where s.begins < s.past
  );
end
$$;
