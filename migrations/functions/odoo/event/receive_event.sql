-- Stores an event that an instance of Odoo tells of, notes it, and enqueues the run that processes it: all or nothing. An event
-- that is stored already, or a hint at a record whose last hint nobody has begun to follow, changes nothing.
-- Executed by: gateway
-- Raises: 42501, TP400, TP403, TP422
create or replace function odoo.receive_event(
  instance text, source text, event_type text, aggregate_type text, aggregate_id text, ordering_key text,
  payload jsonb default null, dedupe_key text default null
) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  stored uuid;
  wanted ops.runs;
begin
  insert into odoo.webhook_events (instance, source, event_type, aggregate_type, aggregate_id, payload, dedupe_key)
  values (receive_event.instance, receive_event.source, receive_event.event_type, receive_event.aggregate_type,
    receive_event.aggregate_id, receive_event.payload, receive_event.dedupe_key)
  on conflict do nothing
  returning id into stored;
  if stored is null then
    return false;
  end if;
  insert into odoo.event_log (type, instance, event_id, details)
  values ('received', receive_event.instance, stored, jsonb_build_object('source', receive_event.source));
  wanted.agent := 'odoo-bridge';
  wanted.kind := 'bridge.event';
  wanted.input := jsonb_build_object('eventId', stored);
  wanted.idempotency_key := stored::text;
  wanted.priority := 0;
  -- An Odoo that is down for half an hour loses nothing.
  wanted.max_attempts := 12;
  wanted.ordering_keys := array[receive_event.ordering_key];
  wanted.requested_by := ops.caller();
  perform ops.add_run(wanted);
  return true;
end
$$;
