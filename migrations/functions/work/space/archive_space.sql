-- Archives a space, or restores it where `archived` is false: one of what the other is not.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: case when archived then 'archiveSpace' else 'restoreSpace' end,
--   jsonb_build_array(space_id, expected_version)
create or replace function work.archive_space(
  space_id uuid, expected_version int default null, idempotency_key text default null, archived boolean default true
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  space work.spaces;
begin
  space := work.lock_space(archive_space.space_id, expected_version, open => false);
  if archived and space.archived_at is not null then
    perform work.refuse('TP409', 'The space is archived already');
  elsif not archived and space.archived_at is null then
    perform work.refuse('TP409', 'The space is not archived');
  end if;
  update work.spaces s set archived_at = case when archived then now() end where s.id = archive_space.space_id;
  return archive_space.space_id;
end
$$;
