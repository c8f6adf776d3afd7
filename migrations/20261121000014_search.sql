-- Search over what the indexer has indexed: passages by words and by meaning, and pages by their titles.
--
-- Who asks sees what row-level security shows: search_passages, search_pages and search_status run as the viewer, and every
-- row that they answer is read under the viewer's policies. What is under row-level security goes by no GIN index, because
-- the operators of text search and of trigrams are not leakproof; so the candidates of the keyword half and of titles
-- come from two functions that are SECURITY DEFINER, and look only into the spaces of work.readable_space_ids.
--
-- Nothing that is answered is counted or ranked by rows of others. How long it takes may depend on them, since the indexes
-- are everybody's; and so may which of very many near or matching chunks are looked at, where not all are.

-- Typo tolerance comes with pg_trgm; without it titles are found by the beginnings of their words.
do $$
begin
  if exists (select from pg_available_extensions where name = 'pg_trgm')
     and not exists (select from pg_extension where extname = 'pg_trgm') then
    create extension pg_trgm with schema extensions;
  end if;
exception when insufficient_privilege then null;
end
$$;
grant usage on schema extensions to authenticated, service_role, agent_workspace_ask_docs;

-- Who reads ---------------------------------------------------------------------------------------------------------

-- The agent that answers from the workspace reads as the user it acts for, and without one sees nothing.
grant usage on schema work to agent_workspace_ask_docs;
grant execute on function work.my_space_ids(), work.ancestors_of(uuid) to agent_workspace_ask_docs;
grant select on work.spaces, work.pages, work.breadcrumbs, work.blocks, work.search_index to agent_workspace_ask_docs;
alter policy member_reads on work.spaces to authenticated, agent_workspace_ask_docs;
alter policy member_reads on work.pages to authenticated, agent_workspace_ask_docs;
alter policy member_reads on work.blocks to authenticated, agent_workspace_ask_docs;
alter policy member_reads on work.search_index to authenticated, agent_workspace_ask_docs;

-- Of these spaces, of all where null, those that the viewer's policies show: all of them to the service and to the owner's
-- own session, to others those in which they are members. By the role and not by the claims, which a role does not bind.
-- In PL/pgSQL, as all that follows which reads tables: it keeps its plans, and SQL functions are planned at every call.
create function work.readable_space_ids(space_ids uuid[] default null) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((
    select array_agg(s.id) from work.spaces s
    where (readable_space_ids.space_ids is null or s.id = any (readable_space_ids.space_ids))
      and (
        current_setting('role') = 'service_role' or (current_setting('role') = 'none' and session_user = current_user)
        or s.id = any (array(select work.my_space_ids()))
      )
  ), '{}');
end
$$;

-- What is found as text -----------------------------------------------------------------------------------------------

