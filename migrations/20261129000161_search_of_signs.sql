-- Search finds the middle of Chinese, Japanese and Korean words, takes a dash in a question for what it is, and says how many
-- pages wait.
--
-- These scripts set no spaces between words, so the parser of text search takes what stands between two marks for one word.
-- In the index each sign stands with the one behind it instead (bigrams), the last one alone too, so that every sign begins
-- a word: no extension, and the same on every Postgres.

-- Signs -----------------------------------------------------------------------------------------------------------------

-- Whether there are any: Chinese characters, kana, hangul. By their numbers, because classes of signs depend on the locale.
create function work.has_signs(given text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select given ~ '[\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]'
$$;

create function work.sign_pairs(run text, is_asked boolean) returns text
language sql immutable parallel safe set search_path = '' as $$
  select string_agg(s.signs[n] || coalesce(s.signs[n + 1], ''), ' ' order by n)
  from (select string_to_array(run, null) as signs) s,
    generate_series(1, cardinality(s.signs) - case when is_asked and cardinality(s.signs) > 1 then 1 else 0 end) n
$$;

-- Where one word follows another as it stands, for a text search that knows spaces alone: 月次決算 as 月次 次決 決算 算. Of what
-- is asked for the last sign is left out, unless it is the only one. Half-width kana and full-width letters are made plain.
create function work.search_words(given text, is_asked boolean default false) returns text
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

-- Runs of signs, each as a whole.
create function work.sign_runs(given text) returns setof text
language sql immutable parallel safe rows 4 set search_path = '' as $$
  select m.part[1] from regexp_matches(normalize(given, NFKC), '[\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+', 'g') as m (part)
$$;

-- A sign that is asked for alone begins a pair.
create function work.begin_single_signs(query tsquery) returns tsquery
language sql immutable parallel safe set search_path = '' as $$
  select case when work.has_signs(query::text)
    then regexp_replace(query::text, '''([\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff])''(?!:)', '''\1'':*', 'g')::tsquery else query end
$$;

-- Questions -------------------------------------------------------------------------------------------------------------

-- `quarter -form` excludes a word. In a question (`What does the -q flag do?`) or a request (`Tell me about the -verbose flag`),
-- before one or two letters (`rm -rf`), a number or another dash (`--force`) a dash is a part of what is asked for.
create function work.plain_dashes(question text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select regexp_replace(question, case
    when question ~* '[?？]\s*$|か。?\s*$|^\s*(who|whom|whose|what|when|where|why|which|how|is|are|was|were|do|does|did|can|could|may|must|should|will|would|has|have|ano|anong|sino|kailan|kelan|saan|bakit|paano|alin|ilan|magkano|wie|was|wer|wann|wo|warum|welche|please|show|list|find|give)\M|(^|\s)(what|why|how|explain|describe|tell)\M'
      then '(^|[\s("''`])[-–—]+(?=\S)'
    else '(^|[\s("''`])(-{2,}(?=\S)|[-–—](?=[0-9]|[A-Za-z]{1,2}([^[:alnum:]]|$)))' end, '\1', 'g')
$$;

-- What all is to be there: of Japanese no endings and particles, in which a question is worded otherwise than what answers it.
-- A phrase stays as it is.
create function work.without_endings(asked text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case when asked !~ '[\u3041-\u309f]' or asked ~ '"' or kept.words !~ '[[:alnum:]\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]' then asked else kept.words end
  from (
    select coalesce(string_agg(w, ' ' order by n), '') as words
    from regexp_split_to_table(asked, '\s+') with ordinality as u (w, n)
    where not (w ~ '[\u3041-\u309f]' and w ~ '^[\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]{1,2}$')
  ) kept
$$;

-- The lexemes of a question, each a query of its own; at most 24.
create or replace function work.question_terms(config regconfig, question text) returns tsquery[]
language sql immutable parallel safe set search_path = '' as $$
  select array(
    select work.begin_single_signs(work.lexeme_query(l))
    from unnest(tsvector_to_array(to_tsvector(config, work.search_words(question, true)))) as l
    -- Hiragana are endings and particles: the last to be asked for.
    order by l ~ '[\u3041-\u309f]', l limit 24)
$$;

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

-- What of a text answers a question, marked; its beginning where nothing of it does. Words are the text search's to mark;
-- runs of signs are marked here, because in its eyes they are words of their own.
create function work.excerpt_for(config regconfig, content text, question text) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  safe text := translate(content, '<>' || chr(1) || chr(2), chr(3) || chr(4));
  pairs constant text[] := regexp_split_to_array(btrim(
    (select string_agg(work.sign_pairs(r, true), ' ') from work.sign_runs(question) as r)), ' ');
  wanted text := (
    select string_agg(w, '|' order by length(w) desc, w)
    from (select r from work.sign_runs(question) as r union select p from unnest(pairs) as p where p !~ '^[\u3041-\u309f]+$') as u (w));
  place int;
begin
  if wanted is null or safe !~ wanted then
    return work.excerpt(config, content, work.any_of(work.question_terms(config, question)));
  end if;
  if length(safe) > 240 then
    place := work.densest_place(safe, wanted);
    safe := case when place > 60 then '… ' else '' end || substr(safe, greatest(place - 60, 1), 240)
      || case when length(safe) > greatest(place - 60, 1) + 239 then ' …' else '' end;
  end if;
  return replace(regexp_replace(safe, '(' || wanted || ')', chr(1) || '\1' || chr(2), 'g'), chr(2) || chr(1), '');
end
$$;

-- Where in a text, sign by sign, most of what is wanted stands within the next 180.
create function work.densest_place(content text, wanted text) returns int
language sql immutable parallel safe set search_path = '' as $$
  with found as materialized (
    select sum(length(m.part[1])) over (order by m.n) - length(m.part[2]) as place, length(m.part[2]) as weight
    from regexp_matches(content, '(.*?(' || wanted || '))', 'g') with ordinality as m (part, n)
  )
  select f.place::int + 1 from found f
  order by (select sum(g.weight) from found g where g.place between f.place and f.place + 180) desc, f.place limit 1
$$;

create or replace function work.search_passages(
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
      work.excerpt_for(c.config, c.content, question) as marked
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

-- The index ---------------------------------------------------------------------------------------------------------------

create or replace function work.store_chunks(page_id uuid, version int, model text, native_dimensions int, chunks jsonb) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  keeps_vectors boolean := work.has_embeddings();
  page record;
  is_missing boolean := false;
begin
  -- The lock that the index's foreign key takes anyway: the page moves to no other space meanwhile.
  select p.space_id, p.title, s.language into page
  from work.pages p join work.spaces s on s.id = p.space_id where p.id = store_chunks.page_id for key share of p;
  if page.space_id is null then
    return;
  end if;
  if keeps_vectors then
    execute $sql$
      insert into work.kept_embeddings (model, content_hash, page_id, native_dimensions, embedding)
      select distinct on (s.content_hash) s.model, s.content_hash, s.page_id, s.native_dimensions, s.embedding
      from work.search_index s
      where s.page_id = $1 and s.model = $2 and s.embedding is not null
        and not exists (select from jsonb_array_elements($3) c where c ->> 'contentHash' = encode(s.content_hash, 'hex'))
      order by s.content_hash
      on conflict (model, content_hash) do update set kept_at = now()
    $sql$ using store_chunks.page_id, store_chunks.model, chunks;
  end if;
  execute format($sql$
    with incoming as materialized (
      select c.chunk, c.heading, c.content, c."blockIds" as block_ids, decode(c."contentHash", 'hex') as content_hash,
        c.embedding, setweight(to_tsvector($6::regconfig, work.search_words($5)), 'A')
          || setweight(to_tsvector($6::regconfig, work.search_words(coalesce(c.heading, ''))), 'B')
          || setweight(to_tsvector($6::regconfig, work.search_words(c.content)), 'D') as tsv
      from jsonb_to_recordset($7) as c
        (chunk int, heading text, content text, "blockIds" uuid[], "contentHash" text, embedding text)
    )
    insert into work.search_index as s
      (space_id, page_id, chunk, heading, content, block_ids, page_version, tsv, model, native_dimensions, content_hash %1$s)
    select $4, $1, n.chunk, n.heading, n.content, n.block_ids, $2, n.tsv, $3, %2$s
    from incoming n %4$s
    where not exists (
      select from work.search_index k
      where k.page_id = $1 and k.chunk = n.chunk and k.content_hash = n.content_hash and k.model is not distinct from $3
        and k.heading is not distinct from n.heading and k.content = n.content and k.block_ids = n.block_ids and k.tsv = n.tsv)
    on conflict (page_id, chunk) do update set
      space_id = excluded.space_id, heading = excluded.heading, content = excluded.content, block_ids = excluded.block_ids,
      page_version = excluded.page_version, tsv = excluded.tsv, model = excluded.model, indexed_at = now(),
      native_dimensions = excluded.native_dimensions, content_hash = excluded.content_hash %3$s
    $sql$,
    case when keeps_vectors then ', embedding' end,
    case when keeps_vectors then $sql$
      case when n.embedding is null then kept.native_dimensions else $8 end, n.content_hash,
      coalesce(n.embedding::extensions.vector(1536), kept.embedding)$sql$ else '$8, n.content_hash' end,
    case when keeps_vectors then ', embedding = excluded.embedding' end,
    case when keeps_vectors then $sql$ left join lateral (
      select k.embedding, k.native_dimensions from work.search_index k
      where n.embedding is null and k.content_hash = n.content_hash and k.model = $3 and k.embedding is not null
      union all
      select k.embedding, k.native_dimensions from work.kept_embeddings k
      where n.embedding is null and k.content_hash = n.content_hash and k.model = $3
      limit 1
    ) kept on true$sql$ end)
  using store_chunks.page_id, store_chunks.version, case when keeps_vectors then store_chunks.model end, page.space_id,
    page.title, page.language, chunks, case when keeps_vectors then store_chunks.native_dimensions end;
  -- Not before: a chunk whose number has changed takes its vector from the row that it was in.
  delete from work.search_index s where s.page_id = store_chunks.page_id and s.chunk >= jsonb_array_length(chunks);
  update work.search_index s set page_version = store_chunks.version, indexed_at = now()
  where s.page_id = store_chunks.page_id and s.page_version <> store_chunks.version;
  if keeps_vectors then
    execute 'select exists (select from work.search_index s where s.page_id = $1 and s.embedding is null)'
      into is_missing using store_chunks.page_id;
    delete from work.kept_embeddings k
    using jsonb_array_elements(chunks) c
    where k.model = store_chunks.model and k.content_hash = decode(c ->> 'contentHash', 'hex');
  end if;
  if is_missing then
    raise exception using errcode = 'no_data_found', message = 'A vector that was to be kept is stored no more';
  end if;
end
$$;

-- How far the index is ----------------------------------------------------------------------------------------------------

-- How many pages of the viewer's spaces wait for the indexer, dead letters not counted, and for how long the first of them.
-- SECURITY DEFINER: no user reads the queue.
create function work.pending_pages(space_ids uuid[] default null) returns table (pages int, oldest_seconds float8)
language sql stable security definer rows 1 set search_path = '' as $$
  select count(*)::int, greatest(coalesce(extract(epoch from now() - min(q.enqueued_at)), 0), 0)::float8
  from work.index_queue q
  where q.dead_at is null and q.space_id = any (work.readable_space_ids(pending_pages.space_ids))
$$;

-- Pages by title ----------------------------------------------------------------------------------------------------------

-- What was typed, word by word; of signs each with the one behind it.
create function work.typed_words(typed text) returns text[]
language sql immutable parallel safe set search_path = '' as $$
  select array_remove(regexp_split_to_array(work.search_words(typed, true), '[^[:alnum:]\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+'), '')
$$;

-- The words of a title, as they are looked for.
create function work.title_lexemes(title text) returns tsvector
language sql immutable parallel safe set search_path = '' as $$
  select array_to_tsvector(array_remove(
    regexp_split_to_array(work.search_words(left(lower(title), 300)), '[^[:alnum:]\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+'), ''))
$$;
-- The pattern of a typed word in a title: signs wherever they stand, any other at the beginning of a word, which is behind a
-- sign too (SAP in 経費SAP連携).
create function work.typed_pattern(word text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case when work.has_signs(word) then word else '(?:\m|(?<=[\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]))' || word end
$$;

create index pages_title_lexemes on work.pages using gin (work.title_lexemes(title)) with (fastupdate = off);
drop index work.pages_title_words;
drop function work.title_words(text);

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

-- Words of a title that begin as one that was typed, and signs wherever they stand, marked.
create or replace function work.mark_beginnings(title text, typed text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(replace(regexp_replace(translate(title, chr(1) || chr(2) || chr(3) || chr(4), ''),
    '(' || (
      select string_agg(work.typed_pattern(w), '|' order by length(w) desc)
      from (select unnest(work.typed_words(typed)) union select work.sign_runs(typed)) as u (w)
    ) || ')', chr(1) || '\1' || chr(2), 'gi'), chr(2) || chr(1), ''), title)
$$;

-- Who may call what -------------------------------------------------------------------------------------------------------

do $$
declare
  called text;
begin
  for called in
    select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'work'::regnamespace and p.proname in (
      'has_signs', 'search_words', 'sign_pairs', 'sign_runs', 'begin_single_signs', 'plain_dashes', 'excerpt_for',
      'densest_place', 'without_endings', 'pending_pages', 'typed_words', 'typed_pattern', 'title_lexemes')
  loop
    execute format('revoke execute on function %s from public', called);
    execute format('grant execute on function %s to authenticated, service_role, agent_workspace_ask_docs', called);
  end loop;
end
$$;

-- Pages whose words are other ones now: those with signs, and those with tables and code, whose later pieces say now what they
-- are of. Nothing but what is new of them is embedded.
insert into work.index_queue as q (page_id, space_id, op)
select p.id, p.space_id, 'INDEX' from work.pages p
where p.archived_at is null and (
  work.has_signs(p.title)
  or exists (select from work.search_index s where s.page_id = p.id and work.has_signs(s.content || coalesce(s.heading, '')))
  or exists (select from work.blocks b where b.page_id = p.id and b.type in ('TABLE', 'CODE')))
order by p.id
on conflict (page_id) do update set generation = q.generation + 1;
