-- Whether a value is one mark of a rich text; `units`: how many code units the text has.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_mark(mark jsonb, units int) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(mark) <> 'object' or jsonb_typeof(mark -> 'from') is distinct from 'number'
    or jsonb_typeof(mark -> 'to') is distinct from 'number' then
    return false;
  elsif mark ->> 'from' !~ '^\d{1,6}$' or mark ->> 'to' !~ '^\d{1,6}$' then
    return false;
  elsif (mark ->> 'from')::int >= (mark ->> 'to')::int or (mark ->> 'to')::int > units then
    return false;
  elsif mark -> 'type' = '"link"' then
    return mark - '{type,from,to,href}'::text[] = '{}' and coalesce(work.is_address(mark -> 'href', '^(https?|mailto|tel):'), false);
  end if;
  return mark - '{type,from,to}'::text[] = '{}'
    and coalesce(mark -> 'type' in ('"bold"', '"italic"', '"underline"', '"strike"', '"code"'), false);
end
$$;
