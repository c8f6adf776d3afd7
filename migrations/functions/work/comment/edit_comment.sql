-- Changes the text of a comment: the author's own affair.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'editComment', jsonb_build_array(comment_id, body, expected_version)
create or replace function work.edit_comment(
  comment_id uuid, body text, expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  perform work.check_text('body', body, 10000);
  perform work.lock_comment(comment_id, expected_version, own => true);
  update work.comments c set body = body where c.id = comment_id;
  return comment_id;
end
$$;
