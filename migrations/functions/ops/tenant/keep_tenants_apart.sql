-- Keeps tenants apart on each table with a column tenant_id, by policies on top of those that show more than a user's own projects,
-- which are of its tenant already. Users, and the roles in by_row, are shown the rows of the tenant of the token. Other agents see every
-- tenant, and nothing by a token that names one: a condition on no column costs no time a row. The service sees all. The policies
-- ask as ops.tenant() does, so that a role needs no right of its own. `tripoint doctrine --grants` calls it.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.keep_tenants_apart(by_row text[]) returns void
language plpgsql set search_path = '' as $body$
declare
  kept record;
  old record;
  -- So written that the statement asks once, and Supabase's advisor sees it.
  asked constant text := $$(select %s from (select current_setting('request.jwt.claims', true) as claims) c)$$;
  tenant constant text := $$nullif(c.claims, '')::jsonb #>> '{app_metadata,client_id}'$$;
  everyone constant text := format(asked, format($$coalesce(nullif(c.claims, '')::jsonb ->> 'sub', %s) is null$$, tenant));
  of_tenant constant text := format($$tenant_id = %s$$, format(asked, format($$coalesce(%s, '')$$, tenant)));
begin
  for kept in
    select t.oid::regclass as "table",
      array_agg(r.rolname::text) filter (where r.rolname not like 'agent\_%') as users,
      array_agg(r.rolname::text) filter (where r.rolname like 'agent\_%' and r.rolname = any (by_row)) as bound,
      array_agg(r.rolname::text) filter (where r.rolname like 'agent\_%' and r.rolname <> all (by_row)) as free
    from pg_catalog.pg_class t
    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id' and not a.attisdropped
    left join lateral (
      select r.oid, r.rolname from pg_catalog.aclexplode(t.relacl) g join pg_catalog.pg_roles r on r.oid = g.grantee
      where g.privilege_type = 'SELECT' and g.grantee <> t.relowner and r.rolname <> 'service_role' and exists (
        select from pg_catalog.pg_policy p
        where p.polrelid = t.oid and p.polpermissive and p.polcmd in ('r', '*') and p.polroles && array[r.oid, 0::oid]
          and pg_catalog.pg_get_expr(p.polqual, p.polrelid) !~ '^(?!.*\mOR\M).*\mmy_project_ids\(')
    ) r on true
    where t.relnamespace = 'ops'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
    group by t.oid
  loop
    for old in
      select p.polname from pg_catalog.pg_policy p
      where p.polrelid = kept."table" and p.polname in ('tenant_only', 'agent_tenant_only', 'no_tenant_only')
    loop
      execute format('drop policy %I on %s', old.polname, kept."table");
    end loop;
    perform ops.restrict_rows(kept."table", 'tenant_only', of_tenant, kept.users);
    perform ops.restrict_rows(kept."table", 'agent_tenant_only', everyone || ' or ' || of_tenant, kept.bound);
    perform ops.restrict_rows(kept."table", 'no_tenant_only', everyone, kept.free);
  end loop;
end
$body$;
