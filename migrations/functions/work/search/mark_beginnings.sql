-- Words of a title that begin as one that was typed, and signs wherever they stand, marked.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.mark_beginnings(title text, typed text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(replace(regexp_replace(translate(title, chr(1) || chr(2) || chr(3) || chr(4), ''),
    '(' || (
      select string_agg(work.typed_pattern(w), '|' order by length(w) desc)
      from (select unnest(work.typed_words(typed)) union select work.sign_runs(typed)) as u (w)
    ) || ')', chr(1) || '\1' || chr(2), 'gi'), chr(2) || chr(1), ''), title)
$$;
