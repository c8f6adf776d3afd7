-- Calls a function of the workspace for the user that an agent acts for: one that the agent may execute, in the role
-- acting_agent, which may what users may and under the same policies. `given`: its arguments by name, of a jsonb its text.
-- Answers each row, or the single value, as JSON. Not SECURITY DEFINER: the login itself may become that role, no other may.
-- Executed by: agents for users
-- Raises: 42501, TP403
create or replace function work.for_user(call text, given jsonb) returns setof jsonb
language plpgsql set search_path = '' as $$
declare
  own_role constant text := current_setting('role');
  claims constant jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
  called pg_catalog.pg_proc;
  columns text;
  arguments text;
begin
  if own_role not like 'agent\_%' or claims ->> 'role' is distinct from own_role or claims ->> 'sub' is null then
    raise exception 'Only an agent writes for a user, and only while it acts for one' using errcode = 'TP403';
  end if;
  select p.* into called from pg_catalog.pg_proc p
  where p.pronamespace = 'work'::regnamespace and 'work.' || p.proname = call and p.prokind = 'f';
  if called.oid is null or not has_function_privilege(own_role, called.oid, 'execute') then
    raise exception '% may not execute %', claims #>> '{app_metadata,agent}', call using errcode = '42501';
  end if;
  select string_agg(format('%I %s', a.name, format_type(a.type, null)), ', '),
    string_agg(format(case when a.type = 'jsonb'::regtype then '%1$I => case jsonb_typeof(g.%1$I) when ''string'' then (g.%1$I #>> ''{}'')::jsonb else g.%1$I end'
      else '%1$I => g.%1$I' end, a.name), ', ')
  into columns, arguments
  from unnest(called.proargnames[1:called.pronargs], called.proargtypes::oid[]) as a (name, type)
  where given ? a.name;
  perform set_config('role', 'acting_agent', true);
  return query execute format('select to_jsonb(a) from jsonb_to_record($1) as g (%s), lateral work.%I(%s) as a', columns, called.proname, arguments)
    using given;
  perform set_config('role', own_role, true);
end
$$;
