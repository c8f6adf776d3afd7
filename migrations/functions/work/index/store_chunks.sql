-- Writes the chunks of a page. A chunk that is what it was keeps its row but for the version: neither its words nor its
-- vector are indexed anew. Dynamic, because the column is not there without pgvector. Raises no_data_found where a vector is
-- missing in the end.
-- Executed by: nobody
-- Raises: nothing
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
