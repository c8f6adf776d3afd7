-- Kinds whose content has a `text`, and so can be split and merged.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.holds_text(type text) returns boolean
language sql immutable set search_path = '' as $$
  select work.takes_children(type) or type in ('HEADING_1', 'HEADING_2', 'HEADING_3', 'CODE')
$$;
