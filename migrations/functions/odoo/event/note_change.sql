-- Notes what the bridge found in Odoo of the record that an event is about: that it was written since it was last told of, or
-- that it is not there. What a sync has told already is not told again. `asked_at` is the database's time before Odoo was asked.
-- Executed by: operation
-- Raises: TP400, TP404
create or replace function odoo.note_change(
  event_id uuid, model text, record_id bigint, is_there boolean, written_at text default null, links text default null,
  asked_at timestamptz default now()
) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  event odoo.webhook_events;
begin
  perform ops.check_text('model', note_change.model, 100);
  select e.* into event from odoo.webhook_events e where e.id = note_change.event_id;
  if event.id is null then
    perform ops.refuse('TP404', format('There is no event %s', note_change.event_id));
  end if;
  if note_change.is_there then
    return odoo.note_known(event.instance, note_change.model,
      jsonb_build_array(jsonb_build_object('id', note_change.record_id, 'writtenAt', note_change.written_at, 'links', note_change.links)),
      note_change.asked_at, null, event.id) > 0;
  end if;
  insert into odoo.known_records as k (instance, model, record_id, written_at, removed_at)
  values (event.instance, note_change.model, note_change.record_id, '-infinity', clock_timestamp())
  on conflict (instance, model, record_id) do update set removed_at = excluded.removed_at
  where k.removed_at is null and k.noted_at <= note_change.asked_at;
  if not found then
    return false;
  end if;
  insert into odoo.event_log (type, instance, event_id, model, record_id)
  values ('removed', event.instance, case when not exists (
      select from odoo.event_log l where l.event_id = event.id and l.type in ('changed', 'removed')
    ) then event.id end, note_change.model, note_change.record_id::text);
  return true;
end
$$;
