-- The attachment that an id names, for whoever may see it.
-- Executed by: user, service
-- Raises: TP404
create or replace function work.find_attachment(attachment_id uuid) returns work.attachments
language plpgsql stable set search_path = '' as $$
declare
  attachment work.attachments;
begin
  select a.* into attachment from work.attachments a where a.id = attachment_id;
  if attachment.id is null then
    perform work.refuse('TP404', format('There is no attachment %s', attachment_id));
  end if;
  return attachment;
end
$$;
