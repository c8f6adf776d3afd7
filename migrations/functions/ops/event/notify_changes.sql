-- A wake-up, no message: readers read past their cursor. Each event also changes its run, so the runs are enough. One notice
-- names up to 200 rows, as many as it has room for.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.notify_changes() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_notify('tripoint_ops', n.ids) from (
    select string_agg(c.id::text, ',') as ids
    from (select id, (row_number() over () - 1) / 200 as notice from changed) c group by c.notice) n;
  return null;
end
$$;
