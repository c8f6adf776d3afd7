-- How many UTF-16 code units a text has, in which the marks of rich text, {"text", "marks": [{"type", "from", "to", "href"}]},
-- count.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.utf16_length(value text) returns int
language sql immutable strict set search_path = '' as $$
  select length(value) + case
    when octet_length(value) = length(value) then 0
    else length(regexp_replace(value, '[^\U00010000-\U0010FFFF]', '', 'g')) end
$$;
