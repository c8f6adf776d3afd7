-- Whether the owner may read auth.users; what Supabase's has and another one lacks is null.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.has_users() returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return coalesce(has_schema_privilege(to_regnamespace('auth'), 'usage'), false)
    and coalesce(has_table_privilege(to_regclass('auth.users'), 'select'), false);
end
$$;
