-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.finish_runs(ends jsonb) returns table (run_id uuid, state text, message text)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  caller text := ops.caller_agent();
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
        and (caller is null or r.agent = caller) as is_plain
      from jsonb_to_recordset(finish_runs.ends) e ("runId" uuid, fence int, outcome text, output jsonb)
      join ops.runs r on r.id = e."runId"
      order by r.id for no key update of r) l
    where l.is_plain);
  instant := clock_timestamp();
  return query
  with event as (
    insert into ops.run_events (run_id, seq, type, created_at, prev_hash, sub, act, client_id)
    select r.id, r.last_seq + 1, 'run.succeeded', greatest(instant, r.updated_at), coalesce(r.last_hash, ops.chain_start(r.id)), who.sub, who.act, who.client_id
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
comment on function ops.finish_runs is 'What mark_finished says of one run, of many at once, each by itself: a run that is refused is answered with state and
message, and hinders no other. `ends` is a list of {runId, fence, outcome, output, errorCode, errorMessage, retryable,
retryAfterSeconds}.';

drop function ops.mark_finished(uuid,integer,text,jsonb,text,text,boolean);
create or replace function ops.mark_finished(
  run_id uuid, fence int, outcome text, output jsonb default null, error_code text default null,
  error_message text default null, retryable boolean default true, retry_after_seconds int default null
) returns ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  is_failure boolean := mark_finished.outcome = 'FAILED';
  code text := case when is_failure then mark_finished.error_code end;
  -- Cut, not refused: a worker that reports a failure must not fail at that.
  message text := case when is_failure then left(mark_finished.error_message, 4000) end;
  details jsonb := jsonb_strip_nulls(jsonb_build_object('errorCode', code, 'message', message));
begin
  if mark_finished.outcome is null or mark_finished.outcome not in ('SUCCEEDED', 'FAILED', 'CANCELLED') then
    perform ops.refuse('TP400', '"outcome" must be SUCCEEDED, FAILED or CANCELLED');
  end if;
  if code is not null then
    perform ops.check_text('errorCode', code);
  end if;
  perform ops.check_json('output', mark_finished.output);
  if mark_finished.retry_after_seconds is not null then
    perform ops.check_number('retryAfterSeconds', mark_finished.retry_after_seconds, 0, 86400);
  end if;
  perform ops.lock_lines_of(mark_finished.run_id);
  run := ops.lock_run(mark_finished.run_id);
  if run.fence > 0 and run.fence = mark_finished.fence
    and run.error_code is not distinct from code and run.error_message is not distinct from message
    and ((run.status = mark_finished.outcome and run.output is not distinct from mark_finished.output)
      or (run.status = 'QUEUED' and run.leased_by is null and is_failure)) then
    return (select r from ops.runs r where r.id = run.id);
  end if;
  perform ops.check_fence(run, mark_finished.fence);
  if mark_finished.outcome = 'SUCCEEDED' and run.status <> 'RUNNING' then
    perform ops.refuse('TP409', format('Run %s is %s: mark it running first', run.id, run.status));
  elsif mark_finished.outcome = 'CANCELLED' and run.cancel_requested_at is null then
    perform ops.refuse('TP409', format('Nobody asked to cancel run %s: say how it ended', run.id));
  end if;
  if is_failure and mark_finished.retryable and run.attempt < ops.attempts_of(run) then
    run.leased_by := null;
    run.leased_until := null;
    run.error_code := code;
    run.error_message := message;
    run.status := 'QUEUED';
    run.run_at := run.updated_at + greatest(ops.backoff(run.attempt),
      make_interval(secs => coalesce(mark_finished.retry_after_seconds, 0)));
    return ops.save_run(run, 'run.retried', details || jsonb_build_object('attempt', run.attempt, 'runAt', run.run_at));
  end if;
  if run.cancel_requested_at is not null and mark_finished.outcome <> 'CANCELLED' then
    run := ops.save_run(run, 'run.cancel_too_late', jsonb_build_object('by', run.cancel_requested_by));
  end if;
  run.leased_by := null;
  run.leased_until := null;
  run.error_code := code;
  run.error_message := message;
  run.status := mark_finished.outcome;
  run.output := mark_finished.output;
  run.finished_at := run.updated_at;
  if mark_finished.outcome = 'SUCCEEDED' then
    return ops.save_run(run, 'run.succeeded');
  elsif mark_finished.outcome = 'CANCELLED' then
    return ops.save_run(run, 'run.cancelled', jsonb_build_object('reason', ops.cancel_reason(run), 'by', run.cancel_requested_by));
  end if;
  return ops.save_run(run, 'run.failed', details);
end
$$;
revoke all on function ops.mark_finished from public;
grant execute on function ops.mark_finished to service_role, agent_sync_odoo_agent;
comment on function ops.mark_finished is 'Says how the handler ended: a failure that may be retried goes back to the queue while attempts are left, and is not
claimed for retry_after_seconds, a day at most, where that is longer than the pause that it has anyway. CANCELLED is
the answer to a cancel that was asked for: nothing was done. Any other end says that the cancel came too late. Called
again with the same fence and the same words it changes nothing.';
