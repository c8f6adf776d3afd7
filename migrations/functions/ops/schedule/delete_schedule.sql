-- Deletes a schedule; its runs stay, those that are open too. Answers its id.
-- Executed by: operation
-- Raises: TP404
create or replace function ops.delete_schedule(schedule_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  delete from ops.schedules s
  where s.id = delete_schedule.schedule_id and s.tenant_id = coalesce(ops.tenant(), s.tenant_id);
  if not found then
    perform ops.refuse('TP404', format('There is no schedule %s', delete_schedule.schedule_id));
  end if;
  return delete_schedule.schedule_id;
end
$$;
