-- One thing that a copy does not have, and why.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.left_out(kind text, id uuid, name text, reason text) returns jsonb
language sql immutable set search_path = '' as
  $$ select jsonb_build_object('kind', kind, 'recordId', id, 'name', name, 'reason', reason) $$;
