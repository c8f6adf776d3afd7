-- Adds a run; an agent must give a key. The run takes its place in its lines: those of ordering_key, or the default ones. Of a run
-- with a project its members see what ops.project_runs has.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP422
create or replace function ops.enqueue(
  agent text, kind text, input jsonb default null, idempotency_key text default null,
  priority int default 0, run_at timestamptz default null, max_attempts int default 5, ordering_key text default null,
  requested_by text default null, project_id uuid default null
) returns table (run_id uuid, created boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  caller text := ops.caller_agent();
  wanted ops.runs;
begin
  wanted.agent := enqueue.agent;
  wanted.kind := enqueue.kind;
  wanted.input := enqueue.input;
  wanted.idempotency_key := enqueue.idempotency_key;
  wanted.priority := enqueue.priority;
  wanted.run_at := enqueue.run_at;
  wanted.max_attempts := enqueue.max_attempts;
  wanted.requested_by := ops.requester(enqueue.requested_by);
  wanted.project_id := enqueue.project_id;
  wanted.ordering_keys := ops.default_ordering_keys(enqueue.kind, enqueue.input);
  if enqueue.ordering_key is not null then
    perform ops.check_text('orderingKey', enqueue.ordering_key);
    wanted.ordering_keys := array[enqueue.ordering_key];
  end if;
  if caller is not null and enqueue.idempotency_key is null then
    perform ops.refuse('TP400', 'An agent must give an idempotencyKey');
  elsif caller <> enqueue.agent then
    perform ops.refuse('TP403', format('%s may not enqueue for %s', caller, enqueue.agent));
  end if;
  if enqueue.project_id is not null and not exists (
    select from ops.projects p where p.id = enqueue.project_id and p.tenant_id = coalesce(ops.tenant(), p.tenant_id)
  ) then
    perform ops.refuse('TP404', format('There is no project %s', enqueue.project_id), '{"argument": "projectId"}');
  end if;
  return query select a.run_id, a.created from ops.add_run(wanted) a;
end
$$;
