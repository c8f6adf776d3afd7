-- The comment, or a refusal. One that the viewer does not see and one that is not there are refused in the same words.
-- Executed by: user, service
-- Raises: TP404
create or replace function work.find_comment(comment_id uuid) returns work.comments
language plpgsql stable set search_path = '' as $$
declare
  comment work.comments;
begin
  select c.* into comment from work.comments c where c.id = find_comment.comment_id;
  if comment.id is null then
    perform work.refuse('TP404', format('There is no comment %s', find_comment.comment_id));
  end if;
  return comment;
end
$$;
