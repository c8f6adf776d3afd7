-- Whether the tick is set: only where both extensions are. Called again once they are enabled, it sets it then.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.schedule_indexer() returns boolean
language plpgsql set search_path = '' as $$
declare
  version text := (select e.extversion from pg_catalog.pg_extension e where e.extname = 'pg_cron');
begin
  if version is null or to_regproc('net.http_post') is null
     or current_setting('cron.database_name', true) is distinct from current_database() then
    return false;
  end if;
  perform cron.schedule(
    'tripoint_indexer',
    case when string_to_array(substring(version from '^[0-9]+\.[0-9]+'), '.')::int[] >= '{1,5}' then '10 seconds' else '* * * * *' end,
    'select work.call_indexer()'
  );
  return true;
end
$$;
