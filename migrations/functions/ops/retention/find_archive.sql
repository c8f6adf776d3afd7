-- Not locked, since a lock on a row counts as a write: what reads long must not have written yet, or those who follow the
-- ledger live would wait for its end. The lock of retention keeps archives apart.
-- Executed by: nobody
-- Raises: TP404, TP409
create or replace function ops.find_archive(archive_id uuid) returns ops.archives language plpgsql set search_path = '' as $$
declare
  archive ops.archives;
begin
  select a.* into archive from ops.archives a where a.id = find_archive.archive_id;
  if archive.id is null then
    perform ops.refuse('TP404', format('There is no archive %s', coalesce(find_archive.archive_id::text, 'without an id')));
  elsif archive.left_at is not null then
    perform ops.refuse('TP409', format('The rows of archive %s have left already', archive.id));
  end if;
  return archive;
end
$$;
