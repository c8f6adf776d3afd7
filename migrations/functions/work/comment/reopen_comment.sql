-- Opens a resolved thread again: work.resolve_comment the other way round.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
create or replace function work.reopen_comment(comment_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid language sql volatile set search_path = '' as
  $$ select work.resolve_comment(comment_id, expected_version, idempotency_key, resolved => false) $$;
