-- Deletes a comment with what was answered to it, for its author and for editors. Answers the page.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'deleteComment', jsonb_build_array(comment_id, expected_version)
create or replace function work.delete_comment(comment_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  comment work.comments;
begin
  comment := work.find_comment(comment_id);
  perform work.require_role(comment.space_id,
    case when comment.author_id is not distinct from (select auth.uid()) then 'member' else 'editor' end);
  select c.* into comment from work.comments c where c.id = comment_id for no key update;
  if comment.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  perform work.check_version(expected_version, comment.version);
  delete from work.comments c where c.id = comment_id;
  return comment.page_id;
end
$$;
