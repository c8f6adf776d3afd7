-- Ends a run whose requests wanted more than its budget: FAILED, with BUDGET_EXCEEDED and what it was. Its worker, if it has one,
-- is refused from then on. A run that has ended stays as it is.
-- Executed by: service
-- Raises: 42501, TP403, TP404
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
