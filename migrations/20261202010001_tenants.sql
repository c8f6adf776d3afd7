-- The tenant of a project, on the project and on all below it: the client of the company that it is for, as the claim
-- `app_metadata.client_id` of its people's tokens has it. Not named client_id: on these tables that is the OAuth client by whose token
-- something was done. Empty, and not null, for the company itself, so that to compare is plain equality.

alter table ops.projects add column tenant_id text not null default '' check (length(tenant_id) <= 200);
comment on column ops.projects.tenant_id is 'The client of the company that it is for, as app_metadata.client_id of tokens has it; empty for the company itself. It never changes.';
alter table ops.environments add column tenant_id text not null default '';
alter table ops.project_members add column tenant_id text not null default '';
alter table ops.builds add column tenant_id text not null default '';
alter table ops.approvals add column tenant_id text not null default '';
alter table ops.deployments add column tenant_id text not null default '';
alter table ops.schedules add column tenant_id text not null default '';
alter table ops.runs add column tenant_id text not null default '';
comment on column ops.runs.tenant_id is 'Of its project; of a run without one, of whose token enqueued it.';
alter table ops.project_runs add column tenant_id text not null default '';
alter table ops.run_events add column tenant_id text not null default '';
alter table ops.artifacts add column tenant_id text not null default '';
alter table ops.run_pages add column tenant_id text not null default '';
alter table ops.run_places add column tenant_id text not null default '';
alter table ops.emergency_requests add column tenant_id text not null default '';
alter table ops.pull_request_environments add column tenant_id text not null default '';
alter table ops.stage_proofs add column tenant_id text not null default '';

-- What has to be unique is so within a tenant: what another one took, nobody is told.
alter table ops.projects add constraint projects_slug_once unique (tenant_id, slug);
alter table ops.projects add constraint projects_repo_slug_once unique (tenant_id, repo_slug);
create unique index runs_key on ops.runs (agent, kind, idempotency_key, tenant_id) where idempotency_key is not null;
create unique index approvals_key on ops.approvals (subject, idempotency_key, tenant_id) where idempotency_key is not null;
create unique index approvals_open on ops.approvals (subject, subject_id, environment_id, tenant_id) nulls not distinct
  where status = 'PENDING';
create unique index stage_proofs_once on ops.stage_proofs (recorded_by, idempotency_key, tenant_id)
  where idempotency_key is not null;
