-- Leases pages that are due, those that wait longest first; skips what another indexer holds. A page whose indexer died
-- fifty times, so that nobody could say what was wrong, becomes a dead letter here.
-- Executed by: operation
-- Raises: TP400
create or replace function work.claim_index_batch(worker text, most int default 32, lease_seconds int default 120)
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
