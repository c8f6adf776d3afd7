-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.check_run_change() returns trigger language plpgsql set search_path = '' as $$
declare
  -- What may change once a run has ended: requests that were under way are counted after it.
  changing constant text[] := '{archived_seq,archived_hash,used_calls,used_rows,used_ms,used_tokens,writes}';
begin
  if row(new.id, new.agent, new.kind, new.idempotency_key, new.requested_by, new.created_at, new.input_digest, new.max_attempts,
      new.due_at, new.retry_of, new.project_id, new.sub, new.act, new.client_id)
      is distinct from
      row(old.id, old.agent, old.kind, old.idempotency_key, old.requested_by, old.created_at, old.input_digest, old.max_attempts,
      old.due_at, old.retry_of, old.project_id, old.sub, old.act, old.client_id)
    or new.input is distinct from old.input
    -- A run may join the line of its schedule; it leaves none.
    or not new.ordering_keys @> old.ordering_keys
    or (old.schedule_id is not null and new.schedule_id is distinct from old.schedule_id) then
    raise exception 'What a run is, by whom and with which input, does not change' using errcode = '42501';
  end if;
  -- A claim that was given back was no attempt.
  if new.last_seq < old.last_seq or new.fence < old.fence or new.archived_seq < old.archived_seq
    or new.used_calls < old.used_calls or new.used_rows < old.used_rows or new.used_ms < old.used_ms
    or new.used_tokens < old.used_tokens or new.writes < old.writes
    or (new.attempt < old.attempt and not (new.attempt = old.attempt - 1 and new.fence > old.fence
      and old.status = 'QUEUED' and new.status = 'QUEUED' and old.leased_by is not null and new.leased_by is null)) then
    raise exception 'The counters of a run do not fall' using errcode = '42501';
  end if;
  if old.status in ('SUCCEEDED', 'FAILED', 'CANCELLED', 'DEAD') then
    if to_jsonb(new) - changing is distinct from to_jsonb(old) - changing then
      raise exception 'A run that has ended as % does not change', old.status using errcode = 'TP409';
    end if;
    return new;
  end if;
  if old.status = 'QUEUED' and new.status = 'SUCCEEDED' then
    raise exception 'A run that is QUEUED cannot become SUCCEEDED: mark it running first' using errcode = 'TP409';
  end if;
  new.updated_at := greatest(clock_timestamp(), new.updated_at, old.updated_at);
  new.changed_in := pg_current_xact_id();
  return new;
end
$$;

create or replace function ops.count_usage(counts jsonb) returns setof ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  most constant bigint := 2147483647;
begin
  -- In one order, whoever counts: two batches never wait in a circle.
  perform from ops.runs r
  where r.id in (select c."runId" from jsonb_to_recordset(count_usage.counts) c ("runId" uuid))
  order by r.id for no key update of r;
  return query
  update ops.runs r set
    used_calls = least(most, r.used_calls + c.calls)::int, used_rows = least(most, r.used_rows + c."rows")::int,
    used_ms = least(most, r.used_ms + c.ms)::int, used_tokens = least(most, r.used_tokens + c.tokens)::int,
    writes = least(most, r.writes + c.writes)::int
  from jsonb_to_recordset(count_usage.counts)
    c ("runId" uuid, calls bigint, "rows" bigint, ms bigint, tokens bigint, writes bigint)
  where r.id = c."runId"
  returning r.*;
end
$$;
revoke all on function ops.count_usage from public;
grant execute on function ops.count_usage to service_role;
comment on function ops.count_usage is 'Adds what requests of runs have used to what is counted already, also of a run that has ended meanwhile; answers with the
runs. `counts` is a list of {runId, calls, rows, ms, tokens, writes}. Called by gateways in their own name, for many requests
at once.';

create or replace function ops.exceed_budget(run_id uuid, message text) returns ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
begin
  perform ops.lock_lines_of(exceed_budget.run_id);
  run := ops.lock_run(exceed_budget.run_id);
  if ops.is_ended(run.status) then
    return (select r from ops.runs r where r.id = run.id);
  end if;
  if run.cancel_requested_at is not null then
    run := ops.save_run(run, 'run.cancel_too_late', jsonb_build_object('by', run.cancel_requested_by));
  end if;
  run.leased_by := null;
  run.leased_until := null;
  run.error_code := 'BUDGET_EXCEEDED';
  run.error_message := left(exceed_budget.message, 4000);
  run.status := 'FAILED';
  run.finished_at := run.updated_at;
  -- Its worker asks at once whether it holds the run still.
  perform pg_notify('tripoint_cancels', run.id::text);
  return ops.save_run(run, 'run.failed', jsonb_build_object('errorCode', run.error_code, 'message', run.error_message));
end
$$;
revoke all on function ops.exceed_budget from public;
grant execute on function ops.exceed_budget to service_role;
comment on function ops.exceed_budget is 'Ends a run whose requests wanted more than its budget: FAILED, with BUDGET_EXCEEDED and what it was. Its worker, if it has one,
is refused from then on. A run that has ended stays as it is.';
