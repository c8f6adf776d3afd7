-- The one way out: removes what a verified and approved archive holds, and answers how many rows.
-- Executed by: nobody
-- Raises: TP403, TP404, TP409
create or replace function ops.retire(archive_id uuid, ids uuid[] default null) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  archive ops.archives;
  stays uuid;
begin
  perform ops.check_owner();
  perform pg_advisory_xact_lock(7461920333);
  archive := ops.find_archive(retire.archive_id);
  if archive.verified_at is null then
    perform ops.refuse('TP409', format('Archive %s was not verified: nothing leaves', archive.id));
  elsif not ops.may_leave(archive) then
    perform ops.refuse('TP403', format('Nobody has approved archive %s: nothing leaves', archive.id));
  end if;
  if archive.source = 'ops.run_events' then
    perform ops.retire_partition(archive);
  else
    if archive.source = 'ops.runs' then
      select r.id into stays from ops.runs r
      where r.id = any (retire.ids) and (not ops.is_ended(r.status) or r.archived_seq <> r.last_seq) limit 1;
    elsif archive.source = 'ops.artifacts' then
      select r.id into stays from ops.artifacts a join ops.runs r on r.id = a.run_id
      where a.id = any (retire.ids) and not ops.is_ended(r.status) limit 1;
    end if;
    if archive.source = 'odoo.webhook_events' and exists (
      select from odoo.webhook_events e where e.id = any (retire.ids)
        and (e.status in ('pending', 'processing') or exists (select from odoo.event_log l where l.event_id = e.id))
    ) then
      perform ops.refuse('TP409', 'An event stays that has not ended, or of which the log tells: nothing leaves');
    end if;
    if stays is not null then
      perform ops.refuse('TP409', format('Run %s stays: it has not ended, or its events are not archived', stays),
        jsonb_build_object('runId', stays));
    end if;
    perform set_config('ops.retention', 'on', true), set_config('ops.archive', archive.id::text, true);
    begin
      execute format('delete from %s t where t.id = any ($1)', archive.source) using retire.ids;
    exception when foreign_key_violation then
      perform ops.refuse('TP409', 'Something that stays still refers to a row that was to leave: nothing leaves');
    end;
    perform set_config('ops.retention', '', true), set_config('ops.archive', '', true);
  end if;
  update ops.archives a set left_at = clock_timestamp() where a.id = archive.id;
  return archive.row_count;
end
$$;
