-- What mark_finished says of one run, of many at once, each by itself: a run that is refused is answered with state and
-- message, and hinders no other. `ends` is a list of {runId, fence, outcome, output, errorCode, errorMessage, retryable,
-- retryAfterSeconds}.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409
create or replace function ops.finish_runs(ends jsonb) returns table (run_id uuid, state text, message text)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  caller text := ops.caller_agent();
  tenant text := ops.tenant();
  ids uuid[] := array(select e."runId" from jsonb_to_recordset(finish_runs.ends) e ("runId" uuid));
  fences int[] := array(select e.fence from jsonb_to_recordset(finish_runs.ends) e (fence int));
  instant timestamptz;
  plain uuid[];
  other record;
begin
  perform ops.check_batch(ids, fences);
  if ids = '{}' then
    return;
  end if;
  perform ops.ensure_event_partitions();
  -- The lines of all before the first run, and the runs in one order: two batches never wait in a circle.
  perform ops.lock_lines(d.agent, d.keys) from (
    select r.agent, array_agg(key) as keys from ops.runs r, unnest(r.ordering_keys) key
    where r.id = any (ids) and not ops.is_ended(r.status)
    group by r.agent order by r.agent) d;
  plain := array(
    select l.id from (
      select r.id, e.outcome = 'SUCCEEDED' and coalesce(octet_length(e.output::text), 0) <= 262144
        and r.status = 'RUNNING' and r.leased_by is not null and r.fence = e.fence and r.cancel_requested_at is null
        and (caller is null or r.agent = caller) and (tenant is null or r.tenant_id = tenant) as is_plain
      from jsonb_to_recordset(finish_runs.ends) e ("runId" uuid, fence int, outcome text, output jsonb)
      join ops.runs r on r.id = e."runId"
      order by r.id for no key update of r) l
    where l.is_plain);
  instant := clock_timestamp();
  return query
  with event as (
    insert into ops.run_events (run_id, seq, type, created_at, prev_hash, sub, act, client_id, tenant_id)
    select r.id, r.last_seq + 1, 'run.succeeded', greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)),
      who.sub, who.act, who.client_id, r.tenant_id
    from ops.runs r where r.id = any (plain)
    returning run_id, seq, type, payload, created_at, prev_hash, sub, act, client_id
  )
  update ops.runs r set
    status = 'SUCCEEDED', output = said.output, finished_at = e.created_at, updated_at = e.created_at,
    leased_by = null, leased_until = null, error_code = null, error_message = null,
    last_seq = e.seq, last_hash = ops.event_hash(
      e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id)
  from event e join jsonb_to_recordset(finish_runs.ends) said ("runId" uuid, output jsonb) on said."runId" = e.run_id
  where r.id = e.run_id
  returning r.id, null::text, null::text;
  if cardinality(plain) = cardinality(ids) then
    return;
  end if;
  -- The function for one run decides about the rest: a failure, a cancel, said again, over, another's, not there.
  for other in
    select e.* from jsonb_to_recordset(finish_runs.ends) e ("runId" uuid, fence int, outcome text, output jsonb,
      "errorCode" text, "errorMessage" text, retryable boolean, "retryAfterSeconds" int)
    where e."runId" <> all (plain)
  loop
    begin
      perform ops.mark_finished(other."runId", other.fence, other.outcome, other.output, other."errorCode",
        other."errorMessage", coalesce(other.retryable, true), other."retryAfterSeconds");
      return query select other."runId", null::text, null::text;
    exception when sqlstate 'TP400' or sqlstate 'TP403' or sqlstate 'TP404' or sqlstate 'TP409' then
      return query select other."runId", sqlstate::text, sqlerrm::text;
    end;
  end loop;
end
$$;
