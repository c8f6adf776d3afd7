-- The first and the second part of a text, each with its part of the marks; null where the offset splits a character.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.split_text(content jsonb, units int) returns jsonb[]
language plpgsql immutable set search_path = '' as $$
declare
  value text := coalesce(content ->> 'text', '');
  characters int := work.utf16_characters(value, units);
  marks jsonb := coalesce(content -> 'marks', '[]');
begin
  if characters is null then
    return null;
  end if;
  return array[
    work.with_text(content, left(value, characters), (
      select jsonb_agg(m.mark || jsonb_build_object('to', least((m.mark ->> 'to')::int, units)) order by m.n)
      from jsonb_array_elements(marks) with ordinality m (mark, n) where (m.mark ->> 'from')::int < units)),
    work.with_text(content, substr(value, characters + 1), (
      select jsonb_agg(m.mark || jsonb_build_object(
        'from', greatest((m.mark ->> 'from')::int - units, 0), 'to', (m.mark ->> 'to')::int - units) order by m.n)
      from jsonb_array_elements(marks) with ordinality m (mark, n) where (m.mark ->> 'to')::int > units))
  ];
end
$$;
