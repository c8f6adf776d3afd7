-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

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
comment on function work.mark_beginnings is 'Words of a title that begin as one that was typed, and signs wherever they stand, marked. Behind signs a word begins as
well: chr(5) stands there meanwhile, and not the signs in the pattern, which would cost two milliseconds a word.';

create or replace function work.similar_titles(typed text, space_ids uuid[], most int) returns table (id uuid, score float8)
language plpgsql stable security definer rows 20 set search_path = '' as $$
#variable_conflict use_variable
declare
  spaces constant uuid[] := work.readable_space_ids(space_ids);
  start constant text := replace(replace(replace(left(typed, 100), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  is_fuzzy constant boolean := to_regproc('extensions.word_similarity') is not null;
  is_scan boolean;
  ways text[];
  more uuid[];
  -- What is exactly so is among the first, however many begin so.
  ids uuid[] := array(
    select p.id from work.pages p where p.space_id = any (spaces) and p.archived_at is null
      and left(lower(p.title), 100) = left(typed, 100) limit 50);
begin
  execute 'select array(select p.id from work.pages p where p.space_id = any ($1) and p.archived_at is null
    and left(lower(p.title), 100) like $2 limit 200)' into more using spaces, start;
  ids := ids || more;
  if cardinality(more) < most then
    execute 'select count(*) <= $2 from (select from work.pages p where p.space_id = any ($1) limit $2 + 1) counted'
      into is_scan using spaces, work.title_scan_limit();
    if is_fuzzy and not is_scan then
      perform set_config('pg_trgm.word_similarity_threshold', work.typo_threshold(typed)::text, true),
        set_config('enable_seqscan', 'off', true);
    end if;
    ways := work.title_ways(typed, is_fuzzy, is_scan);
    for n in 1 .. cardinality(ways) loop
      exit when n > 1 and cardinality(ids) > 0;
      execute format('select array(select p.id from work.pages p
        where p.space_id = any ($1) and %s and p.archived_at is null limit 100)', ways[n]) into more using spaces;
      ids := ids || more;
    end loop;
    perform set_config('enable_seqscan', 'on', true);
  end if;
  return query execute 'select p.id, ('
    || case when is_fuzzy then 'extensions.word_similarity($2, p.title)' else '0.5' end
    || ' + case when starts_with(lower(p.title), $2) then 1 else 0 end)::float8 as score
    from work.pages p where p.id = any ($1) order by score desc, length(p.title), p.id limit $3' using ids, typed, most;
end
$$;

create or replace function work.title_begins(word text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case when work.has_signs(word) then format('normalize(p.title, NFKC) ~* %L', word)
    else format('case when octet_length(p.title) = length(p.title) then p.title %1$s and p.title ~* %2$L
      else normalize(p.title, NFKC) %1$s and normalize(p.title, NFKC) ~* %3$L end',
      -- Lower case is only of ASCII what a pattern takes for the same letter.
      case when octet_length(word) = length(word) then format('ilike %L', '%' || word || '%') else format('~* %L', word) end,
      '\m' || word, work.typed_pattern(word)) end
$$;
revoke all on function work.title_begins from public;
comment on function work.title_begins is 'The condition that a word of a title of work.pages p begins as one that was typed. Most titles have neither the word nor
anything but ASCII: what costs least is asked first, in a case, which keeps the order. The pattern with all signs costs
two milliseconds before it is first asked.';

create or replace function work.title_is_like(word text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select format('case when %1$s and not (p.title ilike %2$L or p.title ilike %3$L) then false
      when normalize(p.title, NFKC) ~* %4$L then extensions.word_similarity(%5$L, p.title) >= %6$s else false end',
    case when octet_length(word) = length(word) then 'octet_length(p.title) = length(p.title)' else 'false' end,
    '%' || half.first || '%', '%' || half.second || '%', '\m' || half.first || '|' || half.second, word, work.typo_threshold(word))
  from (select left(word, length(word) / 2) as first, substr(word, length(word) / 2 + 1) as second) half
$$;
revoke all on function work.title_is_like from public;
comment on function work.title_is_like is 'The condition that a title of work.pages p has a word like one that was typed; how alike it is, is asked last, where half
of the word is there.';

create or replace function work.title_lexemes(title text) returns tsvector
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  plain constant text := left(lower(title), 300);
begin
  return array_to_tsvector(array_remove(regexp_split_to_array(
    case when octet_length(plain) = length(plain) then plain else work.search_words(plain) end,
    '[^[:alnum:]\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+'), ''));
end
$$;
comment on function work.title_lexemes is 'The words of a title, as they are looked for. In PL/pgSQL, which keeps its plans: it is asked for each row that an index of
trigrams points to as well.';

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
      case when is_scan then work.title_is_like(word) else format('%L operator(extensions.<%%) p.title', word) end);
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
comment on function work.title_ways is 'Ways to find titles, the best first, as conditions on the title of work.pages p: the words begin as all that were typed; of
up to three words the same, but one has a typo; of three and more, all but one. One by one that is asked by
work.title_begins and work.title_is_like; else by indexes, and of several words in one condition, because Postgres may ask
each once more for every row. Of more than three words all but the last one stand as they were typed: a beginning reads
all that begins so. Words are letters and digits, and need no quotes.';
