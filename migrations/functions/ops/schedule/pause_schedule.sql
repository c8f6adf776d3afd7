-- Pauses a schedule, or lets it go on. What falls due during a pause is not caught up afterwards.
-- Executed by: operation
-- Raises: TP404
create or replace function ops.pause_schedule(schedule_id uuid, paused boolean default true) returns ops.schedules
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  s ops.schedules;
begin
  select * into s from ops.schedules c
  where c.id = pause_schedule.schedule_id and c.tenant_id = coalesce(ops.tenant(), c.tenant_id) for update;
  if s.id is null then
    perform ops.refuse('TP404', format('There is no schedule %s', pause_schedule.schedule_id));
  end if;
  if pause_schedule.paused is null or s.paused = pause_schedule.paused then
    return s;
  end if;
  update ops.schedules u set
    paused = pause_schedule.paused,
    updated_at = now(),
    next_due_at = case when pause_schedule.paused then u.next_due_at
      else ops.next_due(u.minutes, u.hours, u.days, u.months, u.weekdays, u.time_zone, now(), u.both_days) end
  where u.id = s.id returning u.* into s;
  return s;
end
$$;
