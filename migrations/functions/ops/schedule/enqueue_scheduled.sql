-- Enqueues one run of a schedule for a due time, under a key that makes it the only one.
-- Executed by: nobody
-- Raises: 42501, TP400, TP403, TP422
create or replace function ops.enqueue_scheduled(schedule ops.schedules, idempotency_key text, due_at timestamptz)
returns table (run_id uuid, created boolean) language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  wanted ops.runs;
begin
  wanted.agent := schedule.agent;
  wanted.kind := schedule.kind;
  wanted.input := schedule.input;
  wanted.idempotency_key := enqueue_scheduled.idempotency_key;
  wanted.priority := schedule.priority;
  wanted.run_at := enqueue_scheduled.due_at;
  wanted.due_at := enqueue_scheduled.due_at;
  wanted.max_attempts := schedule.max_attempts;
  wanted.schedule_id := schedule.id;
  wanted.project_id := schedule.project_id;
  wanted.requested_by := ops.requester(null);
  wanted.ordering_keys := ops.lines_of_schedule(schedule, ops.default_ordering_keys(schedule.kind, schedule.input));
  return query select a.run_id, a.created from ops.add_run(wanted) a;
end
$$;
