-- What the ledger says of a user beside the token: the groups that the user is in.
-- Executed by: service
-- Raises: nothing
create or replace function ops.standing(user_id uuid, claims jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('groups', ops.groups_of(standing.user_id, standing.claims))
$$;
