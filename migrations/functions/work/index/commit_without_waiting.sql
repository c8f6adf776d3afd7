-- Lets the transaction commit without waiting for the disk. What is lost with the server is a page that is indexed again,
-- so no indexer waits for the disk, and no writer behind it.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.commit_without_waiting() returns void
language sql volatile set search_path = '' as $$ select set_config('synchronous_commit', 'off', true) $$;
