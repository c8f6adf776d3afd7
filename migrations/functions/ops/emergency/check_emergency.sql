-- Lets a deployment to production through without staging, by an emergency that two people approved. The first that begins
-- starts the time within which the follow-up is due. Raises TP409 with all that is missing: PRODUCTION, BUILD, APPROVERS,
-- IN_TIME, UNUSED, FOLLOW_UP.
-- Executed by: nobody
-- Raises: 42501, TP404, TP409
create or replace function ops.check_emergency(
  deployment_id uuid, emergency_id uuid, build_id uuid, environment_id uuid, begins boolean
) returns uuid language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  rules constant jsonb := ops.promotion_rules() -> 'emergency';
  emergency ops.emergency_requests;
  build ops.builds;
  approved int;
  other uuid;
  missing text[] := '{}';
  sentences text[] := '{}';
begin
  select * into emergency from ops.emergency_requests e where e.id = check_emergency.emergency_id for update;
  if emergency.id is null then
    perform ops.refuse('TP404', format('There is no emergency %s', check_emergency.emergency_id), '{"argument": "emergencyId"}');
  end if;
  select * into build from ops.builds b where b.id = check_emergency.build_id;
  if emergency.environment_id <> check_emergency.environment_id then
    missing := missing || 'PRODUCTION'::text;
    sentences := sentences || 'an emergency leads to PRODUCTION alone'::text;
  end if;
  if emergency.build_id <> build.id then
    missing := missing || 'BUILD'::text;
    sentences := sentences || 'the emergency is for another build'::text;
  end if;
  select count(distinct a.decided_by) into approved from ops.approvals a
  where a.emergency_id = emergency.id and a.status = 'APPROVED' and ops.is_approver(emergency.project_id, a.decided_by::uuid);
  if approved < (rules ->> 'approvers')::int
    or exists (select from ops.approvals a where a.emergency_id = emergency.id and a.status = 'REJECTED') then
    missing := missing || 'APPROVERS'::text;
    sentences := sentences || format('%s of its %s approvals stand', approved, rules ->> 'approvers');
  end if;
  if clock_timestamp() > emergency.lapses_at then
    missing := missing || 'IN_TIME'::text;
    sentences := sentences || format('it has lapsed %s hours after it was asked for', rules ->> 'hours');
  end if;
  select d.id into other from ops.deployments d
  where d.emergency_id = emergency.id and d.id <> check_emergency.deployment_id and d.status <> 'FAILED' limit 1;
  if other is not null then
    missing := missing || 'UNUSED'::text;
    sentences := sentences || format('it was used for deployment %s', other);
  end if;
  other := ops.overdue_emergency(emergency.project_id, emergency.id);
  if other is not null then
    missing := missing || 'FOLLOW_UP'::text;
    sentences := sentences || format('the follow-up of emergency %s is overdue', other);
  end if;
  if missing <> '{}' then
    raise exception 'The build cannot go there by this emergency: %', array_to_string(sentences, ', and ')
      using errcode = 'TP409', detail = jsonb_build_object('missing', to_jsonb(missing), 'gitSha', build.git_sha,
        'buildId', build.id, 'emergencyId', emergency.id, 'environmentId', check_emergency.environment_id)::text;
  end if;
  if check_emergency.begins then
    if emergency.deployed_at is null then
      update ops.emergency_requests e set deployed_at = clock_timestamp(),
        follow_up_due_at = clock_timestamp() + make_interval(hours => (rules ->> 'hours')::int)
      where e.id = emergency.id returning * into emergency;
    end if;
    perform ops.note_emergency(emergency, 'emergency.deployed', jsonb_build_object('deploymentId', check_emergency.deployment_id,
      'buildId', build.id, 'gitSha', build.git_sha, 'followUpDueAt', emergency.follow_up_due_at));
  end if;
  return null;
end
$$;
