-- The template under its row's lock, for an editor.
-- Executed by: user, service
-- Raises: TP403, TP404, TP409
create or replace function work.lock_template(template_id uuid, expected_version int) returns work.templates
language plpgsql set search_path = '' as $$
declare
  template work.templates;
begin
  select t.* into template from work.templates t where t.id = lock_template.template_id;
  if template.id is null then
    perform work.refuse('TP404', format('There is no template %s', lock_template.template_id));
  end if;
  perform work.require_role(template.space_id, 'editor');
  select t.* into template from work.templates t where t.id = lock_template.template_id for no key update;
  if template.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  perform work.check_version(expected_version, template.version);
  return template;
end
$$;
