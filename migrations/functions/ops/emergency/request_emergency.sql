-- Asks for a way to production without staging: a member of the project says why, and two others decide the two approvals that it
-- begins. It lapses within hours. While one for the same build is undecided or unused, that is the answer.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409
create or replace function ops.request_emergency(build_id uuid, reason text, requested_by text default null)
returns ops.emergency_requests language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  rules constant jsonb := ops.promotion_rules() -> 'emergency';
  build ops.builds;
  asking uuid;
  overdue uuid;
  emergency ops.emergency_requests;
  run ops.runs;
begin
  perform ops.check_text('reason', btrim(request_emergency.reason), 2000);
  select * into build from ops.builds b
  where b.id = request_emergency.build_id and b.tenant_id = coalesce(ops.tenant(), b.tenant_id);
  if build.id is null then
    perform ops.refuse('TP404', format('There is no build %s', request_emergency.build_id));
  end if;
  asking := ops.member_named(build.project_id, request_emergency.requested_by, 'requestedBy');
  if not exists (select from jsonb_array_elements_text(rules -> 'branches') p where ops.is_branch_of(build.branch, p)) then
    perform ops.refuse('TP409', format('The build is from %s: in an emergency only %s go to PRODUCTION', build.branch,
      (select string_agg(p, ', ') from jsonb_array_elements_text(rules -> 'branches') p)), jsonb_build_object('missing', '["MAIN"]'::jsonb));
  end if;
  perform pg_advisory_xact_lock(hashtextextended(build.project_id::text, 9));
  overdue := ops.overdue_emergency(build.project_id);
  if overdue is not null then
    perform ops.refuse('TP409', format('The follow-up of emergency %s is overdue: record it, then ask for another', overdue),
      jsonb_build_object('missing', '["FOLLOW_UP"]'::jsonb, 'emergencyId', overdue));
  end if;
  select r.* into emergency from ops.emergency_requests r join ops.emergencies e on e.id = r.id
  where r.build_id = build.id and e.status in ('REQUESTED', 'APPROVED');
  if emergency.id is not null then
    return emergency;
  end if;
  for emergency in
    select e.* from ops.emergency_requests e join ops.runs r on r.id = e.run_id
    where e.project_id = build.project_id and e.deployed_at is null and e.lapses_at < clock_timestamp() and r.status = 'RUNNING'
  loop
    perform ops.note_emergency(emergency, 'emergency.lapsed', '{}', 'FAILED', 'LAPSED');
  end loop;
  emergency := null;
  emergency.id := gen_random_uuid();
  run := ops.open_emergency_run(build.project_id, emergency.id, asking);
  insert into ops.emergency_requests (id, project_id, build_id, environment_id, requested_by, reason, run_id, lapses_at)
  values (emergency.id, build.project_id, build.id, ops.environment_of(build.project_id, 'PRODUCTION'), asking,
    btrim(request_emergency.reason), run.id, clock_timestamp() + make_interval(hours => (rules ->> 'hours')::int))
  returning * into emergency;
  insert into ops.approvals (subject, subject_id, project_id, environment_id, requested_by, reason, sub, act, client_id)
  select 'emergency_deployment', emergency.id || '/' || n, emergency.project_id, emergency.environment_id, asking::text,
    emergency.reason, emergency.sub, emergency.act, emergency.client_id
  from generate_series(1, (rules ->> 'approvers')::int) n;
  perform ops.note_emergency(emergency, 'emergency.requested', jsonb_build_object('buildId', build.id, 'gitSha', build.git_sha,
    'branch', build.branch, 'requestedBy', asking, 'reason', emergency.reason, 'lapsesAt', emergency.lapses_at));
  return emergency;
end
$$;
