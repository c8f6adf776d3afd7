-- Ways to find titles, the best first, as conditions on the title of work.pages p: the words begin as all that were typed; of
-- up to three words the same, but one has a typo; of three and more, all but one. One by one that is asked by
-- work.title_begins and work.title_is_like. Else by indexes: of several words in one condition, because Postgres may ask each
-- once more for every row, and by that of trigrams only where no two other words say more, because Postgres does not know how
-- many titles are like one. Of more than three words all but the last one stand as they were typed: a beginning reads all that
-- begins so. Words are letters and digits, and need no quotes.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.title_ways(typed text, is_fuzzy boolean, is_scan boolean) returns text[]
language plpgsql stable set search_path = '' as $$
declare
  given constant text[] := work.typed_words(typed);
  words constant text[] := array(select w from (select distinct unnest(given) as w) d order by length(w) desc, w limit 8);
  count constant int := cardinality(words);
  begins constant text[] := array(
    select case when is_scan then work.title_begins(w) else '''' || w || ''''
      || case when count <= 3 or w = given[cardinality(given)] or work.has_signs(w) then ':*' else '' end end
    from unnest(words) with ordinality as u (w, n) order by n);
  together constant text := case when is_scan then ' and ' else ' & ' end;
  condition constant text := case when is_scan then '%s' else 'work.title_lexemes(p.title) @@ %L' end;
  ways text[] := case when count > 0 then array[format(condition, array_to_string(begins, together))] else '{}' end;
  word text;
  others text;
begin
  for n in 1 .. case when is_fuzzy and count <= 3 then count else 0 end loop
    word := words[n];
    others := array_to_string(begins[:n - 1] || begins[n + 1:], together);
    continue when length(word) = 1 or work.has_signs(word);
    ways := ways || concat_ws(' and ', case when others <> '' then format(condition, others) end,
      case when is_scan then work.title_is_like(word)
        when count < 3 then format('%L operator(extensions.<%%) p.title', word)
        else format('extensions.word_similarity(%L, p.title) >= %s', word, work.typo_threshold(typed)) end);
  end loop;
  if count >= 3 then
    ways := ways || case
      when is_scan then format('(%s) >= %s', (select string_agg('(' || b || ')::int', ' + ') from unnest(begins) as b), count - 1)
      else format(condition, (
        select string_agg('(' || array_to_string(begins[:n - 1] || begins[n + 1:], together) || ')', ' | ')
        from generate_series(1, count) n)) end;
  end if;
  return ways;
end
$$;
