-- The whole number beside one: `step` is 1 or -1. Null at the end of all keys.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.rank_step(whole text, step int) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  digits constant text collate "C" := work.rank_digits();
  last text := case step when 1 then 'z' else '0' end;
  wrapped text := case step when 1 then '0' else 'z' end;
  kept text := rtrim(substr(whole, 2), last);
  head text := left(whole, 1);
  size int := length(whole) - 1;
begin
  if kept <> '' then
    return head || left(kept, -1) || substr(digits, strpos(digits, right(kept, 1)) + step, 1)
      || repeat(wrapped, size - length(kept));
  end if;
  if step = 1 then
    if head = 'z' then return null; end if;
    if head = 'Z' then return 'a0'; end if;
    return chr(ascii(head) + 1) || repeat('0', case when head >= 'a' collate "C" then size + 1 else size - 1 end);
  end if;
  if head = 'A' then return null; end if;
  if head = 'a' then return 'Zz'; end if;
  return chr(ascii(head) - 1) || repeat('z', case when head >= 'a' collate "C" then size - 1 else size + 1 end);
end
$$;
