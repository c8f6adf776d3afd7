-- Says that the handler is about to change another system, which cannot be undone: from here on a cancel comes too late.
-- Answers false, and notes nothing, where one was asked for before.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409
create or replace function ops.begin_effect(run_id uuid, fence int, payload jsonb default null) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  run ops.runs;
begin
  perform ops.check_json('payload', begin_effect.payload);
  run := ops.lock_run(begin_effect.run_id);
  perform ops.check_fence(run, begin_effect.fence);
  if run.cancel_requested_at is not null then
    return false;
  end if;
  perform ops.save_run(run, 'run.effect_begun', begin_effect.payload);
  return true;
end
$$;
