-- Creates the project of this slug with its three environments, or changes it. Where null is given for the environments
-- that ask for an approval, those of a project that is there stay as they are, and of a new one PRODUCTION does. What is kept of
-- its Odoo and its repository stays where null is given. A slug is unique within a tenant: tenant_id says whose the project is, for
-- good; where it is null that is the tenant that has the slug already, else the company itself. A project of an Odoo is of one tenant
-- alone. An agent keeps projects of an Odoo
-- alone, decides no approvals, and leaves a repository its name.
-- Executed by: operation
-- Raises: TP400, TP403, TP409
create or replace function ops.upsert_project(
  slug text, name text, approvals_for text[] default null, repo_slug text default null, odoo_instance text default null,
  odoo_version text default null, tenant_id text default null
) returns ops.projects
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  project ops.projects;
  mine text := ops.tenant();
  holders text[];
  tenant text;
begin
  perform ops.check_text('slug', upsert_project.slug, 100);
  perform ops.check_text('name', upsert_project.name);
  if upsert_project.slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$' then
    perform ops.refuse('TP400', 'A slug has small letters and digits, with single hyphens between', '{"argument": "slug"}');
  elsif upsert_project.repo_slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$' or length(upsert_project.repo_slug) > 100 then
    perform ops.refuse('TP400', 'The slug of a repository has small letters and digits, with single hyphens between, 100 at most',
      '{"argument": "repoSlug"}');
  elsif ops.caller_agent() is not null and (upsert_project.slug !~ '^odoo-[0-9]+$' or upsert_project.odoo_instance is null
    or upsert_project.approvals_for is not null) then
    perform ops.refuse('TP403', 'An agent keeps projects of an Odoo alone, by the slug odoo-<id>, and no approvals');
  end if;
  if length(upsert_project.tenant_id) > 200 then
    perform ops.check_text('tenantId', upsert_project.tenant_id);
  elsif mine <> upsert_project.tenant_id then
    perform ops.refuse('TP403', 'Who is of one tenant keeps projects of no other: leave tenantId out', '{"argument": "tenantId"}');
  end if;
  tenant := coalesce(mine, upsert_project.tenant_id);
  if tenant is null then
    holders := array(select p.tenant_id from ops.projects p where p.slug = upsert_project.slug
      and (p.odoo_instance = upsert_project.odoo_instance or p.odoo_instance is null or upsert_project.odoo_instance is null));
    if cardinality(holders) > 1 then
      perform ops.refuse('TP400', format('Several tenants have a project %s: say whose it is', upsert_project.slug),
        '{"argument": "tenantId"}');
    end if;
    tenant := coalesce(holders[1], '');
  end if;
  if exists (
    select from ops.projects p
    where p.repo_slug = upsert_project.repo_slug and p.tenant_id = tenant and p.slug <> upsert_project.slug
  ) then
    perform ops.refuse('TP409', format('Another project has the repository %s', upsert_project.repo_slug), '{"argument": "repoSlug"}');
  end if;
  -- An Odoo's project is one project of the ledger: by its id it is found from Odoo.
  if upsert_project.odoo_instance is not null and exists (
    select from ops.projects p
    where p.slug = upsert_project.slug and p.odoo_project_id is not null and p.tenant_id <> tenant
  ) then
    perform ops.refuse('TP403', format('The project %s of an Odoo is here already', upsert_project.slug), '{"argument": "slug"}');
  end if;
  insert into ops.projects as p (tenant_id, slug, name, repo_slug, odoo_instance, odoo_version)
  values (tenant, upsert_project.slug, upsert_project.name, upsert_project.repo_slug, upsert_project.odoo_instance,
    upsert_project.odoo_version)
  on conflict (tenant_id, slug) do update set name = excluded.name, updated_at = now(),
    repo_slug = case when ops.caller_agent() is null then coalesce(excluded.repo_slug, p.repo_slug)
      else coalesce(p.repo_slug, excluded.repo_slug) end,
    odoo_instance = coalesce(excluded.odoo_instance, p.odoo_instance),
    odoo_version = coalesce(excluded.odoo_version, p.odoo_version)
  where p.odoo_instance is null or excluded.odoo_instance is null or p.odoo_instance = excluded.odoo_instance
  returning * into project;
  if project.id is null then
    perform ops.refuse('TP403', format('The project %s is of another Odoo than %s', upsert_project.slug, upsert_project.odoo_instance),
      '{"argument": "slug"}');
  end if;
  insert into ops.environments (project_id, name, requires_approval)
    select project.id, e, e = any (coalesce(upsert_project.approvals_for, '{PRODUCTION}'))
    from unnest('{DEV,STAGING,PRODUCTION}'::text[]) e
  on conflict (project_id, name) do nothing;
  if upsert_project.approvals_for is not null then
    update ops.environments e set requires_approval = e.name = any (upsert_project.approvals_for)
    where e.project_id = project.id and e.requires_approval <> (e.name = any (upsert_project.approvals_for));
  end if;
  return project;
end
$$;
