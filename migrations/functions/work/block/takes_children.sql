-- Whether other blocks may stand inside one of a type: text that may fold, indent or frame them.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.takes_children(type text) returns boolean
language sql immutable set search_path = '' as $$
  select type in ('PARAGRAPH', 'BULLETED_LIST_ITEM', 'NUMBERED_LIST_ITEM', 'TO_DO', 'TOGGLE', 'QUOTE', 'CALLOUT')
$$;
