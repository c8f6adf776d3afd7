-- Says what came of an environment, by the run that holds it, and notes it in that run's chain: READY with a commit and what the driver told,
-- FAILED or CLOSING with an error, or CLOSED, which gives its place to the next. Where something newer is wanted meanwhile it stays as it is; the answer says how it is.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409, TP422
create or replace function ops.settle_pull_request(
  run_id uuid, fence int, environment_id uuid, state text, per_project int, overall int, sha text default null, url text default null,
  database text default null, gateway_database text default null, error text default null
) returns text
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs := ops.lock_run(settle_pull_request.run_id);
  environment ops.pull_request_environments;
  ready boolean := settle_pull_request.state = 'READY';
begin
  perform ops.check_fence(run, settle_pull_request.fence);
  if coalesce(settle_pull_request.state, '') not in ('READY', 'FAILED', 'CLOSING', 'CLOSED') then
    perform ops.refuse('TP400', 'An environment is settled as READY, FAILED, CLOSING or CLOSED', '{"argument": "state"}');
  elsif run.input ->> 'environmentId' is distinct from settle_pull_request.environment_id::text then
    perform ops.refuse('TP403', format('Run %s is about another environment', run.id));
  end if;
  perform ops.lock_pull_requests();
  update ops.pull_request_environments e set
    state = case when ready and e.head_sha is distinct from settle_pull_request.sha then 'OPENING' else settle_pull_request.state end,
    ready_sha = case when ready then settle_pull_request.sha else e.ready_sha end,
    ready_at = case when ready then clock_timestamp() else e.ready_at end,
    url = case when ready then settle_pull_request.url else e.url end,
    database = case when ready then settle_pull_request.database else e.database end,
    gateway_database = case when ready then settle_pull_request.gateway_database else e.gateway_database end,
    closed_at = case when settle_pull_request.state = 'CLOSED' then clock_timestamp() end,
    last_error = left(settle_pull_request.error, 2000),
    updated_at = clock_timestamp()
  where e.id = settle_pull_request.environment_id and e.tenant_id = run.tenant_id
    and e.state = case when settle_pull_request.state in ('READY', 'FAILED') then 'OPENING' else 'CLOSING' end
  returning * into environment;
  if environment.id is null then
    select * into environment from ops.pull_request_environments e
    where e.id = settle_pull_request.environment_id and e.tenant_id = run.tenant_id;
  else
    perform ops.save_run(run, 'environment.' || lower(settle_pull_request.state), jsonb_strip_nulls(jsonb_build_object(
      'environmentId', environment.id, 'name', environment.name, 'sha', settle_pull_request.sha, 'url', settle_pull_request.url,
      'database', settle_pull_request.database, 'gatewayDatabase', settle_pull_request.gateway_database,
      'error', left(settle_pull_request.error, 2000))));
  end if;
  if settle_pull_request.state = 'CLOSED' then
    perform ops.admit_pull_requests(settle_pull_request.per_project, settle_pull_request.overall);
  end if;
  return environment.state;
exception when check_violation then
  perform ops.refuse('TP400', 'What the driver told of the environment is no URL of http or https, or no name of a database');
  return null;
end
$$;
