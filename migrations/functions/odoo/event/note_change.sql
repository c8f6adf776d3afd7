-- Notes what the bridge found in Odoo of the record that an event is about: that it is there, with the time of its last write,
-- or that it is not. Once an event, however often it is processed.
-- Executed by: operation
-- Raises: TP400, TP404
create or replace function odoo.note_change(event_id uuid, model text, record_id text, is_there boolean, written_at text default null)
returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  event odoo.webhook_events;
begin
  perform ops.check_text('model', note_change.model, 100);
  perform ops.check_text('recordId', note_change.record_id, 100);
  select e.* into event from odoo.webhook_events e where e.id = note_change.event_id;
  if event.id is null then
    perform ops.refuse('TP404', format('There is no event %s', note_change.event_id));
  end if;
  insert into odoo.event_log (type, instance, event_id, model, record_id, details)
  values (case when note_change.is_there then 'changed' else 'removed' end, event.instance, event.id,
    note_change.model, note_change.record_id,
    case when note_change.written_at is not null then jsonb_build_object('writtenAt', left(note_change.written_at, 40)) end)
  on conflict (event_id) where type in ('changed', 'removed') do nothing;
  return found;
end
$$;
