-- Says what was read back from the storage; believed only where it is what the ledger holds now.
-- Executed by: nobody
-- Raises: TP403, TP404, TP409
create or replace function ops.verify_archive(
  archive_id uuid, digest text, size bigint, row_count int, lines_digest text, ids uuid[] default null
) returns void language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  archive ops.archives;
  held record;
begin
  perform ops.check_owner();
  perform pg_advisory_xact_lock(7461920333);
  archive := ops.find_archive(verify_archive.archive_id);
  select d.* into held from ops.digest_rows(archive.source, archive.partition_name, verify_archive.ids) d;
  if held.row_count is distinct from verify_archive.row_count or held.lines_digest is distinct from verify_archive.lines_digest then
    perform ops.refuse('TP409', format('Archive %s does not hold what the ledger holds: nothing leaves', archive.id),
      jsonb_build_object('archived', verify_archive.row_count, 'held', held.row_count));
  end if;
  update ops.archives a set
    digest = verify_archive.digest, size = verify_archive.size, row_count = held.row_count,
    lines_digest = held.lines_digest, first_at = held.first_at, last_at = held.last_at, verified_at = clock_timestamp()
  where a.id = archive.id;
end
$$;
