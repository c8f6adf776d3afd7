-- The page, or a refusal. One that the viewer does not see and one that is not there are refused in the same words.
-- Executed by: user, service
-- Raises: TP404
create or replace function work.find_page(page_id uuid) returns work.pages
language plpgsql stable set search_path = '' as $$
declare
  page work.pages;
begin
  select p.* into page from work.pages p where p.id = find_page.page_id;
  if page.id is null then
    perform work.refuse('TP404', format('There is no page %s', find_page.page_id));
  end if;
  return page;
end
$$;
