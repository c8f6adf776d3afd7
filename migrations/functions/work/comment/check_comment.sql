-- Keeps a comment what it is: a reply joins the thread it answers. The author alone edits the text; when it is resolved or
-- edited, and by whom, is noted here and nowhere else.
-- Executed by: nobody
-- Raises: 42501, TP400
create or replace function work.check_comment() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.parent_id is not null and exists (
      select from work.comments c where c.id = new.parent_id and c.parent_id is not null
    ) then
      perform work.refuse('TP400', 'A reply answers the comment that began the thread');
    end if;
    return new;
  end if;
  if new.body is distinct from old.body then
    if work.is_user() and old.author_id is distinct from (select auth.uid()) then
      raise exception 'Only its author edits a comment' using errcode = '42501';
    end if;
    new.edited_at := now();
  end if;
  if (new.resolved_at is null) <> (old.resolved_at is null) then
    new.resolved_at := case when new.resolved_at is not null then now() end;
    new.resolved_by := case when new.resolved_at is not null then auth.uid() end;
  end if;
  return new;
end
$$;
