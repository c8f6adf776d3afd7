-- Creates the project of this slug with its three environments, or changes it. Where null is given for the environments
-- that ask for an approval, those of a project that is there stay as they are, and of a new one PRODUCTION does.
-- Executed by: operation
-- Raises: TP400
create or replace function ops.upsert_project(slug text, name text, approvals_for text[] default null) returns ops.projects
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  project ops.projects;
begin
  perform ops.check_text('slug', upsert_project.slug, 100);
  perform ops.check_text('name', upsert_project.name);
  if upsert_project.slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$' then
    perform ops.refuse('TP400', 'A slug has small letters and digits, with single hyphens between', '{"argument": "slug"}');
  end if;
  insert into ops.projects as p (slug, name) values (upsert_project.slug, upsert_project.name)
  on conflict (slug) do update set name = excluded.name, updated_at = now()
  returning * into project;
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
