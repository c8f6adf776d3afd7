-- Takes what was heard of a pull request, once for each key: that it wants an environment (`OPEN`), or none (`CLOSED`), with the run that sees to
-- it. Where several tenants have a project of the slug, the tenant is said too. An environment that is there takes the newer commit. One that is being closed is not opened: reconciling opens it once it is gone.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP422
create or replace function ops.hear_pull_request(
  key text, wanted text, project text, repository text, number int, branch text, head_sha text, name text, domain text, driver text,
  per_project int, overall int, tenant text default null
) returns table (environment_id uuid, run_id uuid, state text, heard boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  owners ops.projects[];
  owner_id uuid;
  environment ops.pull_request_environments;
  was text;
begin
  perform ops.check_text('key', hear_pull_request.key);
  perform ops.check_number('number', hear_pull_request.number, 1, 999999999);
  if coalesce(hear_pull_request.wanted, '') not in ('OPEN', 'CLOSED') then
    perform ops.refuse('TP400', 'A pull request wants OPEN or CLOSED', '{"argument": "wanted"}');
  end if;
  owners := array(select p from ops.projects p where p.slug = hear_pull_request.project
    and p.tenant_id = coalesce(hear_pull_request.tenant, p.tenant_id) and p.tenant_id = coalesce(ops.tenant(), p.tenant_id));
  if owners = '{}' then
    perform ops.refuse('TP404', format('There is no project %s', hear_pull_request.project), '{"argument": "project"}');
  elsif cardinality(owners) > 1 then
    perform ops.refuse('TP400', format('Several tenants have a project %s: say whose it is', hear_pull_request.project),
      '{"argument": "tenant"}');
  end if;
  owner_id := owners[1].id;
  perform ops.lock_pull_requests();
  select (r.input ->> 'environmentId')::uuid, r.id into hear_pull_request.environment_id, hear_pull_request.run_id
  from ops.runs r
  where r.agent = 'delivery-agent' and r.kind in ('environment.open', 'environment.close') and r.idempotency_key = hear_pull_request.key
    and r.tenant_id = owners[1].tenant_id;
  if hear_pull_request.run_id is not null then
    heard := false;
    select e.state into hear_pull_request.state from ops.pull_request_environments e where e.id = hear_pull_request.environment_id;
    return next;
    return;
  end if;
  select * into environment from ops.pull_request_environments e
  where e.project_id = owner_id and e.number = hear_pull_request.number and e.state <> 'CLOSED';
  was := environment.state;
  if hear_pull_request.wanted = 'OPEN' then
    environment := ops.want_environment(environment, owner_id, hear_pull_request.repository, hear_pull_request.number,
      hear_pull_request.branch, hear_pull_request.head_sha, hear_pull_request.name, hear_pull_request.domain, hear_pull_request.driver);
    perform ops.admit_pull_requests(hear_pull_request.per_project, hear_pull_request.overall, environment.id);
    select e.state into environment.state from ops.pull_request_environments e where e.id = environment.id;
    if environment.state <> 'CLOSING' then
      hear_pull_request.run_id := ops.add_environment_run(environment, 'environment.open', hear_pull_request.key);
    end if;
  elsif was in ('OPENING', 'READY', 'FAILED') then
    update ops.pull_request_environments e set state = 'CLOSING', close_asked_at = clock_timestamp(), updated_at = clock_timestamp()
    where e.id = environment.id returning * into environment;
    hear_pull_request.run_id := ops.add_environment_run(environment, 'environment.close', hear_pull_request.key);
  elsif was = 'WAITING' then
    -- Nothing was made of it.
    update ops.pull_request_environments e set state = 'CLOSED', close_asked_at = clock_timestamp(), closed_at = clock_timestamp(),
      updated_at = clock_timestamp()
    where e.id = environment.id returning * into environment;
  end if;
  environment_id := environment.id;
  state := environment.state;
  heard := true;
  return next;
end
$$;
