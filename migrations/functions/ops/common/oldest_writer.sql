-- The oldest transaction of this database that has begun to write; no row where there is none. `since` is null where the
-- owner of this function may not see it. A transaction that was prepared has no process, and its name is its application.
-- Executed by: operation
-- Raises: nothing
create or replace function ops.oldest_writer() returns table (pid int, role text, application text, state text, since timestamptz)
language sql stable security definer set search_path = '' as $$
  select w.pid, w.role, w.application, w.state, w.since
  from (
    select a.pid, a.usename::text as role, a.application_name as application, a.state, a.xact_start as since, a.backend_xid as xid
    from pg_catalog.pg_stat_activity a
    where a.datname = pg_catalog.current_database() and a.backend_xid is not null and a.pid <> pg_catalog.pg_backend_pid()
    union all
    select null, p.owner::text, p.gid, 'prepared', p.prepared, p.transaction
    from pg_catalog.pg_prepared_xacts p where p.database = pg_catalog.current_database()
  ) w
  order by pg_catalog.age(w.xid) desc
  limit 1
$$;
