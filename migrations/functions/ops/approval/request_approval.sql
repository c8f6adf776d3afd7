-- Asks for an approval. While one for the same is undecided, that is the answer. Of a `deployment`, subject_id is the
-- build's uuid, the environment is one of its project's, and project_id need not be given.
-- A service says for whom it asks; anybody else asks in his own name, and an agent that acts for a user in that one's.
-- Executed by: operation
-- Raises: TP400, TP403, TP404, TP422
create or replace function ops.request_approval(
  subject text, subject_id text, reason text, environment text default null, project_id uuid default null,
  requested_by text default null, idempotency_key text default null
) returns ops.approvals language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  mine text := ops.tenant();
  wanted ops.approvals;
  approval ops.approvals;
begin
  perform ops.check_text('subject', request_approval.subject);
  perform ops.check_text('subjectId', request_approval.subject_id);
  perform ops.check_text('reason', request_approval.reason, 2000);
  if request_approval.subject !~ '^[a-z]+(_[a-z]+)*$' then
    perform ops.refuse('TP400', 'A subject is a word such as deployment', '{"argument": "subject"}');
  end if;
  if request_approval.subject = 'emergency_deployment' then
    perform ops.refuse('TP400', 'The approvals of an emergency begin with it: ask for it by requestEmergency', '{"argument": "subject"}');
  end if;
  if request_approval.requested_by is not null then
    perform ops.check_text('requestedBy', ops.identity(request_approval.requested_by));
    if ops.is_user() or ops.caller_agent() is not null then
      perform ops.refuse('TP403', 'Only a service asks in the name of another: leave requestedBy out');
    end if;
  end if;
  if request_approval.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', request_approval.idempotency_key);
  elsif ops.caller_agent() is not null then
    perform ops.refuse('TP400', 'An agent must give an idempotencyKey');
  end if;
  wanted.subject := request_approval.subject;
  wanted.subject_id := request_approval.subject_id;
  wanted.project_id := request_approval.project_id;
  if wanted.subject = 'deployment' then
    select b.id::text, b.project_id, b.tenant_id into wanted.subject_id, wanted.project_id, wanted.tenant_id
      from ops.builds b
      where b.id::text = lower(request_approval.subject_id) and b.tenant_id = coalesce(mine, b.tenant_id);
    if wanted.project_id is null or wanted.project_id <> request_approval.project_id then
      perform ops.refuse('TP404', format('There is no build %s in that project: subjectId of a deployment is its build''s uuid',
        request_approval.subject_id), '{"argument": "subjectId"}');
    end if;
  elsif wanted.project_id is not null then
    select p.tenant_id into wanted.tenant_id from ops.projects p
    where p.id = wanted.project_id and p.tenant_id = coalesce(mine, p.tenant_id);
    if wanted.tenant_id is null then
      perform ops.refuse('TP404', format('There is no project %s', wanted.project_id));
    end if;
  else
    wanted.tenant_id := coalesce(mine, '');
  end if;
  if wanted.subject = 'deployment' or request_approval.environment is not null then
    wanted.environment_id := ops.environment_of(wanted.project_id, request_approval.environment);
  end if;
  -- Serializes the requests of one subject, so that the second finds what the first made.
  perform pg_advisory_xact_lock(hashtextextended(wanted.subject || ' ' || wanted.subject_id, 7));
  select * into approval from ops.approvals a
  where a.subject = wanted.subject and a.idempotency_key = request_approval.idempotency_key and a.tenant_id = wanted.tenant_id;
  if approval.id is not null and (approval.subject_id, approval.environment_id, approval.project_id)
     is distinct from (wanted.subject_id, wanted.environment_id, wanted.project_id) then
    perform ops.refuse('TP422', format('Approval %s has this idempotencyKey and asks for something else: use a new key', approval.id),
      jsonb_build_object('approvalId', approval.id));
  end if;
  if approval.id is null then
    select * into approval from ops.approvals a
    where a.subject = wanted.subject and a.subject_id = wanted.subject_id
      and a.environment_id is not distinct from wanted.environment_id and a.tenant_id = wanted.tenant_id and a.status = 'PENDING';
  end if;
  if approval.id is null then
    insert into ops.approvals (subject, subject_id, project_id, environment_id, requested_by, reason, idempotency_key,
      sub, act, client_id)
    values (wanted.subject, wanted.subject_id, wanted.project_id, wanted.environment_id,
      coalesce(request_approval.requested_by, ops.requester(null)), request_approval.reason, request_approval.idempotency_key,
      who.sub, who.act, who.client_id)
    returning * into approval;
  end if;
  return approval;
end
$$;
