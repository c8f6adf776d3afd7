-- Answers the comment that began an open thread, on the page and block that it is about.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'replyToComment', jsonb_build_array(comment_id, body)
create or replace function work.reply_to_comment(comment_id uuid, body text, idempotency_key text default null) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  thread work.comments;
  reply_id uuid;
begin
  perform work.check_text('body', body, 10000);
  thread := work.find_comment(comment_id);
  perform work.find_open_page(thread.page_id);
  if thread.resolved_at is not null then
    perform work.refuse('TP409', 'The thread is resolved: reopen it first');
  end if;
  insert into work.comments as c (space_id, page_id, block_id, parent_id, body)
  values (thread.space_id, thread.page_id, thread.block_id, thread.id, body)
  returning c.id into reply_id;
  return reply_id;
end
$$;
