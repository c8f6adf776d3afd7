-- The search index: in which language a space is searched, how the workspace-indexer takes pages from the queue, what it
-- gives back, and what becomes of a page that it cannot index. Every function runs as its owner: nobody, the indexer
-- included, writes the index or the queue by hand.

-- Language ----------------------------------------------------------------------------------------------------------

-- The text search configurations that PostgreSQL 15 brings; `simple` takes words as they stand.
alter table work.spaces add column language text not null default 'english' check (language in (
  'simple', 'arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french', 'german', 'greek',
  'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian', 'portuguese', 'romanian',
  'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish'
));
comment on column work.spaces.language is 'Of its texts: decides which words of them and of a question are the same.';
grant update (language) on work.spaces to authenticated;

-- As before, and in a language: a default keeps what was asked under an idempotency key before the same.
drop function work.create_space(text, uuid, text);
create function work.create_space(
  name text, admin_id uuid default null, idempotency_key text default null, language text default 'english'
) returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'createSpace', jsonb_build_array(create_space.name, admin_id)
    || case when create_space.language = 'english' then '[]' else to_jsonb(create_space.language) end);
  space_id uuid := gen_random_uuid();
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('name', create_space.name);
  if work.is_user() and auth.uid() is null then
    perform work.refuse('TP403', 'The token names no user, and a space has one as its admin');
  elsif work.is_user() and admin_id <> auth.uid() then
    perform work.refuse('TP400', 'Who creates a space is its admin: leave adminId out', '{"argument": "adminId"}');
  end if;
  insert into work.spaces (id, name, language) values (space_id, create_space.name, create_space.language);
  insert into work.permissions (space_id, user_id, role)
  select space_id, coalesce(auth.uid(), admin_id), 'admin' where coalesce(auth.uid(), admin_id) is not null;
  perform work.end_once(idempotency_key, jsonb_build_object('id', space_id));
  return space_id;
end
$$;

create function work.change_space_language(
  space_id uuid, language text, expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'changeSpaceLanguage', jsonb_build_array(space_id, language, expected_version));
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.lock_space(change_space_language.space_id, expected_version);
  update work.spaces s set language = change_space_language.language where s.id = change_space_language.space_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', change_space_language.space_id));
  return change_space_language.space_id;
end
$$;
revoke execute on function work.create_space(text, uuid, text, text), work.change_space_language(uuid, text, int, text) from public;
grant execute on function work.create_space(text, uuid, text, text), work.change_space_language(uuid, text, int, text)
  to authenticated, service_role;

-- Another language, other words: every page of the space is due. SECURITY DEFINER: nobody writes the queue by hand.
create function work.enqueue_space_index() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into work.index_queue as q (page_id, space_id, op)
  select p.id, p.space_id, 'INDEX' from work.pages p where p.space_id = new.id and p.archived_at is null order by p.id
  on conflict (page_id) do update
    set generation = q.generation + 1, attempts = 0, last_error = null, dead_at = null, enqueued_at = now();
  return null;
end
$$;
create trigger enqueue_index after update of language on work.spaces for each row
  when (new.language <> old.language) execute function work.enqueue_space_index();

-- The index ---------------------------------------------------------------------------------------------------------

comment on column work.search_index.content_hash is 'SHA-256 of the text that was embedded: title, heading and content.';
create index search_index_hash on work.search_index (content_hash, model);
do $$
begin
  if exists (select from pg_attribute where attrelid = 'work.search_index'::regclass and attname = 'embedding')
     and exists (select from pg_am where amname = 'hnsw') then
    create index search_index_embedding on work.search_index using hnsw (embedding extensions.vector_cosine_ops);
  end if;
end
$$;

-- Vectors of texts that their page says no more: an undo, or a page that is restored, has nothing embedded again. They go
-- with the page, and after a week.
create table work.kept_embeddings (
  model text not null,
  content_hash bytea not null,
  page_id uuid not null references work.pages (id) on delete cascade,
  native_dimensions int,
  kept_at timestamptz not null default now(),
  primary key (model, content_hash)
);
create index kept_embeddings_page on work.kept_embeddings (page_id);
create index kept_embeddings_age on work.kept_embeddings (kept_at);
alter table work.kept_embeddings enable row level security;
grant select on work.kept_embeddings to service_role;
create policy all_read on work.kept_embeddings for select to service_role using (true);
do $$
begin
  if to_regtype('extensions.vector') is not null then
    alter table work.kept_embeddings add column embedding extensions.vector(1536);
  end if;
