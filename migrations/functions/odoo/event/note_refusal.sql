-- Notes that deliveries were refused, and why; how often since the last note. A day has a thousand such notes at most, so that
-- nobody who is refused can fill the log.
-- Executed by: gateway
-- Raises: nothing
create or replace function odoo.note_refusal(door text, reason text, times int, instance text default null) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  insert into odoo.event_log (type, instance, details)
  select 'refused', note_refusal.instance,
    jsonb_build_object('door', note_refusal.door, 'reason', note_refusal.reason, 'times', note_refusal.times)
  where (
    select count(*) from (
      select from odoo.event_log l
      where l.type = 'refused' and l.created_at >= date_trunc('day', now(), 'UTC') limit 1000) today
  ) < 1000;
  return found;
end
$$;
