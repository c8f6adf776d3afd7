-- Restores an archived space: work.archive_space the other way round.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
create or replace function work.restore_space(space_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid language sql volatile set search_path = '' as
  $$ select work.archive_space(space_id, expected_version, idempotency_key, archived => false) $$;
