-- Announces a file, which the viewer then uploads under storage_path; an editor's affair.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'createAttachmentUpload',
--   jsonb_build_array(page_id, name, content_type, size, block_id)
-- Kept: jsonb_build_object('id', attachment.id)
-- Repeated: work.find_attachment((answer ->> 'id')::uuid)
create or replace function work.create_attachment(
  page_id uuid, name text, content_type text, size bigint, block_id uuid default null, idempotency_key text default null
) returns work.attachments
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  attachment_id uuid;
  attachment work.attachments;
begin
  perform work.check_text('name', name);
  perform work.lock_page(page_id);
  attachment_id := work.announce_file(page_id, name, content_type, size, block_id);
  attachment := work.find_attachment(attachment_id);
  return attachment;
end
$$;
