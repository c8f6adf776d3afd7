-- Which argument of a mutation a sentence is about: one that begins with it in quotation marks, that asks for an
-- idempotencyKey, or that misses what an id names. Null for any other.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.argument_of(state text, message text) returns text
language sql immutable set search_path = '' as $$
  select case
    when state = 'TP400' then coalesce(
      substring(message from '^"([A-Za-z]+)"'),
      case when message like 'An agent must give an idempotencyKey%' then 'idempotencyKey' end,
      case when message like 'Give the fence %' then 'fence' end,
      case when message like 'Events of type %' then 'type' end)
    when state = 'TP404' then
      substring(message from '^There is no (run|schedule|project|build|deployment|approval) [0-9a-f-]{36}$') || 'Id'
  end
$$;
