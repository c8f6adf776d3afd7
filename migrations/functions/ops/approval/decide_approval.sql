-- Decides an approval, once. A user decides in his own name, as a member of its project whose role may; a service says
-- who decided. The same decision by the same person again answers what is there.
-- Executed by: operation
-- Raises: TP400, TP403, TP404
create or replace function ops.decide_approval(approval_id uuid, decision text, comment text default null, decided_by text default null)
returns ops.approvals language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  approval ops.approvals;
  decider text := ops.person_of(decide_approval.decided_by);
  may_approve boolean;
begin
  if decide_approval.decision is null or decide_approval.decision not in ('APPROVED', 'REJECTED') then
    perform ops.refuse('TP400', 'The decision must be APPROVED or REJECTED', '{"argument": "decision"}');
  end if;
  if decide_approval.comment is not null then
    perform ops.check_text('comment', decide_approval.comment, 2000);
  end if;
  if ops.caller_agent() is not null then
    perform ops.refuse('TP403', 'An agent decides no approval: a person does');
  end if;
  select * into approval from ops.approvals a where a.id = decide_approval.approval_id for update;
  if ops.is_user() then
    if decider is not null and not ops.is_same_identity(decider, ops.caller()) then
      perform ops.refuse('TP403', 'A user decides in his own name: leave decidedBy out');
    end if;
    decider := ops.caller();
    select r.may_approve into may_approve
    from ops.project_members m join ops.roles r on r.id = m.role_id
    where m.project_id = approval.project_id and m.user_id = work.user_id()
      and m.tenant_id = coalesce(ops.tenant(), m.tenant_id);
  else
    may_approve := true;
    perform ops.check_text('decidedBy', decider);
  end if;
  -- A user learns nothing about a project that is not his.
  if approval.id is null or may_approve is null then
    perform ops.refuse('TP404', format('There is no approval %s', decide_approval.approval_id));
  elsif not may_approve then
    perform ops.refuse('TP403', 'Your role in the project may not decide approvals: ask a release manager');
  elsif ops.is_same_identity(decider, ops.person_of(approval.requested_by)) then
    perform ops.refuse('TP403', 'Who requested an approval does not decide it: ask somebody else');
  end if;
  if approval.status = decide_approval.decision and ops.is_same_identity(approval.decided_by, decider) then
    return approval;
  end if;
  -- The trigger refuses what was decided already.
  update ops.approvals a set
    status = decide_approval.decision, decided_by = decider, decided_at = clock_timestamp(), comment = decide_approval.comment
  where a.id = approval.id returning * into approval;
  return approval;
end
$$;