end
$$;

-- Whether vectors are kept: a Postgres without pgvector has the keyword half alone, and nothing is embedded for it.
create function work.has_embeddings() returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from pg_catalog.pg_attribute a
    where a.attrelid = 'work.search_index'::regclass and a.attname = 'embedding' and not a.attisdropped)
$$;

-- The queue ---------------------------------------------------------------------------------------------------------

alter table work.index_queue add column id uuid not null generated always as (page_id) stored;
comment on column work.index_queue.id is 'The page, under the name by which a list of any stored type goes.';
comment on column work.index_queue.claimed_until is 'Before this time nobody claims the page: a lease, or after a failure the wait for the next try.';
comment on column work.index_queue.dead_at is 'A dead letter since then: tried no more, until the page changes or work.retry_indexing is called.';

-- Texts that an indexer is about to embed, so that no two embed the same: they go with the queue's row when the page is
-- indexed, and count for nothing when the lease has run out.
create table work.embedding_claims (
  model text not null,
  content_hash bytea not null,
  page_id uuid not null references work.index_queue (page_id) on delete cascade,
  worker text not null,
  until timestamptz not null,
  primary key (model, content_hash)
);
create index embedding_claims_page on work.embedding_claims (page_id);
alter table work.embedding_claims enable row level security;
grant select on work.embedding_claims to service_role;
create policy all_read on work.embedding_claims for select to service_role using (true);

-- For the rest of the transaction. What is lost with the server is a page that is indexed again, so no indexer waits for
-- the disk, and no writer behind it.
create function work.commit_without_waiting() returns void
language sql volatile set search_path = '' as $$ select set_config('synchronous_commit', 'off', true) $$;

-- Leases pages that are due, those that wait longest first; skips what another indexer holds. A page whose indexer died
-- fifty times, so that nobody could say what was wrong, becomes a dead letter here.
create function work.claim_index_batch(worker text, most int default 32, lease_seconds int default 120)
returns table (page_id uuid, generation bigint, attempt int)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  perform work.commit_without_waiting();
  if btrim(coalesce(claim_index_batch.worker, '')) = '' or length(claim_index_batch.worker) > 200 then
    perform work.refuse('TP400', 'Say who claims: a name of 1 to 200 characters', '{"argument": "worker"}');
  elsif most is null or most not between 1 and 1000 then
    perform work.refuse('TP400', 'From 1 to 1000 pages are claimed at once', '{"argument": "most"}');
  elsif lease_seconds is null or lease_seconds not between 1 and 3600 then
    perform work.refuse('TP400', 'A lease takes from 1 to 3600 seconds', '{"argument": "lease_seconds"}');
  end if;
  return query
  with due as materialized (
    select c.page_id from work.index_queue c
    where c.dead_at is null and (c.claimed_until is null or c.claimed_until <= now())
    order by c.enqueued_at, c.page_id limit most
    for update skip locked
  ), claimed as (
    update work.index_queue q set
      attempts = q.attempts + 1,
      claimed_by = case when q.attempts < 50 then claim_index_batch.worker end,
      claimed_until = case when q.attempts < 50 then now() + make_interval(secs => lease_seconds) end,
      dead_at = case when q.attempts >= 50 then now() end,
      last_error = case when q.attempts >= 50 then 'Fifty indexers ended while they were at this page' else q.last_error end
    from due where q.page_id = due.page_id
    returning q.page_id, q.generation, q.attempts, q.dead_at, q.enqueued_at
  )
  select c.page_id, c.generation, c.attempts from claimed c where c.dead_at is null order by c.enqueued_at, c.page_id;
end
$$;

-- Keeps what a worker holds for longer: for an embedder that takes its time.
create function work.extend_index_lease(worker text, page_ids uuid[], lease_seconds int default 120) returns void
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  perform work.commit_without_waiting();
  if lease_seconds is null or lease_seconds not between 1 and 3600 then
    perform work.refuse('TP400', 'A lease takes from 1 to 3600 seconds', '{"argument": "lease_seconds"}');
  end if;
  update work.index_queue q set claimed_until = now() + make_interval(secs => lease_seconds)
  where q.page_id = any (page_ids) and q.claimed_by = extend_index_lease.worker;
  update work.embedding_claims e set until = now() + make_interval(secs => lease_seconds)
  where e.page_id = any (page_ids) and e.worker = extend_index_lease.worker;
