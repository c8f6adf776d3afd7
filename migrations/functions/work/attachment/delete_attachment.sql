-- Deletes an attachment, also of an archived page: it is still read. Answers {"page", "paths"}: the caller removes the
-- files before it commits.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'deleteAttachment', jsonb_build_array(attachment_id)
create or replace function work.delete_attachment(attachment_id uuid, idempotency_key text default null) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  attachment work.attachments;
begin
  attachment := work.find_attachment(attachment_id);
  perform work.require_role(attachment.space_id, 'editor');
  delete from work.attachments a where a.id = attachment_id;
  if not found then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  return jsonb_build_object('page', attachment.page_id, 'paths', jsonb_build_array(attachment.storage_path));
end
$$;
