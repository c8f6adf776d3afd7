-- The partitions of the events and the times that each holds: from, and until but without.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.event_partitions() returns table (name text, from_at timestamptz, until_at timestamptz)
language sql stable set search_path = '' as $$
  select c.relname::text, bounds[1]::timestamptz, bounds[2]::timestamptz
  from pg_catalog.pg_inherits i
  join pg_catalog.pg_class c on c.oid = i.inhrelid,
  lateral regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \(''([^'']+)''\) TO \(''([^'']+)''\)') as bounds
  where i.inhparent = 'ops.run_events'::regclass
$$;
