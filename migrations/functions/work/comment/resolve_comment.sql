-- Resolves a thread or reopens it: one of what the other is not. For who began it, and for editors.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: case when resolved then 'resolveComment' else 'reopenComment' end,
--   jsonb_build_array(comment_id, expected_version)
create or replace function work.resolve_comment(
  comment_id uuid, expected_version int default null, idempotency_key text default null, resolved boolean default true
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  thread work.comments;
begin
  thread := work.lock_comment(comment_id, expected_version, own => false);
  if thread.parent_id is not null then
    perform work.refuse('TP400', 'A thread is resolved as a whole: name the comment that began it');
  elsif resolved and thread.resolved_at is not null then
    perform work.refuse('TP409', 'The thread is resolved already');
  elsif not resolved and thread.resolved_at is null then
    perform work.refuse('TP409', 'The thread is not resolved');
  end if;
  update work.comments c set resolved_at = case when resolved then now() end where c.id = comment_id;
  return comment_id;
end
$$;
