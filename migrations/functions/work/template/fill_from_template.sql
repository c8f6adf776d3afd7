-- Fills a new page with what a template holds; answers the copies of files to make, and what was left out.
-- Executed by: user, service
-- Raises: TP403
create or replace function work.fill_from_template(page work.pages, template work.templates, with_files boolean) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  seed uuid := gen_random_uuid();
  content jsonb := template.content;
  databases jsonb := coalesce(content -> 'databases', '[]');
  named uuid[] := array(select distinct n from work.named_ids(content -> 'blocks') n);
  files uuid[] := array(select f.id from work.template_files(template, named) f (id) where with_files limit 200);
  copies jsonb := work.copies_of(seed, files || work.snapshot_ids(databases, named)
      || array(select (b ->> 'id')::uuid from jsonb_array_elements(content -> 'blocks') b where b ? 'id'))
    || case when content ? 'pageId' then jsonb_build_object(content ->> 'pageId', page.id) else '{}' end;
  numbers jsonb;
begin
  perform work.put_databases(databases, seed, copies, page.space_id, page.id);
  select coalesce(jsonb_object_agg(b ->> 'n', coalesce(work.copy_id(seed, (b ->> 'id')::uuid), gen_random_uuid())), '{}') into numbers
  from jsonb_array_elements(content -> 'blocks') b;
  insert into work.blocks (id, space_id, page_id, parent_id, rank, type, content)
  select (numbers ->> b.n::text)::uuid, page.space_id, page.id, (numbers ->> b."in"::text)::uuid, b.rank, b.type,
    work.follow_copies(b.content, copies)
  from jsonb_to_recordset(content -> 'blocks') as b (n int, "in" int, rank text, type text, content jsonb);
  return jsonb_build_object('id', page.id, 'files', (
      select work.copy_attachments(coalesce(jsonb_agg(jsonb_build_object('from', f, 'to', work.copy_id(seed, f), 'pageId', page.id,
        'blockId', (select numbers ->> (a ->> 'n') from jsonb_array_elements(content -> 'attachments') a where a ->> 'id' = f::text))), '[]'),
        page.space_id)
      from unnest(files) f),
    'leftOut', work.left_out_of_template(content, copies, with_files));
end
$$;
