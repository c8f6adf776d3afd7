-- Deletes a template with the files that it keeps. Answers {"space", "paths"}.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'deleteTemplate', jsonb_build_array(template_id, expected_version)
create or replace function work.delete_template(template_id uuid, expected_version int default null, idempotency_key text default null)
returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  template work.templates;
  deleted jsonb;
begin
  template := work.lock_template(template_id, expected_version);
  deleted := jsonb_build_object('space', template.space_id, 'paths', (
    select coalesce(jsonb_agg(a.storage_path), '[]') from work.attachments a where a.template_id = template.id));
  delete from work.templates t where t.id = template_id;
  return deleted;
end
$$;
