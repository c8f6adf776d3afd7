-- The condition that a title of work.pages p has a word like one that was typed; how alike it is, is asked last, where half
-- of the word is there.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.title_is_like(word text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select format('case when %1$s and not (p.title ilike %2$L or p.title ilike %3$L) then false
      when normalize(p.title, NFKC) ~* %4$L then extensions.word_similarity(%5$L, p.title) >= %6$s else false end',
    case when octet_length(word) = length(word) then 'octet_length(p.title) = length(p.title)' else 'false' end,
    '%' || half.first || '%', '%' || half.second || '%', '\m' || half.first || '|' || half.second, word, work.typo_threshold(word))
  from (select left(word, length(word) / 2) as first, substr(word, length(word) / 2 + 1) as second) half
$$;
