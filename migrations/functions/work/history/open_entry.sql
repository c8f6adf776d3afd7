-- The page's entry of this transaction, under the lock of the page's row; null of a page that is gone.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.open_entry(page_id uuid) returns work.page_history
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  who record := ops.acting();
  page work.pages;
  entry work.page_history;
begin
  select p.* into page from work.pages p where p.id = page_id for no key update;
  if page.id is null then
    return null;
  end if;
  select h.* into entry from work.page_history h where h.page_id = page_id order by h.number desc limit 1;
  if entry.changed_in = pg_current_xact_id() then
    if row(entry.version, entry.in_space_id) is distinct from row(page.version, page.space_id) then
      update work.page_history h set version = page.version, in_space_id = page.space_id, is_version = true
      where h.id = entry.id returning h.* into entry;
    end if;
    return entry;
  end if;
  insert into work.page_history as h (space_id, page_id, in_space_id, number, version, is_version, restored_version, changed_by,
    sub, act, client_id)
  values (page.space_id, page.id, page.space_id, coalesce(entry.number, 0) + 1, page.version,
    page.versioned_in = pg_current_xact_id(), nullif(nullif(work.restoring(), ''), 'bin')::int, auth.uid(),
    who.sub, who.act, who.client_id)
  returning h.* into entry;
  if entry.number % 64 = 0 then
    perform work.thin_history(page_id);
  end if;
  return entry;
end
$$;
