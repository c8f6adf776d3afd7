-- The page under its row's lock, for one who may edit it, in a space that is open. `archived` says what it has to be.
-- Executed by: user, service
-- Raises: TP403, TP404, TP409
create or replace function work.lock_page(page_id uuid, expected_version int default null, archived boolean default false)
returns work.pages
language plpgsql set search_path = '' as $$
declare
  page work.pages := work.find_page(lock_page.page_id);
begin
  perform work.require_role(page.space_id, 'editor');
  select p.* into page from work.pages p where p.id = lock_page.page_id for no key update;
  if page.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  elsif archived and page.archived_at is null then
    perform work.refuse('TP409', 'The page is not archived');
  elsif not archived and page.archived_at is not null then
    perform work.refuse('TP409', 'The page is archived: restore it first', jsonb_build_object('archivedWith', page.archived_with));
  end if;
  if expected_version <> page.version then
    perform work.check_version(expected_version, page.version,
      jsonb_build_object('changedBlocks', work.changed_blocks(page.id, expected_version)));
  end if;
  return page;
end
$$;
