-- Leaves the receipt of a write that the gateway has made: the event `run.wrote` in the chain of the run that it was made for,
-- where that one is open and the agent's own, else of the journal of the day. Its payload has the mutation, the SHA-256 of the operation,
-- the confirmation that was used, and the rows: table, id and version after, at most 1000 of them, and how many there are.
-- Executed by: gateway
-- Raises: 42501, TP400, TP403
create or replace function ops.note_write(
  field text, operation text, affected jsonb, run_id uuid default null, confirmation uuid default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  event_id constant uuid := gen_random_uuid();
begin
  if note_write.run_id is not null then
    perform ops.ensure_event_partitions();
    select r.* into run from ops.runs r
    where r.id = note_write.run_id and r.agent = ops.caller_agent() and not ops.is_ended(r.status)
      and r.tenant_id = coalesce(ops.tenant(), r.tenant_id)
    for no key update;
  end if;
  if run.id is null then
    run := ops.open_journal();
  end if;
  run.updated_at := greatest(clock_timestamp(), run.updated_at);
  run := ops.save_run(run, 'run.wrote', jsonb_strip_nulls(jsonb_build_object(
    'mutation', note_write.field, 'operation', note_write.operation, 'confirmation', note_write.confirmation,
    'runId', nullif(note_write.run_id, run.id), 'rows', jsonb_array_length(note_write.affected),
    'affected', jsonb_path_query_array(note_write.affected, '$[0 to 999]'))), event_id);
  if note_write.confirmation is not null then
    update tripoint.confirmations c set event_run_id = run.id, event_seq = run.last_seq where c.id = note_write.confirmation;
  end if;
  return jsonb_build_object('runId', run.id, 'eventId', event_id, 'seq', run.last_seq);
end
$$;
