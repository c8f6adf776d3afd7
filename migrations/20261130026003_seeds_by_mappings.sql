-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

drop function odoo_seed.keep_shadows(text,jsonb);
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
revoke all on function odoo_seed.keep_shadows from public;
grant execute on function odoo_seed.keep_shadows to service_role, agent_odoo_bridge;
comment on function odoo_seed.keep_shadows is 'Keeps a page of records of Odoo as they were just read: {odoo_id, name, refs, project_odoo_id, raw}. `refs` are the external ids of a
record and what it is called without one; before these comes what odoo.entity_mappings has for it. It goes by the one that a
seed has, else by the first.';

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
