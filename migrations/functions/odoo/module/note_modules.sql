-- Notes the modules of an instance of Odoo, all of them: each that is another than before, came or went is an event of the log.
-- The first inventory of an instance tells of none. Answers how many events it noted.
-- Executed by: operation
-- Raises: TP400
create or replace function odoo.note_modules(instance text, modules jsonb) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  is_first boolean;
  told int;
begin
  perform ops.check_text('instance', note_modules.instance);
  -- One inventory of an instance at a time.
  perform pg_advisory_xact_lock(hashtextextended('odoo.modules ' || note_modules.instance, 0));
  is_first := not exists (select from odoo.modules m where m.instance = note_modules.instance);
  with given as (
    select distinct on (g.name) g.name, g.state, g."installedVersion" as installed_version, g."diskVersion" as disk_version
    from jsonb_to_recordset(note_modules.modules) as g(name text, state text, "installedVersion" text, "diskVersion" text)
    order by g.name
  ), before as (
    select m.* from odoo.modules m where m.instance = note_modules.instance
  ), gone as (
    delete from odoo.modules m where m.instance = note_modules.instance and not exists (select from given g where g.name = m.name)
  ), kept as (
    insert into odoo.modules as m (instance, name, state, installed_version, disk_version)
    select note_modules.instance, g.name, g.state, g.installed_version, g.disk_version from given g order by g.name
    on conflict (instance, name) do update set state = excluded.state, installed_version = excluded.installed_version,
      disk_version = excluded.disk_version, updated_at = now()
    where (m.state, m.installed_version, m.disk_version)
      is distinct from (excluded.state, excluded.installed_version, excluded.disk_version)
  ), noted as (
    insert into odoo.event_log (type, instance, model, details)
    select 'module', note_modules.instance, 'ir.module.module', jsonb_strip_nulls(jsonb_build_object(
      'name', coalesce(g.name, b.name), 'state', g.state, 'installedVersion', g.installed_version, 'diskVersion', g.disk_version,
      'was', case when b.name is not null then jsonb_build_object(
        'state', b.state, 'installedVersion', b.installed_version, 'diskVersion', b.disk_version) end))
    from given g full join before b on b.name = g.name
    where not is_first
      and (g.state, g.installed_version, g.disk_version) is distinct from (b.state, b.installed_version, b.disk_version)
    order by coalesce(g.name, b.name)
    returning 1
  )
  select count(*) into told from noted;
  return told;
end
$$;
