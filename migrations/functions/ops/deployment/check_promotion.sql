-- The approval that a deployment of the build to the environment rests on; null where none is needed. Raises TP409 with
-- all that is missing: MAIN, STAGING, APPROVAL.
-- Executed by: nobody
-- Raises: TP409
create or replace function ops.check_promotion(build_id uuid, environment_id uuid) returns uuid
language plpgsql stable set search_path = '' as $$
declare
  build ops.builds;
  environment ops.environments;
  approval_id uuid;
  missing text[] := '{}';
  sentences text[] := '{}';
begin
  select * into build from ops.builds b where b.id = check_promotion.build_id;
  select * into environment from ops.environments e where e.id = check_promotion.environment_id;
  if environment.name <> 'DEV' and build.branch <> 'main' then
    missing := missing || 'MAIN'::text;
    sentences := sentences || format('it is built from %s, and only main goes there', build.branch);
  end if;
  if environment.name = 'PRODUCTION' and not exists (
    select from ops.deployments d
    join ops.environments e on e.id = d.environment_id
    where d.build_id = build.id and e.name = 'STAGING' and d.status = 'SUCCEEDED'
  ) then
    missing := missing || 'STAGING'::text;
    sentences := sentences || format('no deployment of this build of %s to STAGING succeeded', build.git_sha);
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
