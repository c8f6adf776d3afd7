-- Whether something changed after an entry that the viewer may not see. SECURITY DEFINER: of pages that the viewer sees.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.has_hidden_changes(page_id uuid, number int) returns boolean
language sql stable security definer set search_path = '' as $$
  select work.is_user() and exists (
    select from work.pages p
    join work.page_history h on h.page_id = p.id join work.history_changes c on c.entry_id = h.id
    where p.id = has_hidden_changes.page_id and p.space_id = any (array(select work.my_space_ids()))
      and h.number > has_hidden_changes.number and c.in_space_id <> all (array(select work.my_space_ids())))
$$;
