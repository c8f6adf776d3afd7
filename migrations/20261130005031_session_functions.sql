-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.ended_sessions(session_ids uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  if not coalesce(has_schema_privilege(to_regnamespace('auth'), 'usage'), false)
    or not coalesce(has_table_privilege(to_regclass('auth.sessions'), 'select'), false) then
    return '{}';
  elsif row_security_active('auth.sessions'::regclass) then
    return '{}';
  elsif not exists (select from auth.sessions)
    and (select c.relowner = current_user::regrole from pg_catalog.pg_class c where c.oid = 'auth.sessions'::regclass) then
    return '{}';
  end if;
  return array(
    select given.id from unnest(ended_sessions.session_ids) given (id)
    where not exists (
      select from auth.sessions s where s.id = given.id
        and coalesce((to_jsonb(s) ->> 'not_after')::timestamptz > clock_timestamp(), true)));
end
$$;
revoke all on function ops.ended_sessions from public;
grant execute on function ops.ended_sessions to service_role;
comment on function ops.ended_sessions is 'Which of these sessions have ended: Supabase Auth deletes a session when its user signs out, or gives it a time. None where
nobody can tell: without a table auth.sessions that the owner may read whole, and of our own stub while nothing is in it.';

create or replace function ops.standing(user_id uuid, claims jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'groups', ops.groups_of(standing.user_id, standing.claims),
    'isSignedOut', case
      when standing.claims ->> 'session_id' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      then cardinality(ops.ended_sessions(array[(standing.claims ->> 'session_id')::uuid])) > 0
      else false end)
$$;
comment on function ops.standing is 'What the ledger says of a user beside the token: the groups that the user is in, and whether the token''s session has ended.';
