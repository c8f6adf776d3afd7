-- Keeps what members of its project see of a run.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.show_run() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into ops.project_runs as p (id, project_id, agent, kind, status, error_code, attempt, max_attempts, requested_by,
    run_at, created_at, started_at, finished_at, cancel_requested_at, updated_at, odoo_project_id, tenant_id)
  values (new.id, new.project_id, new.agent, new.kind, new.status, new.error_code, new.attempt, new.max_attempts,
    new.requested_by, new.run_at, new.created_at, new.started_at, new.finished_at, new.cancel_requested_at, new.updated_at,
    (select o.odoo_project_id from ops.projects o where o.id = new.project_id), new.tenant_id)
  on conflict (id) do update set status = excluded.status, error_code = excluded.error_code, attempt = excluded.attempt,
    run_at = excluded.run_at, started_at = excluded.started_at, finished_at = excluded.finished_at,
    cancel_requested_at = excluded.cancel_requested_at, updated_at = excluded.updated_at;
  return null;
end
$$;
