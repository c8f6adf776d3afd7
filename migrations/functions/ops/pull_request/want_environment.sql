-- The environment of a pull request as it is wanted now: a new one waits for a place, one that is there takes the newer commit. Its name
-- belongs to it alone: where another project has it, or it is a tenant's, something of its own project is added.
-- Executed by: nobody
-- Raises: TP400
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
  -- Of a tenant always: it is told of no other by a name that is taken.
  if exists (select from ops.pull_request_environments e where e.name = own and e.state <> 'CLOSED')
     or exists (select from ops.projects p where p.id = want_environment.project_id and p.tenant_id <> '') then
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
