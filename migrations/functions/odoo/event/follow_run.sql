-- Keeps the state of an event as that of the run that processes it, and notes how that ended.
-- Executed by: nobody
-- Raises: nothing
create or replace function odoo.follow_run() returns trigger
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  given text := new.input ->> 'eventId';
  state text := case
    when new.status = 'SUCCEEDED' then 'completed'
    when new.status in ('FAILED', 'CANCELLED', 'DEAD') then 'failed'
    when new.status = 'RUNNING' or new.leased_by is not null then 'processing'
    else 'pending'
  end;
  code text := case when new.status = 'CANCELLED' then 'CANCELLED' else new.error_code end;
  has_ended boolean := state in ('completed', 'failed');
begin
  -- Whoever may enqueue for the bridge gives any input.
  if given is null or given !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    return null;
  end if;
  -- A hint that somebody has begun to follow, or that is tried again, stays such a one whatever becomes of its run: another one at
  -- the record may have come since, and two that wait for the first time there cannot be.
  update odoo.webhook_events e set
    status = state, attempts = case when e.source = 'native'
      then greatest(e.attempts, new.attempt, (e.run_id is not null and e.run_id <> new.id)::int) else new.attempt end,
    error_code = code, run_id = new.id, finished_at = case when has_ended then new.finished_at end
  where e.id = given::uuid and (tg_op = 'INSERT' or e.run_id = new.id)
    and (e.status, e.attempts, e.error_code, e.run_id) is distinct from (state, new.attempt, code, new.id);
  if found and has_ended then
    insert into odoo.event_log (type, instance, event_id, details)
    select case state when 'completed' then 'processed' else 'failed' end, e.instance, e.id,
      jsonb_strip_nulls(jsonb_build_object('runId', new.id, 'attempts', new.attempt, 'errorCode', code))
    from odoo.webhook_events e where e.id = given::uuid;
  end if;
  return null;
end
$$;
