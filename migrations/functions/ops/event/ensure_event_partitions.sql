-- Called before a run is locked: to attach a partition waits for all who are writing runs. Some months ahead, so that
-- it is seldom due, and a clock that is a little off finds its month.
-- Executed by: nobody
-- Raises: 42501
create or replace function ops.ensure_event_partitions() returns void
language plpgsql set search_path = '' as $$
declare
  now_utc timestamp := clock_timestamp() at time zone 'UTC';
begin
  if to_regclass('ops.run_events_' || to_char(now_utc, 'YYYY_MM')) is null
    or to_regclass('ops.run_events_' || to_char(now_utc + interval '1 day', 'YYYY_MM')) is null then
    perform ops.ensure_event_partition((now_utc + make_interval(months => n))::date) from generate_series(0, 3) n;
  end if;
end
$$;
