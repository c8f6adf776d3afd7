-- Words of a title that begin as one that was typed, and signs wherever they stand, marked. Behind signs a word begins as
-- well: chr(5) stands there meanwhile, and not the signs in the pattern, which would cost two milliseconds a word.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.mark_beginnings(title text, typed text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(replace(replace(regexp_replace(
    regexp_replace(translate(title, chr(1) || chr(2) || chr(3) || chr(4) || chr(5), ''),
      '([\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff])(?![\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff])', '\1' || chr(5), 'g'),
    '(' || (
      select string_agg(case when work.has_signs(w) then w else '\m' || w end, '|' order by length(w) desc)
      from (select unnest(work.typed_words(typed)) union select work.sign_runs(typed)) as u (w)
    ) || ')', chr(1) || '\1' || chr(2), 'gi'), chr(5), ''), chr(2) || chr(1), ''), title)
$$;
