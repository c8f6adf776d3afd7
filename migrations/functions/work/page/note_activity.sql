-- Wakes who looks at a page when something changes on it that is no part of its version. SECURITY DEFINER: a member who
-- comments may not write the page.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.note_activity() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  page_ids uuid[];
begin
  if tg_table_name in ('db_rows', 'db_columns') then
    page_ids := array(select distinct d.page_id from changed c join work.databases d on d.id = c.database_id);
  else
    page_ids := array(select distinct c.page_id from changed c);
  end if;
  perform from work.pages p where p.id = any (page_ids) order by p.id for no key update;
  update work.pages p set changed_in = pg_current_xact_id()
  where p.id = any (page_ids) and p.changed_in <> pg_current_xact_id();
  return null;
end
$$;
