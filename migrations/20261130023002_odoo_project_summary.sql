-- Sums of Odoo's projects, read out of Odoo's own database by postgres_fdw where `tripoint odoo fdw --apply` connects it. Until
-- then the view was never filled, and whoever reads it is told so.

create materialized view ops.odoo_project_summary as
  select s.id, s.odoo_project_id, s.name, s.active, s.task_count, s.total_hours, s.as_of from ops.read_odoo_projects() s
with no data;

-- Without a unique index it could not be made anew while it is read.
create unique index odoo_project_summary_id on ops.odoo_project_summary (id);
create index odoo_project_summary_name on ops.odoo_project_summary (name, id);

comment on materialized view ops.odoo_project_summary is
  'Projects of Odoo with their tasks and planned hours, as old as as_of says: past Odoo''s record rules, so never for users.';

-- At 02:00 in Manila. The job looks at the clock there itself: in which time zone pg_cron counts is a setting of the server.
do $$
begin
  if exists (select from pg_extension where extname = 'pg_cron')
    and current_setting('cron.database_name', true) = current_database() then
    perform cron.schedule('tripoint_refresh_odoo_project_summary', '0 * * * *', $job$
      select ops.refresh_odoo_project_summary() where extract(hour from now() at time zone 'Asia/Manila') = 2
    $job$);
  end if;
exception when insufficient_privilege then
  raise notice 'pg_cron is not ours to use: `tripoint worker --agent odoo-analyst` refreshes instead';
end
$$;
