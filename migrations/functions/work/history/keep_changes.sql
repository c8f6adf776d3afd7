-- Keeps changes in the history of their pages. The arrays go side by side; `seen_in` is the space in which what was before
-- could be seen, where it is not the page's.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.keep_changes(
  kind text, page_ids uuid[], record_ids uuid[], operations text[], befores jsonb[], seen_in uuid default null
) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  page_id uuid;
  entry work.page_history;
begin
  for page_id in select distinct p.id from unnest(page_ids) p (id) order by p.id loop
    entry := work.open_entry(page_id);
    -- Before a page is made there is nothing to go back to.
    continue when entry.id is null or (entry.number = 1 and kind <> 'PAGE');
    insert into work.history_changes as h (space_id, page_id, entry_id, in_space_id, kind, operation, record_id, before)
    select entry.space_id, page_id, entry.id, coalesce(seen_in, entry.in_space_id), kind, c.operation, c.record_id, c.before
    from unnest(page_ids, record_ids, operations, befores) as c (page_id, record_id, operation, before)
    where c.page_id = entry.page_id
    on conflict on constraint history_changes_entry_id_kind_record_id_key
      do update set operation = work.merged_operation(h.operation, excluded.operation);
    if 'DELETE' = any (operations) then
      delete from work.history_changes h where h.entry_id = entry.id and h.operation = 'DELETE' and h.before is null;
    end if;
  end loop;
end
$$;
