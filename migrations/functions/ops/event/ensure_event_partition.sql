-- Makes the partition of the month that holds the day, in UTC; one that is there stays.
-- Executed by: nobody
-- Raises: 42501
create or replace function ops.ensure_event_partition(month date) returns void
language plpgsql set search_path = '' as $$
declare
  first_day date := date_trunc('month', month::timestamp)::date;
  name text := 'run_events_' || to_char(first_day, 'YYYY_MM');
begin
  if to_regclass('ops.' || name) is not null then
    return;
  end if;
  -- The lock that attaching takes, and with it the news of what another has attached: an advisory lock brings none.
  lock table ops.run_events in share update exclusive mode;
  if to_regclass('ops.' || name) is not null then
    return;
  end if;
  -- Attached, not created as a partition: that would lock the whole table against its readers and writers.
  execute format('create table ops.%I (like ops.run_events including defaults including constraints including indexes)', name);
  execute format('alter table ops.%I enable row level security', name);
  execute format('create policy read_through_run_events on ops.%I for select to service_role using (false)', name);
  execute format('create trigger append_only_statement before update or delete or truncate on ops.%I
    for each statement execute function ops.refuse_change()', name);
  execute format('alter table ops.run_events attach partition ops.%I for values from (%L) to (%L)', name,
    to_char(first_day, 'YYYY-MM-DD') || ' 00:00:00+00',
    to_char(first_day + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
end
$$;
