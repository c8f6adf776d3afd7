-- Says that the file has arrived: for the service alone, in the transaction in which the viewer asked to confirm it, and
-- after the storage was asked. The claims are the viewer's still, and so is the key.
-- Executed by: operation
-- Raises: nothing
create or replace function work.note_arrival(attachment_id uuid, idempotency_key text default null) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
begin
  update work.attachments a set status = 'CONFIRMED', confirmed_at = now() where a.id = attachment_id and a.status = 'PENDING';
  if found then
    perform work.end_once(idempotency_key, jsonb_build_object('id', attachment_id));
  end if;
  return attachment_id;
end
$$;
