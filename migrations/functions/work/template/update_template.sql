-- Changes a template. `changes`: name, description, where a null takes it away; what is absent stays. With a page of the same
-- space, what stands on that one becomes the content. Answers {"id", "files", "leftOut", "paths"}: the caller copies `files`
-- and removes what lies under `paths`.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422, TP429
-- Once per key: 'updateTemplate', jsonb_build_array(template_id, changes, page_id, expected_version)
create or replace function work.update_template(
  template_id uuid, changes jsonb, page_id uuid default null, expected_version int default null,
  idempotency_key text default null, with_files boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  template work.templates;
  changed jsonb;
begin
  if changes - array['name', 'description'] <> '{}' or (changes = '{}' and page_id is null) then
    perform work.refuse('TP400', 'Say what is to change: the name, the description, or the page to take the content from');
  end if;
  if changes ? 'name' then
    perform work.check_text('name', changes ->> 'name');
  end if;
  if changes ->> 'description' is not null then
    perform work.check_text('description', changes ->> 'description', 2000);
  end if;
  template := work.lock_template(template_id, expected_version);
  if exists (select from work.templates t where t.space_id = template.space_id and t.name = changes ->> 'name' and t.id <> template_id) then
    perform work.refuse('TP409', 'The space has a template of this name: give another one', '{"argument": "name"}');
  end if;
  template := jsonb_populate_record(template, changes);
  update work.templates t set name = template.name, description = template.description where t.id = template_id;
  changed := jsonb_build_object('id', template_id, 'files', '[]'::jsonb, 'leftOut', '[]'::jsonb, 'paths', '[]'::jsonb)
    || case when page_id is null then '{}' else work.refill_template(template, page_id, with_files) end;
  return changed;
end
$$;
