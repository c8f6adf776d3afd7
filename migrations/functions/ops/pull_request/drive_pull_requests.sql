-- Drives on what stands still: what is being opened or closed and has no run any more, what is ready by the ledger and `down` by its driver, and what
-- waits where places are free. Answers with those that got a run.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP422
create or replace function ops.drive_pull_requests(down uuid[], per_project int, overall int)
returns setof ops.pull_request_environments language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  environment ops.pull_request_environments;
  tenant text := ops.tenant();
begin
  perform ops.lock_pull_requests();
  update ops.pull_request_environments e set state = 'OPENING', ready_sha = null, updated_at = clock_timestamp()
  where e.id = any (drive_pull_requests.down) and e.state = 'READY' and (tenant is null or e.tenant_id = tenant);
  for environment in
    select * from ops.pull_request_environments e
    where e.state in ('OPENING', 'CLOSING') and (tenant is null or e.tenant_id = tenant)
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
