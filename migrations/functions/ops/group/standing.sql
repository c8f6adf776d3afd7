-- What the ledger says of a user beside the token: the groups that the user is in, and whether the token's session has ended.
-- Executed by: service
-- Raises: nothing
create or replace function ops.standing(user_id uuid, claims jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'groups', ops.groups_of(standing.user_id, standing.claims),
    'isSignedOut', case
      when standing.claims ->> 'session_id' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      then cardinality(ops.ended_sessions(array[(standing.claims ->> 'session_id')::uuid])) > 0
      else false end)
$$;
