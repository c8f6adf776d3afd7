-- Says which projects and tasks should be in Odoo: makes seeds by their external_ref, or changes them. With `replace` those that are
-- not given are taken out, so that what is given is all that should be there.
-- Executed by: operation
-- Raises: TP400, TP403
create or replace function ops.upsert_odoo_seeds(projects jsonb default '[]', tasks jsonb default '[]', replace boolean default false)
returns table (kept_projects int, kept_tasks int, removed int)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  given record;
begin
  if ops.caller_agent() is not null then
    perform ops.refuse('TP403', 'Agents say nothing of what should be in Odoo');
  end if;
  for given in
    select s.external_ref, count(*) as times from (
      select p ->> 'external_ref' as external_ref, 'project' as entity from jsonb_array_elements(coalesce(projects, '[]')) p
      union all select t ->> 'external_ref', 'task' from jsonb_array_elements(coalesce(tasks, '[]')) t) s
    group by s.external_ref, s.entity
  loop
    if coalesce(given.external_ref, '') !~ '^[A-Za-z0-9_][A-Za-z0-9_-]*([.:/][A-Za-z0-9_-]+)+$' or length(given.external_ref) > 200 then
      perform ops.refuse('TP400', format('%s is no external reference: an external id of Odoo such as ipai_seed.website, a mapping such as crm:ACC-0042, or odoo.<model>.<id>',
        given.external_ref), '{"argument": "externalRef"}');
    elsif given.times > 1 then
      perform ops.refuse('TP400', format('%s is given %s times', given.external_ref, given.times), '{"argument": "externalRef"}');
    end if;
  end loop;
  insert into odoo_seed.seed_projects as s (external_ref, name)
  select p ->> 'external_ref', p ->> 'name' from jsonb_array_elements(coalesce(projects, '[]')) p
  on conflict (external_ref) do update set name = excluded.name, updated_at = now() where s.name <> excluded.name;
  insert into odoo_seed.seed_tasks as s (external_ref, name, project_ref)
  select t ->> 'external_ref', t ->> 'name', t ->> 'project_ref' from jsonb_array_elements(coalesce(tasks, '[]')) t
  on conflict (external_ref) do update set name = excluded.name, project_ref = excluded.project_ref, updated_at = now()
  where (s.name, s.project_ref) is distinct from (excluded.name, excluded.project_ref);
  kept_projects := jsonb_array_length(coalesce(projects, '[]'));
  kept_tasks := jsonb_array_length(coalesce(tasks, '[]'));
  removed := 0;
  if replace then
    with gone as (
      delete from odoo_seed.seed_tasks s
      where not exists (select from jsonb_array_elements(coalesce(tasks, '[]')) t where t ->> 'external_ref' = s.external_ref)
      returning 1)
    select count(*) into removed from gone;
    with gone as (
      delete from odoo_seed.seed_projects s
      where not exists (select from jsonb_array_elements(coalesce(projects, '[]')) p where p ->> 'external_ref' = s.external_ref)
      returning 1)
    select removed + count(*) into removed from gone;
  end if;
  for given in
    select s.external_ref, s.project_ref from odoo_seed.seed_tasks s
    where not exists (select from odoo_seed.seed_projects p where p.external_ref = s.project_ref) limit 1
  loop
    perform ops.refuse('TP400', format('The task %s names the project %s, and no seed is that project', given.external_ref, given.project_ref),
      '{"argument": "projectRef"}');
  end loop;
  return next;
end
$$;