end
$$;

-- Which texts a worker is to embed. Forgets vectors that were kept for nothing. `wanted`: [{"pageId", "hashes": [hex]}] of pages that it holds. Each hash is
-- answered once: STORED, of this model and somewhere in the index, RESERVED for this worker to embed, or ELSEWHERE: another
-- one is at it, ask again soon. Where no vectors are kept all are STORED.
create function work.reserve_embeddings(worker text, model text, wanted jsonb, lease_seconds int default 120)
returns table (content_hash text, state text)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  perform work.commit_without_waiting();
  if not work.has_embeddings() then
    return query select distinct h.hash, 'STORED' from jsonb_array_elements(wanted) w, jsonb_array_elements_text(w -> 'hashes') h (hash);
    return;
  end if;
  delete from work.kept_embeddings k where (k.model, k.content_hash) in (
    select o.model, o.content_hash from work.kept_embeddings o
    where o.kept_at < now() - interval '7 days' order by o.kept_at limit 100 for update skip locked);
  -- In the order of the hashes, so that two workers do not wait for each other.
  insert into work.embedding_claims as e (model, content_hash, page_id, worker, until)
  select reserve_embeddings.model, w.hash, w.page_id, reserve_embeddings.worker, now() + make_interval(secs => lease_seconds)
  from (
    select distinct on (1) decode(h.hash, 'hex') as hash, (w ->> 'pageId')::uuid as page_id
    from jsonb_array_elements(wanted) w, jsonb_array_elements_text(w -> 'hashes') h (hash)
    order by 1, 2
  ) w
  where exists (select from work.index_queue q where q.page_id = w.page_id and q.claimed_by = reserve_embeddings.worker)
    and not work.is_embedded(reserve_embeddings.model, w.hash)
  order by w.hash
  on conflict (model, content_hash) do update
    set page_id = excluded.page_id, worker = excluded.worker, until = excluded.until
    where e.until <= now() or e.worker = excluded.worker;
  -- A new statement: it sees what another worker has stored while this one waited for its claim to end.
  return query
  select encode(w.hash, 'hex'), case
    when work.is_embedded(reserve_embeddings.model, w.hash) then 'STORED'
    when exists (
      select from work.embedding_claims e
      where e.model = reserve_embeddings.model and e.content_hash = w.hash and e.worker = reserve_embeddings.worker
    ) then 'RESERVED'
    else 'ELSEWHERE' end
  from (
    select distinct decode(h.hash, 'hex') as hash
    from jsonb_array_elements(wanted) w, jsonb_array_elements_text(w -> 'hashes') h (hash)
  ) w;
end
$$;

create function work.is_embedded(model text, hash bytea) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from work.search_index s
    where s.content_hash = is_embedded.hash and s.model = is_embedded.model and s.embedding is not null
  ) or exists (
    select from work.kept_embeddings k where k.content_hash = is_embedded.hash and k.model = is_embedded.model);
end
$$;

-- Replaces what the index holds of a page by `chunks`: [{"chunk", "heading", "content", "blockIds", "contentHash": hex,
-- "embedding": of 1536 numbers}], numbered from 0; [] for a page that is archived. An embedding that is left out is the one
-- stored under this hash and model. Takes the page off the queue unless it has changed since it was claimed.
-- False where nothing was done: the lease is another's by now, or an embedding that was left out is stored no more.
create function work.ack_index(
  page_id uuid, worker text, generation bigint, version int, model text, native_dimensions int, chunks jsonb
) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  perform work.commit_without_waiting();
  -- Of indexers alone: who writes the page does not wait for its chunks.
  perform pg_advisory_xact_lock(hashtextextended('work.search_index ' || ack_index.page_id, 0));
  if not exists (
       select from work.index_queue q where q.page_id = ack_index.page_id and q.claimed_by = ack_index.worker)
     or exists (
       select from work.search_index s where s.page_id = ack_index.page_id and s.page_version > ack_index.version) then
    return false;
  end if;
  begin
    perform work.store_chunks(ack_index.page_id, ack_index.version, ack_index.model, ack_index.native_dimensions, chunks);
  exception when no_data_found then
    perform work.fail_index(ack_index.page_id, ack_index.worker, ack_index.generation, null);
    return false;
  end;
  -- Last, because a writer of the page waits for this row.
  delete from work.index_queue q
  where q.page_id = ack_index.page_id and q.claimed_by = ack_index.worker and q.generation = ack_index.generation;
  if found then
    return true;
  end if;
  delete from work.embedding_claims e where e.page_id = ack_index.page_id and e.worker = ack_index.worker;
  update work.index_queue q set claimed_by = null, claimed_until = null
  where q.page_id = ack_index.page_id and q.claimed_by = ack_index.worker;
  return found;
