-- Whether marks of a rich text fit: within the text, between its characters, and no two of one type over the same ones.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.are_marks(marks jsonb, words text) returns boolean
language plpgsql immutable set search_path = '' as $$
declare
  units int := work.utf16_length(words);
begin
  if jsonb_typeof(marks) <> 'array' or jsonb_array_length(marks) > 1000 then
    return false;
  elsif exists (select from jsonb_array_elements(marks) m where not work.is_mark(m, units)) then
    return false;
  elsif exists (
    select from (
      select (m ->> 'from')::int as begins, max((m ->> 'to')::int) over (
        partition by m ->> 'type' order by (m ->> 'from')::int, n rows between unbounded preceding and 1 preceding) as past
      from jsonb_array_elements(marks) with ordinality as e (m, n)
    ) s where s.begins < s.past
  ) then
    return false;
  end if;
  return units = length(words) or not exists (
    select from jsonb_array_elements(marks) m
    where work.utf16_characters(words, (m ->> 'from')::int) is null or work.utf16_characters(words, (m ->> 'to')::int) is null);
end
$$;
