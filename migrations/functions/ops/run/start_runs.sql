-- What mark_running says of one run, of many at once, each by itself: a run that is refused is answered with state and
-- message, and hinders no other. Of the rest the answer says whether a cancel was asked for.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409
create or replace function ops.start_runs(run_ids uuid[], fences int[])
returns table (run_id uuid, state text, message text, cancel_requested boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  caller text := ops.caller_agent();
  tenant text := ops.tenant();
  instant timestamptz;
  plain uuid[];
  other record;
begin
  perform ops.check_batch(start_runs.run_ids, start_runs.fences);
  if start_runs.run_ids = '{}' then
    return;
  end if;
  perform ops.ensure_event_partitions();
  -- Locked in one order, whoever asks: two batches never wait in a circle.
  plain := array(
    select l.id from (
      select r.id, r.status = 'QUEUED' and r.leased_by is not null and r.fence = t.fence
        and (caller is null or r.agent = caller) and (tenant is null or r.tenant_id = tenant) as is_plain
      from unnest(start_runs.run_ids, start_runs.fences) t (id, fence) join ops.runs r on r.id = t.id
      order by r.id for no key update of r) l
    where l.is_plain);
  instant := clock_timestamp();
  return query
  with event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id, tenant_id)
    select r.id, r.last_seq + 1, 'run.started', jsonb_build_object('worker', r.leased_by, 'attempt', r.attempt),
      greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)), who.sub, who.act, who.client_id, r.tenant_id
    from ops.runs r where r.id = any (plain)
    returning run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id
  )
  update ops.runs r set
    status = 'RUNNING', started_at = e.created_at, updated_at = e.created_at,
    last_seq = e.seq, last_hash = ops.event_hash(
      e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id)
  from event e where r.id = e.run_id
  returning r.id, null::text, null::text, r.cancel_requested_at is not null;
  if cardinality(plain) = cardinality(start_runs.run_ids) then
    return;
  end if;
  -- The function for one run decides about the rest: said again, over, another's, not there.
  for other in
    select t.id, t.fence from unnest(start_runs.run_ids, start_runs.fences) t (id, fence) where t.id <> all (plain)
  loop
    begin
      return query select r.id, null::text, null::text, r.cancel_requested_at is not null
        from ops.mark_running(other.id, other.fence) r;
    exception when sqlstate 'TP400' or sqlstate 'TP403' or sqlstate 'TP404' or sqlstate 'TP409' then
      return query select other.id, sqlstate::text, sqlerrm::text, false;
    end;
  end loop;
end
$$;
