-- The runs of a project follow it where it becomes a project of Odoo.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.follow_odoo_project() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update ops.project_runs r set odoo_project_id = new.odoo_project_id where r.project_id = new.id;
  return null;
end
$$;