-- In what is marked, matches stand between chr(1) and chr(2), and chr(3) and chr(4) stand for < and >, which the parser of
-- text search would take for tags. As HTML: escaped, and <mark> is the only element.
create function work.marked_html(marked text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select replace(replace(replace(replace(
    replace(replace(replace(replace(replace(marked, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;'),
    chr(3), '&lt;'), chr(4), '&gt;'), chr(1), '<mark>'), chr(2), '</mark>')
$$;
create function work.marked_text(marked text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select translate(marked, chr(3) || chr(4) || chr(1) || chr(2), '<>')
$$;

-- The query of one lexeme, whatever characters it has.
create function work.lexeme_query(lexeme text) returns tsquery
language sql immutable parallel safe set search_path = '' as $$
  select ('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')::tsquery
$$;

-- The lexemes of a question, each a query of its own; at most 16.
create function work.question_terms(config regconfig, question text) returns tsquery[]
language sql immutable parallel safe set search_path = '' as $$
  select array(select work.lexeme_query(l) from unnest(tsvector_to_array(to_tsvector(config, question))) as l limit 16)
$$;

-- Any of these.
create function work.any_of(queries tsquery[]) returns tsquery
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  made tsquery := queries[1];
begin
  for n in 2 .. coalesce(cardinality(queries), 0) loop
    made := made || queries[n];
  end loop;
  return made;
end
$$;

-- The part of a text that answers a query best, marked; its beginning where nothing of it does.
create function work.excerpt(config regconfig, content text, query tsquery) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  safe text := translate(content, '<>' || chr(1) || chr(2), chr(3) || chr(4));
  is_short boolean := length(safe) <= 240;
  made text;
begin
  if query is not null then
    made := ts_headline(config, safe, query, format('StartSel=%s, StopSel=%s, ', chr(1), chr(2)) || case
      when is_short then 'HighlightAll=true'
      else 'MaxFragments=2, MaxWords=32, MinWords=12, FragmentDelimiter=" … "' end);
  end if;
  if made is null or strpos(made, chr(1)) = 0 then
    made := case when is_short then safe else regexp_replace(left(safe, 240), '\s+\S*$', '') || ' …' end;
  end if;
  return made;
end
$$;

-- Passages by meaning -------------------------------------------------------------------------------------------------

-- What the exact scan and the count of it go by; it also tells how much is of which model without reading rows.
drop index work.search_index_space;
create index search_index_space on work.search_index (space_id, model);

-- Up to this many chunks are compared one by one. Measured with 200,000 chunks: who sees 10,000 of them would have an answer
-- from the graph in half of the time, but with 0.91 of what is nearest where the question is about what only others write.
create function work.exact_scan_limit() returns int language sql immutable parallel safe set search_path = '' as $$ select 10000 $$;

-- The chunks nearest to a vector, nearest first, as many as were asked for wherever there are as many. Those of another
-- model are not compared. Where the viewer sees many, the graph is walked on until enough of what it finds is visible
-- (hnsw.iterative_scan), and of more than are asked for the nearest are taken; where it ends before, all are compared.
--
-- Dynamic, because a Postgres without pgvector has neither the column nor the operator, and because a plan for these very
-- spaces knows how many chunks they have.
create function work.nearest_chunks(
  embedding real[], model text, space_ids uuid[], updated_after timestamptz, updated_before timestamptz, most int
) returns table (id uuid, distance float8)
language plpgsql stable rows 50 set search_path = '' as $$
#variable_conflict use_variable
declare
  spaces constant uuid[] := work.readable_space_ids(space_ids);
  visible constant text := ' from work.search_index s join work.pages p on p.id = s.page_id
    where s.space_id = any ($2) and s.model = $3 and p.archived_at is null
      and ($4 is null or p.updated_at > $4) and ($5 is null or p.updated_at < $5)';
  distance_to constant text := ' s.embedding operator(extensions.<=>) $1::extensions.vector ';
  has_dates constant boolean := updated_after is not null or updated_before is not null;
  count_of constant text := case when has_dates then visible
    else ' from work.search_index s where s.space_id = any ($2) and s.model = $3' end;
  few constant int := work.exact_scan_limit();
  many boolean;
  ids uuid[];
  distances float8[];
begin
  if embedding is null or 0 = all (embedding) or cardinality(spaces) = 0 or not work.has_embeddings() then
    return;
  elsif cardinality(embedding) <> 1536 then
    perform work.refuse('TP400', 'An embedding has 1536 numbers');
  end if;
  execute 'select count(*) > $6 from (select' || count_of || ' limit $6 + 1) counted' into many
  using embedding, spaces, model, updated_after, updated_before, few;
  if many and work.has_iterative_scan() then
    perform work.walk_the_graph(true);
    execute 'select array_agg(n.id), array_agg(n.distance) from (select s.id, ' || distance_to || ' as distance' || visible
      || ' order by ' || distance_to || ' limit greatest($6, 100)) n' into ids, distances
    using embedding, spaces, model, updated_after, updated_before, most;
    perform work.walk_the_graph(false);
    if cardinality(ids) >= most then
      return query select n.id, n.distance from unnest(ids, distances) as n (id, distance)
        order by n.distance, n.id limit most;
      return;
    end if;
  end if;
  -- Materialized: ordered by the index it would be the same walk again.
  return query execute 'with compared as materialized (select s.id, ' || distance_to || ' as distance' || visible || ')
    select c.id, c.distance from compared c where c.distance <> ''NaN'' order by c.distance, c.id limit $6'
  using embedding, spaces, model, updated_after, updated_before, most;
end
$$;

-- From pgvector 0.8 on.
create function work.has_iterative_scan() returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from pg_extension e where e.extname = 'vector' and string_to_array(e.extversion, '.')::int[] >= '{0,8}');
end
$$;

-- For the statement to come, and back. So wide a walk, because a graph of texts falls apart into topics, and a narrow one
-- may end in the topic next to the right one: of 200,000 chunks of 400 topics a walk of 100 found 0.91 of the ten nearest,
-- one of 600 found 0.99. Without sorts the planner takes the index, whatever it thinks that the distances of all rows cost:
-- it does not count that each is read from beside the table.
create function work.walk_the_graph(walks boolean) returns void
language plpgsql volatile set search_path = '' as $$
begin
  perform set_config('enable_sort', case when walks then 'off' else 'on' end, true);
  if walks then
    perform set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.ef_search', '600', true),
      set_config('hnsw.scan_mem_multiplier', '4', true);
  end if;
end
$$;

-- Passages by words ---------------------------------------------------------------------------------------------------

-- The chunks that match a question best, each with how well; in the language of each space. Where too few match all of what
-- is asked for, those that match some of it are found too; not where the question excludes a word or quotes a phrase.
--
-- How well: for each word how rare it is among the chunks that the viewer sees, and how often and where it stands. Nobody
-- else's chunks are counted.
--
-- SECURITY DEFINER, so that it goes by the index of words; it looks only into spaces that the viewer reads.
create function work.matching_chunks(
  question text, space_ids uuid[], updated_after timestamptz, updated_before timestamptz, most int
) returns table (id uuid, score float8)
language plpgsql stable security definer rows 50 set search_path = '' as $$
#variable_conflict use_variable
declare
  found_ids uuid[];
  seen int;
  terms tsquery[];
  strict_query tsquery;
  place record;
begin
  if btrim(coalesce(question, '')) = '' then
    return;
  end if;
  for place in
    select s.language::regconfig as config, array_agg(s.id) as spaces
    from work.spaces s where s.id = any (work.readable_space_ids(space_ids)) group by s.language
  loop
    strict_query := websearch_to_tsquery(place.config, question);
    continue when numnode(strict_query) = 0;
    terms := work.question_terms(place.config, question);
    seen := work.count_chunks(place.spaces);
    found_ids := work.chunks_with(strict_query, place.spaces, updated_after, updated_before);
    if cardinality(found_ids) < most and question !~ '"|(^|\s)-\S' then
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
      -- Of the words of the page's title, of the heading and of the text: measured on the judged set of the tests.
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

-- At most 1,000 of the chunks of these spaces that match.
create function work.chunks_with(query tsquery, spaces uuid[], updated_after timestamptz, updated_before timestamptz)
returns uuid[]
language plpgsql stable set search_path = '' as $$
declare
  ids uuid[];
begin
  -- Dynamic: planned for this query, whose words may be common or rare.
  execute 'select array(
    select s.id from work.search_index s join work.pages p on p.id = s.page_id
    where s.tsv @@ $1 and s.space_id = any ($2) and p.archived_at is null
      and ($3 is null or p.updated_at > $3) and ($4 is null or p.updated_at < $4)
    limit 1000)' into ids using query, spaces, updated_after, updated_before;
  return ids;
end
$$;

-- How many chunks these spaces have, counted up to one more than are compared one by one.
create function work.count_chunks(spaces uuid[]) returns int
language plpgsql stable set search_path = '' as $$
declare
  counted int;
begin
  execute 'select count(*) from (select from work.search_index s where s.space_id = any ($1) limit $2) counted'
  into counted using spaces, work.exact_scan_limit() + 1;
  return counted;
end
$$;

-- Without those that more than 2 % of some 300 chunks of these spaces have: they find too much.
create function work.uncommon_terms(terms tsquery[], spaces uuid[]) returns tsquery[]
language plpgsql stable set search_path = '' as $$
begin
  return array(
    with sampled as materialized (
      select c.tsv || '' as tsv from unnest(spaces) as u (space_id) cross join lateral (
        select s.tsv from work.search_index s where s.space_id = u.space_id limit greatest(1, 300 / cardinality(spaces))
      ) c limit 300
    )
    select t from unnest(terms) as t where (select count(*) from sampled s where s.tsv @@ t) <= 6);
end
$$;

-- Passages ------------------------------------------------------------------------------------------------------------

-- The passages that answer a question best, best first, at most `most` (1 to 100): reciprocal rank fusion of the nearest
-- and of the best matching, of each at least 50. Either half alone where there is no question, or no embedding.
--
-- `snippet` is text; `highlighted` is HTML, escaped, with the words of the question in <mark> and no other element.
create function work.search_passages(
  question text, embedding real[], model text, space_ids uuid[] default null,
  updated_after timestamptz default null, updated_before timestamptz default null, most int default 10
) returns table (
  id uuid, page_id uuid, space_id uuid, block_id uuid, block_ids uuid[], heading text, content text, score float8,
  semantic_rank int, keyword_rank int, snippet text, highlighted text, page_version int, indexed_at timestamptz
)
language plpgsql stable rows 10 set search_path = '' as $$
#variable_conflict use_column
declare
  wanted constant int := least(greatest(coalesce(most, 10), 1), 100);
  depth constant int := greatest(50, 2 * wanted);
begin
  return query
  with near as materialized (
    select n.id, row_number() over (order by n.distance, n.id)::int as rank
    from work.nearest_chunks(embedding, model, space_ids, updated_after, updated_before, depth) n
  ), matching as materialized (
    select m.id, row_number() over (order by m.score desc, m.id)::int as rank
    from work.matching_chunks(question, space_ids, updated_after, updated_before, depth) m
    order by rank limit depth
  ), best as materialized (
    select coalesce(n.id, m.id) as id, n.rank as semantic_rank, m.rank as keyword_rank,
      (coalesce(1.0 / (60 + n.rank), 0) + coalesce(1.0 / (60 + m.rank), 0))::float8 as score
    from near n full join matching m on m.id = n.id
    order by score desc, id limit wanted
  ), marked as materialized (
    select b.score, b.semantic_rank, b.keyword_rank, c.*,
      work.excerpt(c.config, c.content, work.any_of(work.question_terms(c.config, question))) as marked
    -- One by one: the planner does not know how few they are.
    from best b cross join lateral (
      select s.id, s.page_id, s.space_id, s.block_ids, s.heading, s.content, s.page_version, s.indexed_at,
        p.language::regconfig as config
      from work.search_index s join work.spaces p on p.id = s.space_id where s.id = b.id offset 0
    ) c
  )
  select m.id, m.page_id, m.space_id, m.block_ids[1], m.block_ids, m.heading, m.content, m.score,
    m.semantic_rank, m.keyword_rank, work.marked_text(m.marked), work.marked_html(m.marked), m.page_version, m.indexed_at
  from marked m order by m.score desc, m.id;
end
$$;

-- The pages of the viewer's spaces that wait for the indexer. SECURITY DEFINER: no user reads the queue.
create function work.waiting_pages(space_ids uuid[]) returns table (page_id uuid, enqueued_at timestamptz)
language sql stable security definer rows 10 set search_path = '' as $$
  select q.page_id, q.enqueued_at from work.index_queue q where q.space_id = any (work.readable_space_ids(waiting_pages.space_ids))
$$;
create index index_queue_space on work.index_queue (space_id);

-- How far the index is behind, for these spaces, for all where null: of what the viewer sees alone.
-- stale_chunks: of another model, never compared, or of pages that wait for the indexer. lag_seconds: for how long the
-- oldest change waits; 0 where none does.
create function work.search_status(model text, space_ids uuid[] default null)
returns table (stale_chunks int, lag_seconds float8, chunks int)
language sql stable rows 1 set search_path = '' as $$
  with waiting as materialized (
    select w.page_id, w.enqueued_at from work.waiting_pages(search_status.space_ids) w
  ), counted as (
    select count(*) as chunks, count(*) filter (where s.model is distinct from search_status.model and e.kept) as foreign_chunks
    from work.search_index s, (select work.has_embeddings() as kept) e
    where s.space_id = any (work.readable_space_ids(search_status.space_ids))
  ), waiting_chunks as (
    select count(*) as chunks from waiting w join work.search_index s on s.page_id = w.page_id and s.model = search_status.model
  )
  select (c.foreign_chunks + w.chunks)::int,
    coalesce((select greatest(extract(epoch from now() - min(q.enqueued_at)), 0) from waiting q), 0)::float8, c.chunks::int
  from counted c, waiting_chunks w
$$;

-- Pages by title ------------------------------------------------------------------------------------------------------

-- The words of a title, as they are looked for.
create function work.title_words(title text) returns tsvector
language sql immutable parallel safe set search_path = '' as $$
  select array_to_tsvector(array_remove(regexp_split_to_array(left(lower(title), 300), '[^[:alnum:]]+'), ''))
$$;

-- Not beside the index for later (fastupdate): a page's row is written anew with every change of its blocks.
create index pages_title_words on work.pages using gin (work.title_words(title)) with (fastupdate = off);
create index pages_title_start on work.pages (space_id, left(lower(title), 100) text_pattern_ops);
do $$
begin
  if to_regproc('extensions.word_similarity') is not null then
    create index pages_title on work.pages using gin (title extensions.gin_trgm_ops) with (fastupdate = off);
  end if;
end
$$;

-- Up to this many pages are looked at one by one: no slower than the indexes, which know of everybody's pages.
create function work.title_scan_limit() returns int language sql immutable parallel safe set search_path = '' as $$ select 3000 $$;

-- How alike a word is with a typo. Half of two or three letters is no typo, but another word.
create function work.typo_threshold(word text) returns float8
language sql immutable parallel safe set search_path = '' as $$
  select case when length(word) in (2, 3) then 0.6 else 0.45 end
$$;

-- Ways to find titles, the best first, as conditions on work.pages p: the words begin as all that were typed; of up to three
-- words the same, but one has a typo; of three and more, all but one. One by one that is asked by regular expressions, which
-- cost least, and how alike a word is only where half of it is there. Else by indexes, and not by that of the spaces,
-- whatever the planner thinks. Of more than three words all but the last one stand as they were typed: a beginning reads all
-- that begins so. Words are letters and digits, and need no quotes.
create function work.title_ways(typed text, is_fuzzy boolean, is_scan boolean) returns text[]
language plpgsql stable set search_path = '' as $$
declare
  given constant text[] := array_remove(regexp_split_to_array(typed, '[^[:alnum:]]+'), '');
  words constant text[] := array(select w from (select distinct unnest(given) as w) d order by length(w) desc, w limit 8);
  count constant int := cardinality(words);
  lexemes constant text[] := array(
    select '''' || w || '''' || case when count <= 3 or w = given[cardinality(given)] then ':*' else '' end
    from unnest(words) with ordinality as u (w, n) order by n);
  begins constant text[] := array(
    select case when is_scan then format('(p.title || '''') ~* %L', '\m' || w)
      else format('work.title_words(p.title) @@ %L', lexemes[n]) end
    from unnest(words) with ordinality as u (w, n) order by n);
  visible constant text := case when is_scan then 'p.space_id = any ($1)' else 'p.space_id::text = any ($1::text[])' end;
  ways text[] := case when count > 0 then array[array_to_string(visible || begins, ' and ')] else '{}' end;
  word text;
begin
  for n in 1 .. case when is_fuzzy and count <= 3 then count else 0 end loop
    word := words[n];
    continue when length(word) = 1;
    ways := ways || array_to_string(visible || begins[:n - 1] || begins[n + 1:] || case
      when is_scan then format('(p.title || '''') ~* %L and extensions.word_similarity(%L, p.title) >= %s',
        '\m' || left(word, length(word) / 2) || '|' || substr(word, length(word) / 2 + 1), word, work.typo_threshold(word))
      else format('%L operator(extensions.<%%) p.title', word) end, ' and ');
  end loop;
  if count >= 3 then
    ways := ways || (visible || ' and ' || case
      when is_scan then format('(%s) >= %s', (select string_agg('(' || b || ')::int', ' + ') from unnest(begins) as b), count - 1)
      else format('work.title_words(p.title) @@ %L', (
        select string_agg('(' || array_to_string(lexemes[:n - 1] || lexemes[n + 1:], ' & ') || ')', ' | ')
        from generate_series(1, count) n)) end);
  end if;
  return ways;
end
$$;

-- Pages whose titles are like what was typed; how alike, from 0 to 2: 1 more where the title begins with it. Those that
-- begin so first, where these are too few by words, and with a typo only where there is nothing else. SECURITY DEFINER, so
-- that it goes by the indexes; it looks only into spaces that the viewer reads.
create function work.similar_titles(typed text, space_ids uuid[], most int) returns table (id uuid, score float8)
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
      execute format('select array(select p.id from work.pages p where %s and p.archived_at is null limit 100)', ways[n])
        into more using spaces;
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

-- Words of a title that begin as one that was typed, marked.
create function work.mark_beginnings(title text, typed text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(regexp_replace(translate(title, chr(1) || chr(2) || chr(3) || chr(4), ''),
    '\m(' || (
      select string_agg(w, '|' order by length(w) desc) from regexp_split_to_table(typed, '\W+') as w where w <> ''
    ) || ')', chr(1) || '\1' || chr(2), 'gi'), title)
$$;

-- Pages whose titles are like what was typed, for a quick switcher: by the beginnings of words, in any order, and with a
-- typo in one of them. Best first, at most `most` (1 to 100). `highlighted` is the title as HTML, escaped, with what was
-- typed in <mark>.
create function work.search_pages(query text, most int default 10, space_ids uuid[] default null)
returns table (page_id uuid, score float8, highlighted text)
language plpgsql stable rows 10 set search_path = '' as $$
#variable_conflict use_column
declare
  typed constant text := lower(btrim(left(regexp_replace(query, '\s+', ' ', 'g'), 200)));
begin
  if coalesce(typed, '') = '' then
    return;
  end if;
  return query
  select p.id, t.score, work.marked_html(work.mark_beginnings(p.title, typed))
  from work.similar_titles(typed, space_ids, least(greatest(coalesce(most, 10), 1), 100)) t
    join work.pages p on p.id = t.id
  order by t.score desc, length(p.title), p.id;
end
$$;

-- Who may call what -----------------------------------------------------------------------------------------------------

do $$
declare
  called text;
begin
  for called in
    select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'work'::regnamespace and p.proname in (
      'readable_space_ids', 'marked_html', 'marked_text', 'lexeme_query', 'question_terms', 'any_of', 'excerpt',
      'exact_scan_limit', 'nearest_chunks', 'has_embeddings', 'has_iterative_scan', 'walk_the_graph', 'matching_chunks',
      'chunks_with', 'count_chunks', 'uncommon_terms', 'search_passages', 'search_status', 'waiting_pages', 'similar_titles',
      'title_words', 'title_scan_limit', 'typo_threshold', 'title_ways', 'search_pages', 'mark_beginnings')
  loop
    execute format('revoke execute on function %s from public', called);
    -- These are the definers' own: asked by hand they would answer as whoever asks, and find nothing.
    -- title_words is not: who writes a title executes what its index is made of.
    if called !~ '^work\.(chunks_with|count_chunks|uncommon_terms|title_scan_limit|title_ways|typo_threshold)\(' then
      execute format('grant execute on function %s to authenticated, service_role, agent_workspace_ask_docs', called);
    end if;
  end loop;
end
$$;
grant execute on function work.refuse(text, text, jsonb) to agent_workspace_ask_docs;
