-- Enqueues each due time exactly once, however many tick at once: the row is locked while its times are enqueued, and
-- each time has its key. Also frees the runs of lost workers, ends the journals of days that are over, and makes the
-- partitions that events will need.
-- An agent ticks its own schedules: it may enqueue for no other. After a thousand runs the rest waits for the next tick,
-- so that no tick outlasts its statement's timeout.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP422
create or replace function ops.tick(now timestamptz default now()) returns int
language plpgsql security definer set search_path = '' as $$
declare
  schedule ops.schedules;
  caller text := ops.caller_agent();
  tenant text := ops.tenant();
  enqueued int := 0;
begin
  perform ops.ensure_event_partition((tick.now at time zone 'UTC' + make_interval(months => n))::date)
    from generate_series(0, 3) n;
  perform ops.requeue_lost();
  perform ops.close_journals();
  for schedule in
    select s.* from ops.schedules s
    where not s.paused and s.next_due_at <= tick.now and (caller is null or s.agent = caller)
      and (tenant is null or s.tenant_id = tenant)
    order by s.next_due_at, s.id
    for update skip locked
  loop
    exit when enqueued >= 1000;
    begin
      enqueued := enqueued + ops.enqueue_due(schedule, tick.now);
    exception when others then
      -- One that cannot be enqueued keeps none of the others waiting; it stays due, and says why.
      raise warning 'Schedule % was not enqueued: %', schedule.name, sqlerrm;
      update ops.schedules s set warning = 'It could not be enqueued: ' || sqlerrm
      where s.id = schedule.id and s.warning is distinct from 'It could not be enqueued: ' || sqlerrm;
    end;
  end loop;
  return enqueued;
end
$$;
