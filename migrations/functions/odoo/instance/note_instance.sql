-- Notes an instance of Odoo that the bridge has just asked, and what it said of itself.
-- Executed by: operation
-- Raises: TP400
create or replace function odoo.note_instance(
  name text, stage text default null, url text default null, database text default null, version text default null
) returns odoo.instances
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  noted odoo.instances;
begin
  perform ops.check_text('name', note_instance.name);
  insert into odoo.instances as i (name, stage, url, database, version)
  values (note_instance.name, note_instance.stage, note_instance.url, note_instance.database, note_instance.version)
  on conflict (name) do update set stage = excluded.stage, url = excluded.url, database = excluded.database,
    version = coalesce(excluded.version, i.version), last_seen_at = now()
  returning * into noted;
  return noted;
end
$$;
