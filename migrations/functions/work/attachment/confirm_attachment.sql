-- Confirms that a file was uploaded: says what is to be confirmed, for one who may; whether it arrived, work.note_arrival
-- says afterwards, and keeps the answer: the two have the guard between them. Where the key was used for it before, the
-- attachment as it is.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
create or replace function work.confirm_attachment(attachment_id uuid, idempotency_key text default null) returns work.attachments
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'confirmAttachment', jsonb_build_array(attachment_id));
  attachment work.attachments;
begin
  attachment := work.find_attachment(attachment_id);
  if answer is not null then
    return attachment;
  end if;
  perform work.lock_page(attachment.page_id);
  select a.* into attachment from work.attachments a where a.id = attachment_id;
  if attachment.status is distinct from 'PENDING' then
    perform work.refuse('TP409', 'The attachment is confirmed already');
  end if;
  return attachment;
end
$$;
