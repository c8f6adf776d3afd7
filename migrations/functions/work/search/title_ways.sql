-- Ways to find titles, the best first, as conditions on work.pages p: the words begin as all that were typed; of up to three
-- words the same, but one has a typo; of three and more, all but one. One by one that is asked by regular expressions, which
-- cost least, and how alike a word is only where half of it is there. Else by indexes, and not by that of the spaces,
-- whatever the planner thinks. Of more than three words all but the last one stand as they were typed: a beginning reads all
-- that begins so. Words are letters and digits, and need no quotes.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.title_ways(typed text, is_fuzzy boolean, is_scan boolean) returns text[]
language plpgsql stable set search_path = '' as $$
declare
  given constant text[] := work.typed_words(typed);
  words constant text[] := array(select w from (select distinct unnest(given) as w) d order by length(w) desc, w limit 8);
  count constant int := cardinality(words);
  lexemes constant text[] := array(
    select '''' || w || '''' || case when count <= 3 or w = given[cardinality(given)] or work.has_signs(w) then ':*' else '' end
    from unnest(words) with ordinality as u (w, n) order by n);
  begins constant text[] := array(
    select case when is_scan then format('normalize(p.title, NFKC) ~* %L', work.typed_pattern(w))
      else format('work.title_lexemes(p.title) @@ %L', lexemes[n]) end
    from unnest(words) with ordinality as u (w, n) order by n);
  visible constant text := case when is_scan then 'p.space_id = any ($1)' else 'p.space_id::text = any ($1::text[])' end;
  ways text[] := case when count > 0 then array[array_to_string(visible || begins, ' and ')] else '{}' end;
  word text;
begin
  for n in 1 .. case when is_fuzzy and count <= 3 then count else 0 end loop
    word := words[n];
    continue when length(word) = 1 or work.has_signs(word);
    ways := ways || array_to_string(visible || begins[:n - 1] || begins[n + 1:] || case
      when is_scan then format('normalize(p.title, NFKC) ~* %L and extensions.word_similarity(%L, p.title) >= %s',
        '\m' || left(word, length(word) / 2) || '|' || substr(word, length(word) / 2 + 1), word, work.typo_threshold(word))
      else format('%L operator(extensions.<%%) p.title', word) end, ' and ');
  end loop;
  if count >= 3 then
    ways := ways || (visible || ' and ' || case
      when is_scan then format('(%s) >= %s', (select string_agg('(' || b || ')::int', ' + ') from unnest(begins) as b), count - 1)
      else format('work.title_lexemes(p.title) @@ %L', (
        select string_agg('(' || array_to_string(lexemes[:n - 1] || lexemes[n + 1:], ' & ') || ')', ' | ')
        from generate_series(1, count) n)) end);
  end if;
  return ways;
end
$$;
