-- Calls a run off. One whose handler never began ends at once: its worker, if it has one, is refused from then on. Of any
-- other only the holder of a lease can say what was done: it is asked, and answers by mark_finished, the one that holds the
-- lease now or the next one. One that was asked for, or is cancelled, stays so.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409
create or replace function ops.cancel(run_id uuid, reason text default null) returns ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  note jsonb := jsonb_build_object('reason', cancel.reason, 'by', ops.caller());
begin
  if cancel.reason is not null then
    perform ops.check_text('reason', cancel.reason, 2000);
  end if;
  perform ops.lock_lines_of(cancel.run_id);
  run := ops.lock_run(cancel.run_id);
  if run.status = 'CANCELLED' or (run.cancel_requested_at is not null and not ops.is_ended(run.status)) then
    return (select r from ops.runs r where r.id = run.id);
  elsif ops.is_ended(run.status) then
    perform ops.refuse('TP409', format('Run %s has ended as %s: it can no longer be cancelled', run.id, run.status),
      jsonb_build_object('status', run.status));
  end if;
  run.cancel_requested_at := run.updated_at;
  run.cancel_requested_by := ops.caller();
  if run.started_at is not null then
    if run.leased_by is null then
      run.run_at := least(run.run_at, run.updated_at);
    end if;
    perform pg_notify('tripoint_cancels', run.id::text);
    return ops.save_run(run, 'run.cancel_requested', note);
  end if;
  run.status := 'CANCELLED';
  run.leased_by := null;
  run.leased_until := null;
  run.finished_at := run.updated_at;
  return ops.save_run(run, 'run.cancelled', note);
end
$$;
