-- Rows for copies of files, [{"from", "to", "pageId", "blockId", "templateId"}] by ids; answers [{"id", "name", "from",
-- "to"}] with the paths in the storage that the gateway then copies. SECURITY DEFINER: a viewer announces files and never
-- says where they lie. For who sees the files and edits the space.
-- Executed by: user, service
-- Raises: TP403
create or replace function work.copy_attachments(files jsonb, space_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_variable
declare
  made jsonb;
begin
  if work.is_user() and (
    space_id not in (select work.my_editable_space_ids()) or exists (
      select from jsonb_array_elements(files) f join work.attachments a on a.id = (f ->> 'from')::uuid
      where a.space_id not in (select work.my_space_ids())))
  then
    perform work.refuse('TP403', 'Copying files takes the role editor in the space, and files that the viewer sees');
  end if;
  with copied as (
    insert into work.attachments (id, space_id, page_id, block_id, template_id, name, content_type, size, storage_path, status, confirmed_at)
    select (f ->> 'to')::uuid, space_id, (f ->> 'pageId')::uuid, (f ->> 'blockId')::uuid, (f ->> 'templateId')::uuid,
      a.name, a.content_type, a.size, gen_random_uuid() || '/' || regexp_replace(a.storage_path, '^.*/', ''), 'CONFIRMED', now()
    from jsonb_array_elements(files) f join work.attachments a on a.id = (f ->> 'from')::uuid
    where a.status = 'CONFIRMED'
    returning id, name, storage_path
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'from', a.storage_path, 'to', c.storage_path)), '[]') into made
  from copied c join jsonb_array_elements(files) f on (f ->> 'to')::uuid = c.id join work.attachments a on a.id = (f ->> 'from')::uuid;
  return made;
end
$$;
