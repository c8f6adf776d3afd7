-- Says how the handler ended: a failure that may be retried goes back to the queue while attempts are left, and is not
-- claimed for retry_after_seconds, a day at most, where that is longer than the pause that it has anyway. CANCELLED is
-- the answer to a cancel that was asked for: nothing was done. Any other end says that the cancel came too late. Called
-- again with the same fence and the same words it changes nothing.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409
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
