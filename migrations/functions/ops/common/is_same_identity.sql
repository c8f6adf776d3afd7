-- Whether two identities are one, in whatever spelling: names and addresses differ in more than their capitals.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.is_same_identity(one text, other text) returns boolean
language sql immutable set search_path = '' as $$
  select lower(ops.identity(one)) = lower(ops.identity(other))
$$;
