-- How many characters the whole number of a key has; null where the text is no key.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.rank_integer_length(key text) returns int
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  code int := ascii(key);
  size int := case when code between 97 and 122 then code - 95 when code between 65 and 90 then 92 - code end;
begin
  if size is null or length(key) < size or key collate "C" !~ '^[0-9A-Za-z]+$'
    or (length(key) > size and right(key, 1) = '0') then
    return null;
  end if;
  return size;
end
$$;
