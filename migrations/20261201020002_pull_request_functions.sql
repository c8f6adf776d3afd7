-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.add_environment_run(environment ops.pull_request_environments, kind text, key text) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  wanted ops.runs;
begin
  wanted.agent := 'delivery-agent';
  wanted.kind := add_environment_run.kind;
  wanted.input := jsonb_build_object('environmentId', environment.id);
  wanted.idempotency_key := add_environment_run.key;
  wanted.priority := 0;
  wanted.max_attempts := 5;
  wanted.requested_by := ops.requester(null);
  wanted.project_id := environment.project_id;
  wanted.ordering_keys := array['environment:' || environment.id];
  return (select a.run_id from ops.add_run(wanted) a);
end
$$;
revoke all on function ops.add_environment_run from public;
comment on function ops.add_environment_run is 'Adds a run of delivery-agent for an environment, in the line of that environment: one at a time.';

create or replace function ops.admit_pull_requests(per_project int, overall int, but uuid default null)
returns setof ops.pull_request_environments language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  environment ops.pull_request_environments;
  held int;
begin
  perform ops.check_number('perProject', admit_pull_requests.per_project, 0, 10000);
  perform ops.check_number('overall', admit_pull_requests.overall, 0, 10000);
  perform ops.lock_pull_requests();
  for environment in
    select * from ops.pull_request_environments e where e.state = 'WAITING' order by e.asked_at, e.id
  loop
    select count(*) into held from ops.pull_request_environments e where e.state not in ('WAITING', 'CLOSED');
    if held >= admit_pull_requests.overall then
      update ops.pull_request_environments e set last_error = format('It waits: %s of %s places of all projects are taken', held, admit_pull_requests.overall)
      where e.state = 'WAITING';
      return;
    end if;
    select count(*) into held from ops.pull_request_environments e
    where e.project_id = environment.project_id and e.state not in ('WAITING', 'CLOSED');
    if held >= admit_pull_requests.per_project then
      update ops.pull_request_environments e set last_error = format('It waits: %s of %s places of its project are taken', held, admit_pull_requests.per_project)
      where e.id = environment.id;
      continue;
    end if;
    update ops.pull_request_environments e set state = 'OPENING', opening_at = clock_timestamp(), last_error = null, updated_at = clock_timestamp()
    where e.id = environment.id returning * into environment;
    if environment.id is distinct from admit_pull_requests.but then
      perform ops.add_environment_run(environment, 'environment.open', 'place:' || environment.id);
    end if;
    return next environment;
  end loop;
end
$$;
revoke all on function ops.admit_pull_requests from public;
comment on function ops.admit_pull_requests is 'Gives places to environments that wait for one, the oldest first, each with a run that opens it; `but` is one whose run its caller adds. What is
being opened or closed, is ready or has failed holds a place. One whose project has none left lets others by.';

create or replace function ops.drive_pull_requests(down uuid[], per_project int, overall int)
returns setof ops.pull_request_environments language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  environment ops.pull_request_environments;
begin
  perform ops.lock_pull_requests();
  update ops.pull_request_environments e set state = 'OPENING', ready_sha = null, updated_at = clock_timestamp()
  where e.id = any (drive_pull_requests.down) and e.state = 'READY';
  for environment in
    select * from ops.pull_request_environments e
    where e.state in ('OPENING', 'CLOSING')
      and not exists (select from ops.run_places p where p.agent = 'delivery-agent' and p.ordering_key = 'environment:' || e.id)
    order by e.asked_at, e.id
  loop
    perform ops.add_environment_run(environment, case environment.state when 'CLOSING' then 'environment.close' else 'environment.open' end,
      'drive:' || gen_random_uuid());
    return next environment;
  end loop;
  return query select * from ops.admit_pull_requests(drive_pull_requests.per_project, drive_pull_requests.overall);
end
$$;
revoke all on function ops.drive_pull_requests from public;
grant execute on function ops.drive_pull_requests to service_role, agent_delivery_agent;
comment on function ops.drive_pull_requests is 'Drives on what stands still: what is being opened or closed and has no run any more, what is ready by the ledger and `down` by its driver, and what
waits where places are free. Answers with those that got a run.';

grant execute on function ops.finish_runs to agent_delivery_agent;

