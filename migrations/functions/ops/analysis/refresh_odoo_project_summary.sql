-- Makes ops.odoo_project_summary anew, while it can be read. False where `tripoint odoo fdw --apply` has not made the foreign
-- tables that it is made from: then nothing changes.
-- Executed by: operation
-- Raises: nothing
create or replace function ops.refresh_odoo_project_summary() returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if to_regclass('ops.odoo_projects_fdw') is null or to_regclass('ops.odoo_tasks_fdw') is null then
    return false;
  end if;
  -- The first time there is nothing to be read meanwhile, and Postgres refuses to do it concurrently.
  if (select c.relispopulated from pg_class c where c.oid = 'ops.odoo_project_summary'::regclass) then
    refresh materialized view concurrently ops.odoo_project_summary;
  else
    refresh materialized view ops.odoo_project_summary;
  end if;
  return true;
end
$$;
