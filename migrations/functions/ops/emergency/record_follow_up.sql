-- Records what was done after an emergency, once: what went wrong, and how the change came to main. The time in which it is due
-- begins with the deployment; a late one is taken too, and lets further emergencies through again.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409
create or replace function ops.record_follow_up(emergency_id uuid, follow_up text, recorded_by text default null)
returns ops.emergency_requests language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  emergency ops.emergency_requests;
  who uuid;
  said text := btrim(record_follow_up.follow_up);
begin
  perform ops.check_text('followUp', said, 5000);
  select * into emergency from ops.emergency_requests e
  where e.id = record_follow_up.emergency_id and e.tenant_id = coalesce(ops.tenant(), e.tenant_id) for update;
  if emergency.id is null then
    perform ops.refuse('TP404', format('There is no emergency %s', record_follow_up.emergency_id), '{"argument": "emergencyId"}');
  end if;
  who := ops.member_named(emergency.project_id, record_follow_up.recorded_by, 'recordedBy');
  if emergency.deployed_at is null then
    perform ops.refuse('TP409', 'Nothing was deployed by this emergency: there is nothing to follow up');
  elsif emergency.followed_up_at is not null then
    if (emergency.follow_up, emergency.followed_up_by) is not distinct from (said, who) then
      return emergency;
    end if;
    perform ops.refuse('TP409', 'The follow-up of this emergency is recorded, and does not change');
  end if;
  update ops.emergency_requests e set follow_up = said, followed_up_by = who, followed_up_at = clock_timestamp()
  where e.id = emergency.id returning * into emergency;
  perform ops.note_emergency(emergency, 'emergency.followed_up', jsonb_build_object('followUp', said, 'by', who,
    'isLate', emergency.followed_up_at > emergency.follow_up_due_at), 'SUCCEEDED');
  return emergency;
end
$$;
