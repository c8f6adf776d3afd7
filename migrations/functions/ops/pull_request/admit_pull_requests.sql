-- Gives places to environments that wait for one, the oldest first, each with a run that opens it; `but` is one whose run its caller adds. What is
-- being opened or closed, is ready or has failed holds a place. One whose project has none left lets others by.
-- Executed by: nobody
-- Raises: 42501, TP400, TP403, TP422
create or replace function ops.admit_pull_requests(per_project int, overall int, but uuid default null)
returns setof ops.pull_request_environments language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  environment ops.pull_request_environments;
  tenant text := ops.tenant();
  held int;
begin
  perform ops.check_number('perProject', admit_pull_requests.per_project, 0, 10000);
  perform ops.check_number('overall', admit_pull_requests.overall, 0, 10000);
  perform ops.lock_pull_requests();
  for environment in
    select * from ops.pull_request_environments e where e.state = 'WAITING' and (tenant is null or e.tenant_id = tenant) order by e.asked_at, e.id
  loop
    select count(*) into held from ops.pull_request_environments e where e.state not in ('WAITING', 'CLOSED');
    if held >= admit_pull_requests.overall then
      update ops.pull_request_environments e set last_error = format('It waits: %s of %s places of all projects are taken', held, admit_pull_requests.overall)
      where e.state = 'WAITING' and (tenant is null or e.tenant_id = tenant);
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
