-- Which of these sessions have ended: Supabase Auth deletes a session when its user signs out, or gives it a time. None where
-- nobody can tell: without a table auth.sessions that the owner may read whole, and of our own stub while nothing is in it.
-- Executed by: service
-- Raises: nothing
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
