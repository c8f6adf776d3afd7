-- Takes up to max_runs expired leases away, of one agent or of all: back to the queue, or DEAD after the last attempt. A claim
-- whose handler did not begin counts as no attempt, for a worker claims ahead of its places; after 25 leases of a run it does.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.requeue_lost_of(agent text, max_runs int) returns int
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  tenant text := ops.tenant();
  instant timestamptz := clock_timestamp();
  lost uuid[];
  -- A lease raises the fence twice: when it is given and when it is lost.
  unbegun_fence constant int := 50;
  unbegun uuid[];
begin
  -- The lines of the runs that end here are locked before the runs themselves, as everywhere.
  perform ops.lock_lines(d.agent, d.keys) from (
    select r.agent, array_agg(key) as keys from ops.runs r, unnest(r.ordering_keys) key
    where r.leased_until < instant and (requeue_lost_of.agent is null or r.agent = requeue_lost_of.agent)
      and r.status in ('QUEUED', 'RUNNING') and r.attempt >= ops.attempts_of(r) and (tenant is null or r.tenant_id = tenant)
    group by r.agent order by r.agent) d;
  lost := array(
    select r.id from ops.runs r
    where r.leased_until < instant and (requeue_lost_of.agent is null or r.agent = requeue_lost_of.agent)
      and r.status in ('QUEUED', 'RUNNING') and (tenant is null or r.tenant_id = tenant)
    order by r.leased_until limit requeue_lost_of.max_runs
    for no key update skip locked);
  if lost = '{}' then
    return 0;
  end if;
  unbegun := array(
    select r.id from ops.runs r where r.id = any (lost) and r.fence < unbegun_fence and ops.is_unbegun(r));
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id, tenant_id)
    select r.id, r.last_seq + 1, 'run.lease_lost', jsonb_build_object('worker', r.leased_by, 'attempt', r.attempt)
        || case when r.cancel_requested_at is null then '{}' else '{"outcome": "unknown until it is checked"}' end::jsonb
        || case when r.id = any (unbegun) then '{"begun": false}' else '{}' end::jsonb,
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)), who.sub, who.act, who.client_id, r.tenant_id
    from ops.runs r where r.id = any (lost)
    returning run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id
  )
  update ops.runs r set
    status = 'QUEUED', leased_by = null, leased_until = null, fence = r.fence + 1,
    attempt = r.attempt - case when r.id = any (unbegun) then 1 else 0 end,
    run_at = case when r.cancel_requested_at is null then e.created_at + ops.backoff(r.attempt) else e.created_at end,
    error_code = 'LEASE_LOST', error_message = format('Worker %s was lost', r.leased_by)
      || case when r.cancel_requested_at is null then '' else ': what it did is unknown until it is checked' end,
    updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(
      e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id)
  from event e where r.id = e.run_id;

  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id, tenant_id)
    select r.id, r.last_seq + 1, 'run.dead', jsonb_build_object('attempts', r.attempt),
      greatest(instant, r.updated_at), r.last_hash, who.sub, who.act, who.client_id, r.tenant_id
    from ops.runs r where r.id = any (lost) and r.attempt >= ops.attempts_of(r)
    returning run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id
  )
  update ops.runs r set
    status = 'DEAD', finished_at = e.created_at, updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(
      e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id)
  from event e where r.id = e.run_id;
  return cardinality(lost);
end
$$;
