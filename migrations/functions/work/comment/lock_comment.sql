-- The comment under its row's lock, for one who may change it. `own` only for its author; else for the editors too.
-- Executed by: user, service
-- Raises: TP403, TP404, TP409
create or replace function work.lock_comment(comment_id uuid, expected_version int, own boolean) returns work.comments
language plpgsql set search_path = '' as $$
declare
  comment work.comments := work.find_comment(lock_comment.comment_id);
begin
  perform work.find_open_page(comment.page_id);
  if comment.author_id is distinct from (select auth.uid()) then
    if own then
      perform work.refuse('TP403', 'Only its author edits a comment');
    end if;
    perform work.require_role(comment.space_id, 'editor');
  end if;
  select c.* into comment from work.comments c where c.id = lock_comment.comment_id for no key update;
  if comment.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  perform work.check_version(expected_version, comment.version);
  return comment;
end
$$;
