-- Announces a file on a page that the viewer may edit. SECURITY DEFINER: no viewer writes paths, sizes and types.
-- Executed by: user, service
-- Raises: TP400, TP404, TP409
create or replace function work.announce_file(page_id uuid, name text, content_type text, size bigint, block_id uuid default null) returns uuid
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
