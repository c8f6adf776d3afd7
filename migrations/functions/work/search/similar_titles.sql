-- Pages whose titles are like what was typed; how alike, from 0 to 2: 1 more where the title begins with it. Those that
-- begin so first, where these are too few by words, and with a typo only where there is nothing else. SECURITY DEFINER, so
-- that it goes by the indexes; it looks only into spaces that the viewer reads.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
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
  -- Whatever the planner thinks: a title that half of all pages begin with may be none of these spaces'.
  perform set_config('enable_seqscan', 'off', true);
  execute 'select array(select p.id from work.pages p where p.space_id = any ($1) and p.archived_at is null
    and left(lower(p.title), 100) like $2 limit 200)' into more using spaces, start;
  ids := ids || more;
  if cardinality(more) < most then
    execute 'select count(*) <= $2 from (select from work.pages p where p.space_id = any ($1) limit $2 + 1) counted'
      into is_scan using spaces, work.title_scan_limit();
    if is_fuzzy and not is_scan then
      perform set_config('pg_trgm.word_similarity_threshold', work.typo_threshold(typed)::text, true);
    end if;
    ways := work.title_ways(typed, is_fuzzy, is_scan);
    for n in 1 .. cardinality(ways) loop
      exit when n > 1 and cardinality(ids) > 0;
      execute format('select array(select p.id from work.pages p
        where p.space_id = any ($1) and %s and p.archived_at is null limit 100)', ways[n]) into more using spaces;
      ids := ids || more;
    end loop;
  end if;
  perform set_config('enable_seqscan', 'on', true);
  return query execute 'select p.id, ('
    || case when is_fuzzy then 'extensions.word_similarity($2, p.title)' else '0.5' end
    || ' + case when starts_with(lower(p.title), $2) then 1 else 0 end)::float8 as score
    from work.pages p where p.id = any ($1) order by score desc, length(p.title), p.id limit $3' using ids, typed, most;
end
$$;
