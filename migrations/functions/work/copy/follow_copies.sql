-- A block's content, or a column's options, with what is copied named by its copy. Words stay as they were written.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.follow_copies(value jsonb, copies jsonb, field text default null) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if field is null and not value::text ~* work.id_pattern() then
    return value;
  end if;
  case jsonb_typeof(value)
    when 'object' then
      return (select coalesce(jsonb_object_agg(k, work.follow_copies(v, copies, k)), '{}') from jsonb_each(value) e (k, v));
    when 'array' then
      return (select coalesce(jsonb_agg(work.follow_copies(v, copies, coalesce(field, '')) order by n), '[]')
        from jsonb_array_elements(value) with ordinality e (v, n));
    when 'string' then
      if field in ('pageId', 'databaseId', 'attachmentId') then
        return coalesce(copies -> lower(value #>> '{}'), value);
      elsif field in ('href', 'url') then
        return to_jsonb(work.follow_address(value #>> '{}', copies));
      end if;
    else
      null;
  end case;
  return value;
end
$$;
