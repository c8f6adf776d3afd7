-- Gives claimed runs back whose handlers did not begin: they are queued as before, and the claim counts as no attempt. What the
-- caller no longer holds, has begun, or has said anything of, such as an effect, stays as it is. Answers how many were given
-- back.
-- Executed by: operation
-- Raises: 42501, TP400, TP403
create or replace function ops.give_back_runs(run_ids uuid[], fences int[]) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  caller text := ops.caller_agent();
  tenant text := ops.tenant();
  instant timestamptz;
  held uuid[];
begin
  perform ops.check_batch(give_back_runs.run_ids, give_back_runs.fences);
  perform ops.ensure_event_partitions();
  held := array(
    select l.id from (
      select r.id, r.status = 'QUEUED' and r.leased_by is not null and r.fence = t.fence
        and (caller is null or r.agent = caller) and (tenant is null or r.tenant_id = tenant) as is_held
      from unnest(give_back_runs.run_ids, give_back_runs.fences) t (id, fence) join ops.runs r on r.id = t.id
      order by r.id for no key update of r) l
    where l.is_held);
  -- Once they are locked: what was said before is seen then.
  held := array(select r.id from ops.runs r where r.id = any (held) and ops.is_unbegun(r));
  instant := clock_timestamp();
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id, tenant_id)
    select r.id, r.last_seq + 1, 'run.given_back', jsonb_build_object('worker', r.leased_by, 'attempt', r.attempt),
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)), who.sub, who.act, who.client_id, r.tenant_id
    from ops.runs r where r.id = any (held)
    returning run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id
  )
  update ops.runs r set
    leased_by = null, leased_until = null, fence = r.fence + 1, attempt = r.attempt - 1, updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(
      e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id)
  from event e where r.id = e.run_id;
  return cardinality(held);
end
$$;
