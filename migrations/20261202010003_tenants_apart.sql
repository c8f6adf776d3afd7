-- Rows of a tenant are shown to its own people alone, whatever other policies say.

alter table ops.projects drop constraint projects_slug_key;
alter table ops.projects drop constraint projects_repo_slug_key;
-- That of an Odoo's project was unique by its slug so far.
drop index ops.projects_odoo_project;
create unique index projects_odoo_project on ops.projects (odoo_project_id) where odoo_project_id is not null;
drop index ops.runs_idempotency;
drop index ops.approvals_idempotency;
drop index ops.approvals_pending;
drop index ops.stage_proofs_key;

create trigger stays_with_its_tenant before update of tenant_id on ops.projects
  for each row execute function ops.refuse_change();

create trigger carry_tenant before insert or update on ops.environments
  for each row execute function ops.carry_tenant();
create trigger carry_tenant before insert or update on ops.project_members
  for each row execute function ops.carry_tenant();
create trigger carry_tenant before insert or update on ops.builds
  for each row execute function ops.carry_tenant();
create trigger carry_tenant before insert or update on ops.approvals
  for each row execute function ops.carry_tenant();
create trigger carry_tenant before insert or update on ops.deployments
  for each row execute function ops.carry_tenant();
create trigger carry_tenant before insert or update on ops.emergency_requests
  for each row execute function ops.carry_tenant();
create trigger carry_tenant before insert or update on ops.pull_request_environments
  for each row execute function ops.carry_tenant();
create trigger carry_tenant before insert or update on ops.stage_proofs
  for each row execute function ops.carry_tenant();
create trigger carry_tenant before insert or update on ops.schedules
  for each row execute function ops.carry_tenant();
-- Runs change often, and what changes one has looked whose it is (ops.lock_run).
create trigger carry_tenant before insert or update of project_id, tenant_id on ops.runs
  for each row execute function ops.carry_tenant();
create trigger carry_tenant before insert or update of run_id, tenant_id on ops.artifacts
  for each row execute function ops.carry_run_tenant();

-- What agents did is counted for all tenants together: of one, nobody sees it.
create policy company_only on ops.agent_usage as restrictive for select to authenticated using (
  (select coalesce(nullif(c.claims, '')::jsonb #>> '{app_metadata,client_id}', '') = ''
   from (select current_setting('request.jwt.claims', true) as claims) c));

-- Who is shown all runs of a tenant is asked of each whose it is: with that in them, these indexes alone answer how many there are.
drop index ops.runs_created_at;
create index runs_created_at on ops.runs (created_at, id) include (tenant_id);
drop index ops.runs_agent;
create index runs_agent on ops.runs (agent, created_at, id) include (tenant_id);
drop index ops.runs_project;
create index runs_project on ops.runs (project_id, created_at, id) include (tenant_id) where project_id is not null;
