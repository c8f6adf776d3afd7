-- Keeps a page of records of Odoo as they were just read: {odoo_id, name, refs, project_odoo_id, raw}. `refs` are the external ids of a
-- record and what it is called without one; before these comes what odoo.entity_mappings has for it. It goes by the one that a
-- seed has, else by the first.
-- Executed by: operation
-- Raises: TP400
create or replace function odoo_seed.keep_shadows(entity text, records jsonb, instance text default null) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  kept int;
begin
  if entity = 'PROJECT' then
    insert into odoo_seed.shadow_projects (odoo_id, external_ref, name, synced_at, raw)
    select (r ->> 'odoo_id')::bigint, (
        select f.ref from (
          select m.external_ref, 0 from odoo.entity_mappings m
          where m.instance = keep_shadows.instance and m.model = 'project.project' and m.odoo_id = (r ->> 'odoo_id')::bigint
          union all select e.ref, e.position from jsonb_array_elements_text(r -> 'refs') with ordinality e (ref, position)) f (ref, position)
        order by exists (select from odoo_seed.seed_projects s where s.external_ref = f.ref) desc, f.position limit 1),
      r ->> 'name', clock_timestamp(), r -> 'raw'
    from jsonb_array_elements(records) r
    on conflict (odoo_id) do update set external_ref = excluded.external_ref, name = excluded.name, synced_at = excluded.synced_at,
      raw = excluded.raw;
  elsif entity = 'TASK' then
    insert into odoo_seed.shadow_tasks (odoo_id, external_ref, name, project_odoo_id, synced_at, raw)
    select (r ->> 'odoo_id')::bigint, (
        select f.ref from (
          select m.external_ref, 0 from odoo.entity_mappings m
          where m.instance = keep_shadows.instance and m.model = 'project.task' and m.odoo_id = (r ->> 'odoo_id')::bigint
          union all select e.ref, e.position from jsonb_array_elements_text(r -> 'refs') with ordinality e (ref, position)) f (ref, position)
        order by exists (select from odoo_seed.seed_tasks s where s.external_ref = f.ref) desc, f.position limit 1),
      r ->> 'name', (r ->> 'project_odoo_id')::bigint, clock_timestamp(), r -> 'raw'
    from jsonb_array_elements(records) r
    on conflict (odoo_id) do update set external_ref = excluded.external_ref, name = excluded.name,
      project_odoo_id = excluded.project_odoo_id, synced_at = excluded.synced_at, raw = excluded.raw;
  else
    perform ops.refuse('TP400', format('%s is no kind of record that has a shadow: PROJECT or TASK', entity));
  end if;
  get diagnostics kept = row_count;
  return kept;
end
$$;