end
$$;

-- A chunk that is what it was keeps its row but for the version: neither its words nor its vector are indexed anew.
-- Dynamic, because the column is not there without pgvector. Raises no_data_found where a vector is missing in the end.
create function work.store_chunks(page_id uuid, version int, model text, native_dimensions int, chunks jsonb) returns void
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
        c.embedding, setweight(to_tsvector($6::regconfig, $5), 'A')
          || setweight(to_tsvector($6::regconfig, coalesce(c.heading, '')), 'B')
          || setweight(to_tsvector($6::regconfig, c.content), 'D') as tsv
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

-- Gives a page back: to be tried again after twice as long each time, up to ten minutes, and after `max_attempts` not at
-- all. Without an error it counts for no attempt, and is due again in a moment. Whether it is a dead letter now.
create function work.fail_index(
  page_id uuid, worker text, generation bigint, error text, max_attempts int default 10
) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  is_dead boolean;
begin
  perform work.commit_without_waiting();
  delete from work.embedding_claims e where e.page_id = fail_index.page_id and e.worker = fail_index.worker;
  update work.index_queue q set
    claimed_by = null,
    attempts = case when error is null then greatest(q.attempts - 1, 0) else q.attempts end,
    last_error = coalesce(left(error, 500), q.last_error),
    -- Changed since it was claimed, it is another text, and its attempts are counted anew.
    claimed_until = case
      when q.generation <> fail_index.generation then null
      when error is null then now() + interval '200 milliseconds'
      else now() + make_interval(secs => least(600, 2 ^ least(q.attempts, 10))) end,
    dead_at = case when error is not null and q.generation = fail_index.generation and q.attempts >= max_attempts then now() end
  where q.page_id = fail_index.page_id and q.claimed_by = fail_index.worker
  returning dead_at is not null into is_dead;
  return coalesce(is_dead, false);
end
$$;

-- Queues pages whose chunks are of another model or not there, in the order of their ids, after `after`; what is queued
-- already stays as it is. How many, and the last page that was looked at: null at the end.
create function work.enqueue_stale(model text, most int default 1000, after uuid default null)
returns table (enqueued int, last_id uuid)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  stale uuid[] := array(
    select p.id from work.pages p
    where p.archived_at is null and (enqueue_stale.after is null or p.id > enqueue_stale.after)
      and work.is_stale(p.id, enqueue_stale.model)
    order by p.id limit most);
begin
  perform work.commit_without_waiting();
  insert into work.index_queue as q (page_id, space_id, op)
  select p.id, p.space_id, 'INDEX' from work.pages p where p.id = any (stale) order by p.id
  on conflict do nothing;
  get diagnostics enqueued = row_count;
  last_id := stale[cardinality(stale)];
  return next;
end
$$;

-- Whether a page has no chunk, or one whose vector is of another model.
create function work.is_stale(page_id uuid, model text) returns boolean
language sql stable set search_path = '' as $$
  select not exists (select from work.search_index s where s.page_id = is_stale.page_id)
    or (work.has_embeddings() and exists (
      select from work.search_index s where s.page_id = is_stale.page_id and s.model is distinct from is_stale.model))
$$;

-- How far the index is: pages that wait and are dead letters, and pages whose chunks are of another model or not there.
create function work.index_progress(model text) returns table (waiting int, dead int, stale int, pages int)
language sql stable security definer set search_path = '' as $$
  select
    (select count(*)::int from work.index_queue q where q.dead_at is null),
    (select count(*)::int from work.index_queue q where q.dead_at is not null),
    (select count(*)::int from work.pages p where p.archived_at is null and work.is_stale(p.id, index_progress.model)),
    (select count(*)::int from work.pages p where p.archived_at is null)
$$;

