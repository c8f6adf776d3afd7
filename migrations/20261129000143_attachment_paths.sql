-- Where a file lies, how large it is, of what type, and whether it has arrived is not the client's to say of a row: the
-- database makes the path, the announcement is a function's, and that a file arrived is told by the gateway as the service,
-- which has looked into the storage.

revoke insert, update on work.attachments from authenticated;
grant update (block_id) on work.attachments to authenticated;
drop policy editor_inserts on work.attachments;

-- Rows that a user wrote with a path of its own choice lead to files of others, or nowhere: they lose it, and with it what
-- could be fetched. Those that the gateway announced begin with their id.
update work.attachments a set storage_path = a.id || '/none', status = 'PENDING', confirmed_at = null
where a.created_by is not null and not starts_with(a.storage_path, a.id || '/')
  or a.storage_path ~ '(^|/)\.{0,2}(/|$)|[\\%?#[:cntrl:]]' and a.created_by is not null;

-- One spelling for each place, so that `unique` means one row for each file. Not checked of rows that a service wrote
-- before, where one of them is spelled otherwise.
alter table work.attachments add constraint attachments_path
  check (storage_path !~ '(^|/)\.{0,2}(/|$)|[\\%?#[:cntrl:]]') not valid;
do $$
begin
  alter table work.attachments validate constraint attachments_path;
exception when check_violation then
  raise warning 'work.attachments has paths of files in another spelling than the storage has: set them right, then validate attachments_path';
end
$$;

-- Announces a file on a page that the viewer may edit. SECURITY DEFINER: no viewer writes paths, sizes and types.
create function work.announce_file(page_id uuid, name text, content_type text, size bigint, block_id uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_variable
declare
  page work.pages;
  attachment_id uuid := gen_random_uuid();
begin
  select p.* into page from work.pages p where p.id = page_id
    and (current_setting('role') = 'service_role' or p.space_id in (select work.my_editable_space_ids())) for no key update;
  if page.id is null then
    perform work.refuse('TP404', format('There is no page %s', page_id));
  elsif page.archived_at is not null then
    perform work.refuse('TP409', 'The page is archived: restore it first');
  elsif block_id is not null and not exists (select from work.blocks b where b.id = block_id and b.page_id = page.id) then
    perform work.refuse('TP404', format('There is no block %s on the page', block_id));
  elsif size is null or size not between 0 and 52428800 then
    perform work.refuse('TP400', 'A file has at most 52428800 bytes', '{"argument": "size"}');
  end if;
  perform work.check_text('name', name);
  perform work.check_text('contentType', case when content_type !~ '[[:cntrl:]]' then content_type end, 255);
  -- A name of the storage's own: nothing that a client says leads out of its folder.
  insert into work.attachments (id, space_id, page_id, block_id, name, content_type, size, storage_path)
  values (attachment_id, page.space_id, page.id, block_id, name, content_type, size, attachment_id || '/'
    || coalesce(nullif(ltrim(right(regexp_replace(name, '[^A-Za-z0-9._-]+', '_', 'g'), 100), '._-'), ''), 'file'));
  return attachment_id;
end
$$;

-- As before.
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

-- What is to be confirmed, for one who may: whether it arrived, work.note_arrival says afterwards. Where the key was used
-- for it before, the attachment as it is.
create or replace function work.confirm_attachment(attachment_id uuid, idempotency_key text default null) returns work.attachments
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'confirmAttachment', jsonb_build_array(attachment_id));
  attachment work.attachments;
begin
  select a.* into attachment from work.attachments a where a.id = attachment_id;
  if attachment.id is null then
    perform work.refuse('TP404', format('There is no attachment %s', attachment_id));
  elsif answer is not null then
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

-- Says that the file has arrived: for the service alone, in the transaction in which the viewer asked to confirm it, and
-- after the storage was asked. The claims are the viewer's still, and so is the key.
create function work.note_arrival(attachment_id uuid, idempotency_key text default null) returns uuid
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

revoke execute on function work.announce_file(uuid, text, text, bigint, uuid), work.note_arrival(uuid, text) from public;
grant execute on function work.announce_file(uuid, text, text, bigint, uuid) to authenticated, service_role;
grant execute on function work.note_arrival(uuid, text) to service_role;
