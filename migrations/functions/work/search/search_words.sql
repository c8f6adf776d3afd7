-- The words of a text for a text search that knows spaces alone, where one word follows another as it stands: 月次決算 as 月次 次決 決算 算.
-- The last sign of a question is left out, unless it is the only one. Half-width kana and full-width letters are made
-- plain.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.search_words(given text, is_asked boolean default false) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case when given !~ '[\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff\uff01-\uffdc]' then given else (
    select string_agg(case
      when not work.has_signs(p.part) then p.part
      -- What is left out is left out as a whole.
      when is_asked and p.before ~ '(^|\s)-$' then '"' || work.sign_pairs(p.part, true) || '" '
      else ' ' || work.sign_pairs(p.part, is_asked) || ' ' end, '' order by p.n)
    from (
      select m.part[1] as part, lag(m.part[1]) over (order by m.n) as before, m.n
      from regexp_matches(normalize(given, NFKC), '[\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+|[^\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+', 'g') with ordinality as m (part, n)
    ) p) end
$$;
