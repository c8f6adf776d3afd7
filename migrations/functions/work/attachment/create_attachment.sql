-- Announces a file, which the viewer then uploads under storage_path; an editor's affair.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
create or replace function work.create_attachment(
  page_id uuid, name text, content_type text, size bigint, block_id uuid default null, idempotency_key text default null
) returns work.attachments
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'createAttachmentUpload',
    jsonb_build_array(page_id, name, content_type, size, block_id));
  attachment_id uuid;
  attachment work.attachments;
begin
  if answer is null then
    perform work.check_text('name', name);
    perform work.lock_page(page_id);
    attachment_id := work.announce_file(page_id, name, content_type, size, block_id);
    perform work.end_once(idempotency_key, jsonb_build_object('id', attachment_id));
  else
    attachment_id := answer ->> 'id';
  end if;
  select a.* into attachment from work.attachments a where a.id = attachment_id;
  if attachment.id is null then
    perform work.refuse('TP404', format('There is no attachment %s', attachment_id));
  end if;
  return attachment;
end
$$;
