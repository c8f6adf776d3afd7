-- `page` or `database`, where one of these is archived; a database also where its page is.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.archived_among(page_ids uuid[], database_ids uuid[]) returns text
language sql stable set search_path = '' as $$
  select case
    when exists (select from work.pages p where p.id = any (page_ids) and p.archived_at is not null)
      or exists (select from work.databases d join work.pages p on p.id = d.page_id
        where d.id = any (database_ids) and p.archived_at is not null) then 'page'
    when exists (select from work.databases d where d.id = any (database_ids) and d.archived_at is not null) then 'database' end
$$;
