-- Makes a template of a page: its title, and its blocks, each with a number, the number of the one that it stands in, and its
-- rank.
-- Executed by: user, service
-- Raises: TP403, TP409
create or replace function work.put_template(page work.pages, name text, description text, with_files boolean) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  template_id uuid := gen_random_uuid();
  databases jsonb := work.snapshot_databases(array[page.id], 2000);
  files uuid[] := work.files_to_copy(array[page.id], with_files);
  copied jsonb;
begin
  insert into work.templates (id, space_id, name, description, content)
  values (template_id, page.space_id, name, description, jsonb_build_object('title', page.title, 'pageId', page.id,
    'databases', databases) || work.template_blocks(page.id, files, template_id))
  on conflict do nothing;
  if not found then
    perform work.refuse('TP409', 'The space has a template of this name: give another one', '{"argument": "name"}');
  end if;
  select work.copy_attachments(coalesce(jsonb_agg(jsonb_build_object('from', f, 'to', work.copy_id(template_id, f),
    'templateId', template_id)), '[]'), page.space_id) into copied
  from unnest(files) f;
  return jsonb_build_object('id', template_id, 'files', copied,
    'leftOut', work.left_out_of(array[page.id], databases, files, with_files));
end
$$;
