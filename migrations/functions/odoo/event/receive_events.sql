-- Stores events that instances of Odoo tell of, notes them, and enqueues the runs that process them: all or nothing. An event
-- that is stored already, or a hint at a record whose last hint nobody has begun to follow, changes nothing. `events` is a list of
-- {instance, source, eventType, aggregateType, aggregateId, orderingKey, payload, dedupeKey}; the answer says of each whether it is new.
-- Executed by: gateway
-- Raises: 42501, TP400, TP403
create or replace function odoo.receive_events(events jsonb) returns boolean[]
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  ids uuid[] := array(select gen_random_uuid() from jsonb_array_elements(receive_events.events));
  runs uuid[] := array(select gen_random_uuid() from jsonb_array_elements(receive_events.events));
  stored uuid[];
  wanted ops.runs[] := '{}';
  run ops.runs;
  event record;
begin
  -- In one order, whoever stores: two batches never wait in a circle.
  with given as (
    insert into odoo.webhook_events (id, run_id, instance, source, event_type, aggregate_type, aggregate_id, payload, dedupe_key)
    select ids[g.n], runs[g.n], g.e ->> 'instance', g.e ->> 'source', g.e ->> 'eventType', g.e ->> 'aggregateType',
      g.e ->> 'aggregateId', nullif(g.e -> 'payload', 'null'), g.e ->> 'dedupeKey'
    from jsonb_array_elements(receive_events.events) with ordinality g (e, n)
    order by g.e ->> 'instance', g.e ->> 'dedupeKey', g.e ->> 'aggregateType', g.e ->> 'aggregateId', g.n
    on conflict do nothing
    returning id, instance, source
  ), noted as (
    insert into odoo.event_log (type, instance, event_id, details)
    select 'received', g.instance, g.id, jsonb_build_object('source', g.source) from given g
  )
  select coalesce(array_agg(g.id), '{}') into stored from given g;
  for event in
    select ids[g.n] as id, runs[g.n] as run_id, g.e ->> 'orderingKey' as line
    from jsonb_array_elements(receive_events.events) with ordinality g (e, n)
    where ids[g.n] = any (stored)
    order by g.n
  loop
    run.id := event.run_id;
    run.input := jsonb_build_object('eventId', event.id);
    run.idempotency_key := event.id::text;
    run.ordering_keys := array[event.line];
    wanted := wanted || run;
  end loop;
  if wanted <> '{}' then
    -- Twelve attempts: an Odoo that is down for half an hour loses nothing.
    perform ops.add_runs('odoo-bridge', 'bridge.event', 12, wanted);
  end if;
  return array(select i.id = any (stored) from unnest(ids) with ordinality i (id, n) order by i.n);
end
$$;