-- Has dead letters tried again: those of the pages that are named, or all. How many.
create function work.retry_indexing(page_ids uuid[] default null, idempotency_key text default null) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'retryIndexing', jsonb_build_array(page_ids));
  retried int;
begin
  if answer is not null then
    return (answer ->> 'retried')::int;
  end if;
  update work.index_queue q
  set attempts = 0, dead_at = null, claimed_by = null, claimed_until = null, enqueued_at = now()
  where q.dead_at is not null and (page_ids is null or q.page_id = any (page_ids));
  get diagnostics retried = row_count;
  perform work.end_once(idempotency_key, jsonb_build_object('retried', retried));
  return retried;
end
$$;

-- Supabase: a tick that wakes the indexer ---------------------------------------------------------------------------
--
-- pg_cron asks every ten seconds whether a page waits, and pg_net then calls the door of `tripoint indexer`
-- (INDEXER_PORT), so that an indexer on a host which sleeps when nothing calls is woken. Where its door is and what opens
-- it, the secrets tripoint_indexer_url and tripoint_indexer_token of Supabase Vault say, or else the settings
-- tripoint.indexer_url and tripoint.indexer_token of the database; without a URL nothing is called.

create function work.indexer_setting(name text) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  secret text;
begin
  if to_regclass('vault.decrypted_secrets') is not null then
    execute 'select s.decrypted_secret from vault.decrypted_secrets s where s.name = $1 limit 1'
      into secret using 'tripoint_' || indexer_setting.name;
  end if;
  return coalesce(secret, nullif(current_setting('tripoint.' || indexer_setting.name, true), ''));
end
$$;

-- Whether the indexer was called.
create function work.call_indexer() returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  url text := work.indexer_setting('indexer_url');
begin
  if url is null or to_regproc('net.http_post') is null or not exists (
    select from work.index_queue q where q.dead_at is null and (q.claimed_until is null or q.claimed_until <= now())
  ) then
    return false;
  end if;
  perform net.http_post(
    url => url,
    body => '{}'::jsonb,
    headers => jsonb_build_object('content-type', 'application/json',
      'authorization', 'Bearer ' || coalesce(work.indexer_setting('indexer_token'), '')),
    timeout_milliseconds => 5000
  );
  return true;
end
$$;

-- Whether the tick is set: only where both extensions are. Called again once they are enabled, it sets it then.
create function work.schedule_indexer() returns boolean
language plpgsql set search_path = '' as $$
declare
  version text := (select e.extversion from pg_catalog.pg_extension e where e.extname = 'pg_cron');
begin
  if version is null or to_regproc('net.http_post') is null
     or current_setting('cron.database_name', true) is distinct from current_database() then
    return false;
  end if;
  perform cron.schedule(
    'tripoint_indexer',
    case when string_to_array(substring(version from '^[0-9]+\.[0-9]+'), '.')::int[] >= '{1,5}' then '10 seconds' else '* * * * *' end,
    'select work.call_indexer()'
  );
  return true;
end
$$;
do $$
begin
  perform work.schedule_indexer();
exception when insufficient_privilege then
  raise notice 'pg_cron is not ours to use: `tripoint indexer` polls instead';
end
$$;

-- Who may call what -------------------------------------------------------------------------------------------------

revoke execute on function
  work.enqueue_space_index(), work.has_embeddings(), work.commit_without_waiting(), work.claim_index_batch(text, int, int),
  work.extend_index_lease(text, uuid[], int), work.reserve_embeddings(text, text, jsonb, int), work.is_embedded(text, bytea),
  work.ack_index(uuid, text, bigint, int, text, int, jsonb), work.store_chunks(uuid, int, text, int, jsonb),
  work.fail_index(uuid, text, bigint, text, int), work.enqueue_stale(text, int, uuid), work.is_stale(uuid, text),
  work.index_progress(text), work.retry_indexing(uuid[], text), work.indexer_setting(text), work.call_indexer(),
  work.schedule_indexer()
from public;
grant execute on function
  work.claim_index_batch(text, int, int), work.extend_index_lease(text, uuid[], int),
  work.reserve_embeddings(text, text, jsonb, int), work.ack_index(uuid, text, bigint, int, text, int, jsonb),
  work.fail_index(uuid, text, bigint, text, int), work.enqueue_stale(text, int, uuid), work.index_progress(text)
to agent_workspace_indexer;
grant execute on function work.retry_indexing(uuid[], text) to agent_workspace_indexer, service_role;
