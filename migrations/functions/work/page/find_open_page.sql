-- The page, for a member who comments on it: one that is archived takes no more comments.
-- Executed by: user, service
-- Raises: TP403, TP404, TP409
create or replace function work.find_open_page(page_id uuid) returns work.pages
language plpgsql stable set search_path = '' as $$
declare
  page work.pages := work.find_page(find_open_page.page_id);
begin
  perform work.require_role(page.space_id, 'member');
  if page.archived_at is not null then
    perform work.refuse('TP409', 'The page is archived: restore it first', jsonb_build_object('archivedWith', page.archived_with));
  end if;
  return page;
end
$$;
