-- Whether a content is a rich text: {"text", "marks"?}, and what else its type has.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.is_rich_text(value jsonb, own text[] default '{}') returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return jsonb_typeof(value) = 'object' and value - ('{text,marks}'::text[] || own) = '{}'
    and coalesce(work.is_short_text(value -> 'text', 20000), false)
    and (value -> 'marks' is null or work.are_marks(value -> 'marks', value ->> 'text'));
end
$$;
