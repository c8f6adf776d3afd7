-- Uses a confirmation, once, whichever replica is asked: a second use waits until the transaction of the first has ended. With
-- `approval` the write needs a decided approval of that subject too, by somebody else than who asks; it serves one write.
-- Answers null where it is used now, else `used` or `unapproved`.
-- Executed by: gateway
-- Raises: TP400, TP403
create or replace function ops.use_confirmation(id uuid, expires_at timestamptz, approval text default null) returns text
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  approved uuid;
begin
  delete from tripoint.confirmations c where c.ctid = any (array(
    select e.ctid from tripoint.confirmations e where e.expires_at < now() - interval '1 day' and e.approval_id is null
    limit 100 for update skip locked));
  insert into tripoint.confirmations as c (id, expires_at) values (use_confirmation.id, use_confirmation.expires_at)
  on conflict do nothing;
  if not found then
    return 'used';
  elsif use_confirmation.approval is null then
    return null;
  end if;
  select a.id into approved from ops.approvals a
  where a.subject = 'confirmation' and a.subject_id = use_confirmation.approval and a.status = 'APPROVED'
    and a.tenant_id = coalesce(ops.tenant(), a.tenant_id)
    and not ops.is_same_identity(a.decided_by, ops.requester(null))
    and not exists (select from tripoint.confirmations c where c.approval_id = a.id)
  order by a.decided_at desc limit 1
  for update;
  if approved is null then
    return 'unapproved';
  end if;
  update tripoint.confirmations c set approval_id = approved where c.id = use_confirmation.id;
  return null;
end
$$;
