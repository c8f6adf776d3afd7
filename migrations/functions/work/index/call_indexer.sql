-- Whether the indexer was called.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.call_indexer() returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  url text := work.indexer_setting('indexer_url');
begin
  if url is null or to_regproc('net.http_post') is null or not exists (
    select from work.index_queue q where q.dead_at is null and (q.claimed_until is null or q.claimed_until <= now())
  ) then
    return false;
  end if;
  perform net.http_post(
    url => url,
    body => '{}'::jsonb,
    headers => jsonb_build_object('content-type', 'application/json',
      'authorization', 'Bearer ' || coalesce(work.indexer_setting('indexer_token'), '')),
    timeout_milliseconds => 5000
  );
  return true;
end
$$;
