-- One run of the schedule at once, paused or not; its due times stay as they are. Without a key each call makes a run.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409, TP422
create or replace function ops.run_schedule_now(schedule_id uuid, idempotency_key text default null)
returns table (run_id uuid, created boolean) language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  s ops.schedules;
  key text;
begin
  if run_schedule_now.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', run_schedule_now.idempotency_key, 100);
  end if;
  -- Locked, so that no tick makes a run beside this one where runs must not overlap.
  select * into s from ops.schedules c
  where c.id = run_schedule_now.schedule_id and c.tenant_id = coalesce(ops.tenant(), c.tenant_id) for no key update;
  if s.id is null then
    perform ops.refuse('TP404', format('There is no schedule %s', run_schedule_now.schedule_id));
  end if;
  key := 'schedule:' || s.id || ':now:' || coalesce(run_schedule_now.idempotency_key, gen_random_uuid()::text);
  if not exists (select from ops.runs r where r.agent = s.agent and r.kind = s.kind and r.idempotency_key = key) then
    perform ops.check_overlap(s);
  end if;
  return query select e.run_id, e.created from ops.enqueue_scheduled(s, key, null) e;
end
$$;