create or replace function ops.hear_pull_request(
  key text, wanted text, project text, repository text, number int, branch text, head_sha text, name text, domain text, driver text,
  per_project int, overall int
) returns table (environment_id uuid, run_id uuid, state text, heard boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  owner_id uuid;
  environment ops.pull_request_environments;
  was text;
begin
  perform ops.check_text('key', hear_pull_request.key);
  perform ops.check_number('number', hear_pull_request.number, 1, 999999999);
  if coalesce(hear_pull_request.wanted, '') not in ('OPEN', 'CLOSED') then
    perform ops.refuse('TP400', 'A pull request wants OPEN or CLOSED', '{"argument": "wanted"}');
  end if;
  select p.id into owner_id from ops.projects p where p.slug = hear_pull_request.project;
  if owner_id is null then
    perform ops.refuse('TP404', format('There is no project %s', hear_pull_request.project), '{"argument": "project"}');
  end if;
  perform ops.lock_pull_requests();
  select (r.input ->> 'environmentId')::uuid, r.id into hear_pull_request.environment_id, hear_pull_request.run_id
  from ops.runs r
  where r.agent = 'delivery-agent' and r.kind in ('environment.open', 'environment.close') and r.idempotency_key = hear_pull_request.key;
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
revoke all on function ops.hear_pull_request from public;
grant execute on function ops.hear_pull_request to service_role, agent_delivery_agent;
comment on function ops.hear_pull_request is 'Takes what was heard of a pull request, once for each key: that it wants an environment (`OPEN`), or none (`CLOSED`), with the run that sees to
it. An environment that is there takes the newer commit. One that is being closed is not opened: reconciling opens it once it is gone.';

create or replace function ops.lock_pull_requests() returns void
language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('ops.pull_request_environments', 7));
end
$$;
revoke all on function ops.lock_pull_requests from public;
comment on function ops.lock_pull_requests is 'Serializes who counts the places of environments, until the transaction ends.';

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
  where e.id = settle_pull_request.environment_id
    and e.state = case when settle_pull_request.state in ('READY', 'FAILED') then 'OPENING' else 'CLOSING' end
  returning * into environment;
  if environment.id is null then
    select * into environment from ops.pull_request_environments e where e.id = settle_pull_request.environment_id;
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
revoke all on function ops.settle_pull_request from public;
grant execute on function ops.settle_pull_request to service_role, agent_delivery_agent;
comment on function ops.settle_pull_request is 'Says what came of an environment, by the run that holds it, and notes it in that run''s chain: READY with a commit and what the driver told,
FAILED or CLOSING with an error, or CLOSED, which gives its place to the next. Where something newer is wanted meanwhile it stays as it is; the answer says how it is.';

grant execute on function ops.start_runs to agent_delivery_agent;

create or replace function ops.want_environment(
  known ops.pull_request_environments, project_id uuid, repository text, number int, branch text, head_sha text, name text, domain text,
  driver text
) returns ops.pull_request_environments
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  environment ops.pull_request_environments;
  own text := want_environment.name;
begin
  if coalesce(want_environment.head_sha, '') !~ '^[0-9a-f]{40}$' then
    perform ops.refuse('TP400', 'A pull request needs the SHA of its head: 40 hexadecimal digits, small letters', '{"argument": "headSha"}');
  elsif coalesce(length(want_environment.branch), 0) not between 1 and 250 then
    perform ops.refuse('TP400', 'A pull request needs its branch, of at most 250 characters', '{"argument": "branch"}');
  elsif coalesce(own, '') !~ '^pr-[1-9][0-9]{0,8}(-[a-z0-9]+)*$' or length(own) > 55 then
    perform ops.refuse('TP400', 'The name of an environment is pr-<number>-<slug>, of at most 55 characters', '{"argument": "name"}');
  end if;
  if known.id is not null then
    update ops.pull_request_environments e set
      branch = want_environment.branch, head_sha = want_environment.head_sha, updated_at = clock_timestamp(),
      state = case when e.state = 'FAILED' or (e.state = 'READY' and e.ready_sha is distinct from want_environment.head_sha)
        then 'OPENING' else e.state end
    where e.id = known.id and e.state <> 'CLOSING' returning * into environment;
    if environment.id is null then
      return known;
    end if;
    return environment;
  end if;
  if exists (select from ops.pull_request_environments e where e.name = own and e.state <> 'CLOSED') then
    own := rtrim(left(own, 46), '-') || '-' || left(replace(want_environment.project_id::text, '-', ''), 8);
  end if;
  insert into ops.pull_request_environments as e (project_id, repository, number, branch, head_sha, name, host_name, driver, asked_at)
  values (want_environment.project_id, want_environment.repository, want_environment.number, want_environment.branch,
    want_environment.head_sha, own, own || '.' || want_environment.domain, want_environment.driver, clock_timestamp())
  returning * into environment;
  return environment;
exception when check_violation then
  perform ops.refuse('TP400', 'A pull request needs its repository as owner/name, a domain and a driver');
  return null;
end
$$;
revoke all on function ops.want_environment from public;
comment on function ops.want_environment is 'The environment of a pull request as it is wanted now: a new one waits for a place, one that is there takes the newer commit. Its name
belongs to it alone: where another project has it, something of its own project is added.';
