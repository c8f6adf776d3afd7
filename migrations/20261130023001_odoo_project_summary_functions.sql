-- What makes the summary of Odoo's projects; grants are those of the doctrine.

create or replace function ops.read_odoo_projects()
returns table (id uuid, odoo_project_id int, name text, active boolean, task_count int, total_hours numeric, as_of timestamptz)
language plpgsql set search_path = '' as $$
#variable_conflict use_column
begin
  return query
    with hours as (
      select t.project_id, count(*)::int as task_count, sum(t.allocated_hours::numeric) as total_hours
      from ops.odoo_tasks_fdw t where t.active and t.project_id is not null group by t.project_id
    )
    select md5('odoo project ' || p.id)::uuid, p.id, coalesce(p.name ->> 'en_US', (select n.value from jsonb_each_text(p.name) n order by n.key limit 1)),
      coalesce(p.active, false), coalesce(h.task_count, 0), coalesce(h.total_hours, 0), now()
    from ops.odoo_projects_fdw p left join hours h on h.project_id = p.id;
end
$$;
revoke all on function ops.read_odoo_projects from public;
comment on function ops.read_odoo_projects is 'The projects of Odoo with the number of their active tasks and the hours that are planned for those, as they are in Odoo''s database now, through postgres_fdw. Names are those in en_US, or in the first language there is.';

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
revoke all on function ops.refresh_odoo_project_summary from public;
comment on function ops.refresh_odoo_project_summary is 'Makes ops.odoo_project_summary anew, while it can be read. False where `tripoint odoo fdw --apply` has not made the foreign tables that it is made from: then nothing changes.';
