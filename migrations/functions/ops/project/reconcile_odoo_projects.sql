-- Compares the projects that an Odoo has, between two ids, with those of the ledger. What is missing is made, as an event would;
-- a name or version that is another follows Odoo; one that Odoo lacks is told, and stays. What changed after Odoo was asked
-- is left alone. Answers each difference, and what was refused, as an array.
-- Executed by: operation
-- Raises: TP400, TP403, TP409
create or replace function ops.reconcile_odoo_projects(
  instance text, projects jsonb, asked_at timestamptz, after_id bigint default 0, until_id bigint default null,
  odoo_version text default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  given record;
  had ops.projects;
  difference text;
  differences jsonb := '[]';
begin
  perform ops.check_text('instance', reconcile_odoo_projects.instance);
  for given in
    select g.id, g.name, g."repoSlug" as repo_slug, 'odoo-' || g.id as slug
    from jsonb_to_recordset(reconcile_odoo_projects.projects) as g(id bigint, name text, "repoSlug" text) order by g.id
  loop
    select p.* into had from ops.projects p where p.slug = given.slug
    order by p.odoo_instance = reconcile_odoo_projects.instance desc nulls last, p.tenant_id limit 1;
    difference := case
      when had.id is null then 'made'
      when had.updated_at > reconcile_odoo_projects.asked_at then null
      when had.name <> given.name then 'renamed'
      when had.odoo_instance is distinct from reconcile_odoo_projects.instance or had.repo_slug is null
        or had.odoo_version is distinct from coalesce(reconcile_odoo_projects.odoo_version, had.odoo_version) then 'corrected'
    end;
    continue when difference is null;
    begin
      perform ops.upsert_project(slug => given.slug, name => given.name, repo_slug => given.repo_slug,
        odoo_instance => reconcile_odoo_projects.instance, odoo_version => reconcile_odoo_projects.odoo_version);
      differences := differences || jsonb_strip_nulls(jsonb_build_object('difference', difference, 'slug', given.slug,
        'name', given.name, 'was', case when difference = 'renamed' then had.name end));
    exception when sqlstate 'TP400' or sqlstate 'TP403' or sqlstate 'TP409' then
      differences := differences || jsonb_build_object('difference', 'refused', 'slug', given.slug, 'name', given.name, 'why', sqlerrm);
    end;
  end loop;
  return differences || coalesce((
    select jsonb_agg(jsonb_build_object('difference', 'orphaned', 'slug', p.slug, 'name', p.name) order by p.odoo_id)
    from (
      select o.*, case when o.slug ~ '^odoo-[0-9]{1,18}$' then substr(o.slug, 6)::bigint end as odoo_id
      from ops.projects o
      where o.odoo_instance = reconcile_odoo_projects.instance and o.updated_at <= reconcile_odoo_projects.asked_at
    ) p
    where p.odoo_id > reconcile_odoo_projects.after_id
      and (reconcile_odoo_projects.until_id is null or p.odoo_id <= reconcile_odoo_projects.until_id)
      and not exists (select from jsonb_to_recordset(reconcile_odoo_projects.projects) as g(id bigint) where g.id = p.odoo_id)
  ), '[]');
end
$$;
