-- Which texts a worker is to embed. Forgets vectors that were kept for nothing. `wanted`: [{"pageId", "hashes": [hex]}] of pages that it holds. Each hash is
-- answered once: STORED, of this model and somewhere in the index, RESERVED for this worker to embed, or ELSEWHERE: another
-- one is at it, ask again soon. Where no vectors are kept all are STORED.
-- Executed by: operation
-- Raises: nothing
create or replace function work.reserve_embeddings(worker text, model text, wanted jsonb, lease_seconds int default 120)
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
