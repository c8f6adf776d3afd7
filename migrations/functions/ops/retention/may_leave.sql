-- Whether the rows of an archive may leave: it was verified, and somebody approved the run that archived.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.may_leave(archive ops.archives) returns boolean language sql stable set search_path = '' as $$
  select archive.verified_at is not null and archive.left_at is null and exists (
    select from ops.approvals p
    where p.id = archive.approval_id and p.subject = 'retention' and p.subject_id = archive.run_id::text and p.status = 'APPROVED'
  )
$$;
