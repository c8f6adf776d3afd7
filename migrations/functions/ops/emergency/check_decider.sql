-- Refuses a decision about an emergency by anybody but another approver of the project than who asked or has decided already,
-- and notes one that stands.
-- Executed by: nobody
-- Raises: 42501, TP403, TP409
create or replace function ops.check_decider(approval ops.approvals) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  emergency ops.emergency_requests;
  decider uuid;
begin
  -- One decision at a time: the second sees who made the first.
  select * into emergency from ops.emergency_requests e where e.id = approval.emergency_id for update;
  if approval.decided_by ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    decider := approval.decided_by::uuid;
  end if;
  if decider is null or not ops.is_approver(emergency.project_id, decider) then
    perform ops.refuse('TP403', 'An emergency is decided by members of its project whose role may: name one by uuid or address',
      '{"argument": "decidedBy"}');
  elsif decider = emergency.requested_by then
    perform ops.refuse('TP403', 'Who asked for an emergency does not decide it');
  elsif exists (select from ops.approvals a where a.emergency_id = emergency.id and a.id <> approval.id
    and ops.is_same_identity(a.decided_by, approval.decided_by)) then
    perform ops.refuse('TP403', 'An emergency needs two people, and this one has decided already: ask somebody else',
      '{"argument": "decidedBy"}');
  elsif clock_timestamp() > emergency.lapses_at or exists (
    select from ops.approvals a where a.emergency_id = emergency.id and a.status = 'REJECTED') then
    perform ops.refuse('TP409', 'The emergency was refused, or has lapsed: ask for another');
  end if;
  perform ops.note_emergency(emergency, 'emergency.decided',
    jsonb_build_object('approvalId', approval.id, 'decision', approval.status, 'decidedBy', decider, 'comment', approval.comment),
    case when approval.status = 'REJECTED' then 'FAILED' end, case when approval.status = 'REJECTED' then 'REJECTED' end);
end
$$;
