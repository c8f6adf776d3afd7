-- The entry after which the page was as it is to be again: by the entry's own id, or the last one of a version. Rows and
-- columns leave the version as it is, so that none of the present one says when.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404
create or replace function work.find_entry(page_id uuid, version int, entry_id uuid) returns work.page_history
language plpgsql stable set search_path = '' as $$
#variable_conflict use_variable
declare
  entry work.page_history;
begin
  if num_nonnulls(version, entry_id) <> 1 then
    perform work.refuse('TP400', 'Say what to go back to: a version, or an entry of the history', '{"argument": "version"}');
  end if;
  if version = (select p.version from work.pages p where p.id = page_id) then
    perform work.refuse('TP400', format('The page is at version %s: to go back to rows and columns of before, give the entryId of an entry of its history', version),
      '{"argument": "version"}');
  end if;
  select h.* into entry from work.page_history h
  where h.page_id = page_id and (h.id = entry_id or (entry_id is null and h.version = version))
  order by h.number desc limit 1;
  if entry.id is null and entry_id is not null then
    perform work.refuse('TP404', format('There is no entry %s in the history of the page', entry_id), '{"argument": "entryId"}');
  elsif entry.id is null then
    perform work.refuse('TP404', format('The history of the page has no version %s: read which versions it has', version),
      '{"argument": "version"}');
  elsif work.has_hidden_changes(page_id, entry.number) then
    perform work.refuse('TP403', 'Since then the page was in a space of which the viewer is no member: ask one who is');
  end if;
  return entry;
end
$$;
