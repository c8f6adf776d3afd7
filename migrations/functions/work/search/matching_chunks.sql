-- The chunks that match a question best, each with how well; in the language of each space. Where too few match all of what
-- is asked for, those that match some of it are found too; not where the question excludes a word or quotes a phrase.
--
-- How well: for each word how rare it is among the chunks that the viewer sees, and how often and where it stands. Nobody
-- else's chunks are counted.
--
-- SECURITY DEFINER, so that it goes by the index of words; it looks only into spaces that the viewer reads.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.matching_chunks(
  question text, space_ids uuid[], updated_after timestamptz, updated_before timestamptz, most int
) returns table (id uuid, score float8)
language plpgsql stable security definer rows 50 set search_path = '' as $$
#variable_conflict use_variable
declare
  found_ids uuid[];
  seen int;
  terms tsquery[];
  strict_query tsquery;
  asked text;
  place record;
begin
  if btrim(coalesce(question, '')) = '' then
    return;
  end if;
  asked := work.search_words(work.plain_dashes(question), true);
  for place in
    select s.language::regconfig as config, array_agg(s.id) as spaces
    from work.spaces s where s.id = any (work.readable_space_ids(space_ids)) group by s.language
  loop
    strict_query := work.begin_single_signs(websearch_to_tsquery(place.config, work.without_endings(asked)));
    continue when numnode(strict_query) = 0;
    terms := work.question_terms(place.config, question);
    seen := work.count_chunks(place.spaces);
    found_ids := work.chunks_with(strict_query, place.spaces, updated_after, updated_before);
    if cardinality(found_ids) < most and asked !~ '"[^"]*"|(^|\s)-\S' then
      if seen > work.exact_scan_limit() then
        found_ids := found_ids || work.chunks_with(
          work.any_of(work.uncommon_terms(terms, place.spaces)), place.spaces, updated_after, updated_before);
      end if;
      if cardinality(found_ids) < most then
        found_ids := found_ids || work.chunks_with(work.any_of(terms), place.spaces, updated_after, updated_before);
      end if;
    end if;
    return query
    with pool as materialized (
      select s.id, s.tsv || '' as tsv from work.search_index s where s.id = any (found_ids)
    ), hits as materialized (
      -- Weights of the words of the page's title, the heading and the text: measured on the judged set of the tests.
      select p.id, t.n, ts_rank('{0.7,0.7,1,0.7}', p.tsv, t.query) as weight
      from pool p cross join unnest(terms) with ordinality as t (query, n)
    ), rarity as (
      select h.n, ln(1 + (greatest(seen, cardinality(found_ids)) - count(*) + 0.5) / (count(*) + 0.5)) as weight
      from hits h where h.weight > 0 group by h.n
    )
    select h.id, sum(h.weight * r.weight)::float8 as score from hits h join rarity r on r.n = h.n where h.weight > 0
    group by h.id order by score desc, h.id limit most;
  end loop;
end
$$;
