-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.check_promotion(build_id uuid, environment_id uuid) returns uuid
language plpgsql stable set search_path = '' as $$
declare
  build ops.builds;
  environment ops.environments;
  goes_to text;
  approval_id uuid;
  missing text[] := '{}';
  sentences text[] := '{}';
begin
  select * into build from ops.builds b where b.id = check_promotion.build_id;
  select * into environment from ops.environments e where e.id = check_promotion.environment_id;
  goes_to := coalesce(ops.branch_environment(build.branch), 'none');
  if environment.name = 'STAGING' and goes_to <> 'STAGING' then
    missing := missing || 'MAIN'::text;
    sentences := sentences || format('it is built from %s, and only main goes there', build.branch);
  elsif environment.name = 'PRODUCTION' and goes_to not in ('STAGING', 'PRODUCTION') then
    missing := missing || 'MAIN'::text;
    sentences := sentences || format('it is built from %s, and only what ran in STAGING from main goes there', build.branch);
  end if;
  if environment.name = 'STAGING' and goes_to = 'STAGING' and ops.came_back(build) then
    missing := missing || 'ONE_WAY'::text;
    sentences := sentences || format(
      'its commit %s was built from production before, and nothing leads back from there: make the change on main', build.git_sha);
  end if;
  if environment.name = 'PRODUCTION' and not ops.ran_in_staging(build) then
    missing := missing || 'STAGING'::text;
    sentences := sentences || case when goes_to = 'PRODUCTION'
      then format('no deployment of a build of %s from main with the same lock files to STAGING succeeded', build.git_sha)
      else format('no deployment of this build of %s to STAGING succeeded', build.git_sha) end;
  end if;
  if ops.missing_proof(environment.id) is not null then
    missing := missing || 'STAGE_PROOF'::text;
    sentences := sentences || ops.missing_proof(environment.id);
  end if;
  if environment.requires_approval then
    approval_id := ops.find_approval(build.id, environment.id);
    if approval_id is null then
      missing := missing || 'APPROVAL'::text;
      sentences := sentences || format('no approval of this build for %s stands', environment.name);
    end if;
  end if;
  if missing <> '{}' then
    raise exception 'The build cannot go to % yet: %', environment.name, array_to_string(sentences, ', and ')
      using errcode = 'TP409', detail = jsonb_build_object(
        'missing', to_jsonb(missing), 'gitSha', build.git_sha, 'buildId', build.id,
        'environment', environment.name, 'environmentId', environment.id
      )::text;
  end if;
  return approval_id;
end
$$;
comment on function ops.check_promotion is 'The approval that a deployment of the build to the environment rests on; null where none is needed. Raises TP409 with
all that is missing: MAIN, ONE_WAY, STAGING, STAGE_PROOF, APPROVAL.';
