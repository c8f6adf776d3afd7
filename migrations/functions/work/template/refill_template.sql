-- Puts what stands on a page in the place of what a template held.
-- Executed by: user, service
-- Raises: TP400, TP403, TP404, TP409, TP429
create or replace function work.refill_template(template work.templates, page_id uuid, with_files boolean) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  seed uuid := gen_random_uuid();
  page work.pages := work.lock_page(page_id);
  databases jsonb := work.snapshot_databases(array[page_id], 2000);
  files uuid[] := work.files_to_copy(array[page_id], with_files);
  paths jsonb;
  copied jsonb;
begin
  if page.space_id <> template.space_id then
    perform work.refuse('TP400', 'The page is in another space than the template', '{"argument": "pageId"}');
  elsif (select count(*) from work.blocks b where b.page_id = page.id) > 5000 then
    perform work.refuse('TP429', 'A template has at most 5000 blocks');
  end if;
  with gone as (delete from work.attachments a where a.template_id = template.id returning a.storage_path)
  select coalesce(jsonb_agg(g.storage_path), '[]') into paths from gone g;
  update work.templates t set content = jsonb_build_object('title', page.title, 'pageId', page.id, 'databases', databases)
    || work.template_blocks(page.id, files, seed)
  where t.id = template.id;
  select work.copy_attachments(coalesce(jsonb_agg(jsonb_build_object('from', f, 'to', work.copy_id(seed, f),
    'templateId', template.id)), '[]'), page.space_id) into copied
  from unnest(files) f;
  return jsonb_build_object('files', copied, 'paths', paths,
    'leftOut', work.left_out_of(array[page.id], databases, files, with_files));
end
$$;
