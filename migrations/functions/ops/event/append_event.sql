-- Adds an event to a run that has not ended. The types of the ledger's own events are not to be had.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409
create or replace function ops.append_event(run_id uuid, type text, payload jsonb default null, fence int default null)
returns table (event_id uuid, seq int)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  new_id uuid := gen_random_uuid();
begin
  perform ops.check_text('type', append_event.type);
  perform ops.check_json('payload', append_event.payload);
  if append_event.type ~ '^(run|artifact)\.' then
    perform ops.refuse('TP400', 'Events of type run.… and artifact.… are written by the ledger itself: use another type');
  end if;
  run := ops.lock_run(append_event.run_id);
  perform ops.check_open(run, append_event.fence);
  run := ops.save_run(run, append_event.type, append_event.payload, new_id);
  return query select new_id, run.last_seq;
end
$$;
