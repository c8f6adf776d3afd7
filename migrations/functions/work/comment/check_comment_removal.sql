-- Who began a thread takes nobody else's words away; an editor does.
-- Executed by: nobody
-- Raises: TP409
create or replace function work.check_comment_removal() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- Below another trigger it goes with its thread or its page.
  if pg_trigger_depth() = 1 and work.is_user() and old.space_id not in (select work.my_editable_space_ids()) and exists (
    select from work.comments c where c.parent_id = old.id and c.author_id is distinct from old.author_id
  ) then
    perform work.refuse('TP409', 'Others have answered: change the text instead, or ask an editor to delete the thread');
  end if;
  return old;
end
$$;
