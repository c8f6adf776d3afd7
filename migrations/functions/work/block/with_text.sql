-- A content with other text and marks; none where there are none.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.with_text(content jsonb, value text, marks jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select content - 'marks' || jsonb_build_object('text', value)
    || case when jsonb_array_length(coalesce(marks, '[]')) = 0 then '{}' else jsonb_build_object('marks', marks) end
$$;
