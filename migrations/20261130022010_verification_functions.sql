-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function catalog.asset(key text) returns setof catalog.assets
language sql stable set search_path = '' as $$
  select a.* from catalog.assets a
  where a.id = case when asset.key ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then asset.key::uuid else md5(asset.key)::uuid end
$$;
revoke all on function catalog.asset from public;
grant execute on function catalog.asset to agent_sync_odoo_agent, agent_odoo_bridge, authenticated, service_role;
comment on function catalog.asset is 'The asset of a uuid, or of an FQDN; none for any other text.';

create or replace function catalog.find_assets(search text) returns setof catalog.assets
language sql stable set search_path = '' as $$
  select a.* from catalog.assets a
  where not exists (
    select from regexp_split_to_table(lower(find_assets.search), '\s+') w
    where position(w in lower(concat_ws(' ', a.fqdn, a.metadata ->> 'label', a.metadata ->> 'description'))) = 0)
$$;
revoke all on function catalog.find_assets from public;
grant execute on function catalog.find_assets to agent_sync_odoo_agent, agent_odoo_bridge, authenticated, service_role;
comment on function catalog.find_assets is 'Assets in whose FQDN, label or purpose each word of the text stands, whatever its capitals.';

create or replace function catalog.register(assets jsonb, lineage jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  before constant timestamptz := (select max(a.changed_at) from catalog.assets a);
  moment constant timestamptz := clock_timestamp();
  most constant int := 100;
  stranger text;
  told jsonb;
begin
  if jsonb_typeof(assets) is distinct from 'array' or jsonb_array_length(assets) = 0 then
    perform ops.refuse('TP400', '"assets" is empty: nothing is registered, so that nothing is marked as removed by mistake');
  end if;
  select l.fqdn into stranger
  from jsonb_to_recordset(lineage) g ("from" text, "to" text), unnest(array[g."from", g."to"]) l (fqdn)
  where not exists (select from jsonb_to_recordset(assets) a (fqdn text) where a.fqdn = l.fqdn) limit 1;
  if stranger is not null then
    perform ops.refuse('TP400', format('"lineage" names %s, which is none of the assets', stranger));
  end if;
  with given as materialized (
    select g.fqdn, g.type, coalesce(g.metadata, '{}') as metadata
    from jsonb_to_recordset(assets) g (fqdn text, type text, metadata jsonb)
  ), known as materialized (
    select a.fqdn, a.type, a.metadata, a.removed_at is not null as is_removed from catalog.assets a
  ), written as (
    insert into catalog.assets as a (fqdn, type, metadata, registered_at, changed_at)
    select g.fqdn, g.type, g.metadata, moment, moment from given g
    on conflict (fqdn) do update set type = excluded.type, metadata = excluded.metadata, changed_at = moment, removed_at = null
    where (a.type, a.metadata) is distinct from (excluded.type, excluded.metadata) or a.removed_at is not null
    returning a.fqdn, a.type, a.metadata
  ), removed as (
    update catalog.assets a set removed_at = moment, changed_at = moment
    where a.removed_at is null and not exists (select from given g where g.fqdn = a.fqdn)
    returning a.fqdn
  ), added as (
    select w.fqdn from written w left join known k on k.fqdn = w.fqdn where k.fqdn is null or k.is_removed
  ), changed as (
    select w.fqdn, jsonb_build_object('type', k.type) || k.metadata as was, jsonb_build_object('type', w.type) || w.metadata as "is"
    from written w join known k on k.fqdn = w.fqdn and not k.is_removed
  )
  select jsonb_build_object(
    'assets', (select count(*) from given),
    'added', (select count(*) from added), 'changed', (select count(*) from changed), 'removed', (select count(*) from removed),
    'addedNames', (select coalesce(jsonb_agg(n.fqdn order by n.fqdn), '[]') from (select fqdn from added order by fqdn limit most) n),
    'changedNames', (
      select coalesce(jsonb_agg(jsonb_build_object('fqdn', n.fqdn, 'was', n.was, 'is', n."is") order by n.fqdn), '[]')
      from (
        -- What has changed is told by what differs alone.
        select c.fqdn,
          (select jsonb_object_agg(e.key, e.value) from jsonb_each(c.was) e where c."is" -> e.key is distinct from e.value) as was,
          (select jsonb_object_agg(e.key, e.value) from jsonb_each(c."is") e where c.was -> e.key is distinct from e.value) as "is"
        from changed c order by c.fqdn limit most) n),
    'removedNames', (select coalesce(jsonb_agg(n.fqdn order by n.fqdn), '[]') from (select fqdn from removed order by fqdn limit most) n))
  into told;
  with given as materialized (
    select distinct g."from", g."to", g.via from jsonb_to_recordset(lineage) g ("from" text, "to" text, via text)
  ), known as materialized (
    select l.id, l.removed_at is not null as is_removed from catalog.lineage l
  ), written as (
    insert into catalog.lineage as l ("from", "to", via, registered_at)
    select g."from", g."to", g.via, moment from given g
    on conflict (id) do update set removed_at = null where l.removed_at is not null
    returning l.from_fqdn, l.to_fqdn, l.via
  ), removed as (
    update catalog.lineage l set removed_at = moment
    where l.removed_at is null
      and not exists (select from given g where g."from" = l.from_fqdn and g."to" = l.to_fqdn and g.via = l.via)
    returning l.from_fqdn, l.to_fqdn, l.via
  )
  select told || jsonb_build_object(
    'isFirst', before is null,
    'lineage', (select count(*) from given),
    'lineageAdded', (select count(*) from written), 'lineageRemoved', (select count(*) from removed),
    'lineageAddedNames', (select coalesce(jsonb_agg(n.line order by n.line), '[]') from (
      select format('%s -> %s (%s)', w.from_fqdn, w.to_fqdn, w.via) as line from written w order by 1 limit most) n),
    'lineageRemovedNames', (select coalesce(jsonb_agg(n.line order by n.line), '[]') from (
      select format('%s -> %s (%s)', r.from_fqdn, r.to_fqdn, r.via) as line from removed r order by 1 limit most) n))
  into told;
  return told;
end
$$;
revoke all on function catalog.register from public;
grant execute on function catalog.register to service_role, agent_odoo_bridge;
comment on function catalog.register is 'Registers all that there is, {fqdn, type, metadata}, and all that comes from what, {from, to, via}. What was registered before and is not
given is marked as removed, and stays. Answers how the assets and the lineage differ from the last registration, naming the first
hundred of each.';

create or replace function odoo_seed.begin_verification(run_id uuid, instance text default null) returns odoo_seed.verifications
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  begun odoo_seed.verifications;
  latest odoo_seed.verifications;
begin
  select v.* into latest from odoo_seed.verifications v where v.finished_at is not null order by v.finished_at desc limit 1;
  if latest.id is not null and latest.instance is distinct from begin_verification.instance then
    delete from odoo_seed.shadow_projects;
    delete from odoo_seed.shadow_tasks;
    delete from odoo_seed.accepted_totals;
    delete from odoo_seed.shadow_finance_totals;
  end if;
  -- An attempt that did not end says nothing, and nobody looks at what is older than a year.
  delete from odoo_seed.verifications v
  where v.finished_at is null and (v.run_id = begin_verification.run_id or v.started_at < now() - interval '1 day')
    or v.started_at < now() - interval '400 days';
  insert into odoo_seed.verifications (run_id, instance) values (begin_verification.run_id, begin_verification.instance)
  returning * into begun;
  return begun;
end
$$;
revoke all on function odoo_seed.begin_verification from public;
grant execute on function odoo_seed.begin_verification to service_role, agent_odoo_bridge;
comment on function odoo_seed.begin_verification is 'Begins a verification. What was read of another instance is forgotten: nothing of it can be compared.';

create or replace function odoo_seed.end_verification(verification_id uuid) returns odoo_seed.verifications
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  ended odoo_seed.verifications;
begin
  select v.* into ended from odoo_seed.verifications v where v.id = verification_id for update;
  if ended.id is null then
    perform ops.refuse('TP404', format('There is no verification %s', verification_id));
  end if;
  delete from odoo_seed.shadow_projects s where s.synced_at < ended.started_at;
  delete from odoo_seed.shadow_tasks s where s.synced_at < ended.started_at;
  update odoo_seed.verifications v set finished_at = clock_timestamp(),
    projects = (select count(*) from odoo_seed.shadow_projects),
    tasks = (select count(*) from odoo_seed.shadow_tasks),
    totals = (select count(*) from odoo_seed.shadow_finance_totals t where t.count > 0)
  where v.id = verification_id;
  -- In a second statement: a seed is missing only since a verification has ended.
  update odoo_seed.verifications v set differences = (select count(*) from odoo_seed.v_drift)
  where v.id = verification_id returning v.* into ended;
  return ended;
end
$$;
revoke all on function odoo_seed.end_verification from public;
grant execute on function odoo_seed.end_verification to service_role, agent_odoo_bridge;
comment on function odoo_seed.end_verification is 'Ends a verification: forgets shadows of what it did not find, and counts the differences.';

create or replace function odoo_seed.keep_shadows(entity text, records jsonb) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  kept int;
begin
  if entity = 'PROJECT' then
    insert into odoo_seed.shadow_projects (odoo_id, external_ref, name, synced_at, raw)
    select (r ->> 'odoo_id')::bigint, (
        select f.ref from jsonb_array_elements_text(r -> 'refs') with ordinality f (ref, position)
        order by exists (select from odoo_seed.seed_projects s where s.external_ref = f.ref) desc, f.position limit 1),
      r ->> 'name', clock_timestamp(), r -> 'raw'
    from jsonb_array_elements(records) r
    on conflict (odoo_id) do update set external_ref = excluded.external_ref, name = excluded.name, synced_at = excluded.synced_at,
      raw = excluded.raw;
  elsif entity = 'TASK' then
    insert into odoo_seed.shadow_tasks (odoo_id, external_ref, name, project_odoo_id, synced_at, raw)
    select (r ->> 'odoo_id')::bigint, (
        select f.ref from jsonb_array_elements_text(r -> 'refs') with ordinality f (ref, position)
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
record and what it is called without one; it goes by the one that a seed has, else by the first.';

create or replace function odoo_seed.keep_totals(totals jsonb, locks jsonb default '{}') returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  is_first constant boolean := not exists (select from odoo_seed.accepted_totals);
  this_month constant date := date_trunc('month', now() at time zone 'UTC')::date;
  read_at constant timestamptz := clock_timestamp();
  drifting uuid[];
  kept int;
begin
  drifting := array(select d.total_id from odoo_seed.v_finance_drift d);
  insert into odoo_seed.shadow_finance_totals
    (company_id, company, journal_id, journal, month, state, currency, count, debit, credit, hash, is_locked, synced_at)
  select g.company_id, g.company, g.journal_id, g.journal, g.month, g.state, g.currency, g.count, g.debit, g.credit, g.hash,
    -- A later month of the company was locked before, and so was this one.
    exists (select from odoo_seed.shadow_finance_totals o where o.company_id = g.company_id and o.month >= g.month and o.is_locked), read_at
  from jsonb_to_recordset(totals) g (company_id bigint, company text, journal_id bigint, journal text, month date, state text, currency text,
    count bigint, debit numeric, credit numeric, hash text)
  on conflict (company_id, journal_id, month, state, currency) do update set company = excluded.company, journal = excluded.journal,
    count = excluded.count, debit = excluded.debit, credit = excluded.credit, hash = excluded.hash, synced_at = excluded.synced_at;
  get diagnostics kept = row_count;
  update odoo_seed.shadow_finance_totals t set count = 0, debit = 0, credit = 0, hash = '', synced_at = read_at
  where t.synced_at <> read_at;
  -- A total that was not there before is compared with none.
  insert into odoo_seed.accepted_totals (id, count, debit, credit, hash)
  select t.id, 0, 0, 0, '' from odoo_seed.shadow_finance_totals t
  where not exists (select from odoo_seed.accepted_totals a where a.id = t.id);
  update odoo_seed.accepted_totals a set count = t.count, debit = t.debit, credit = t.credit, hash = t.hash, accepted_at = now()
  from odoo_seed.shadow_finance_totals t
  where t.id = a.id and (t.count, t.debit, t.credit, t.hash) is distinct from (a.count, a.debit, a.credit, a.hash)
    and (is_first or not (
      t.id = any (drifting) or t.state = 'posted' and (t.is_locked or t.month < this_month and t.count = a.count)));
  update odoo_seed.shadow_finance_totals t
  set is_locked = coalesce((t.month + interval '1 month' - interval '1 day')::date <= (locks ->> t.company_id::text)::date, false);
  delete from odoo_seed.accepted_totals a using odoo_seed.shadow_finance_totals t where t.id = a.id and t.count = 0 and a.count = 0;
  delete from odoo_seed.shadow_finance_totals t
  where t.count = 0 and not exists (select from odoo_seed.accepted_totals a where a.id = t.id);
  return kept;
end
$$;
revoke all on function odoo_seed.keep_totals from public;
grant execute on function odoo_seed.keep_totals to service_role, agent_odoo_bridge;
comment on function odoo_seed.keep_totals is 'Keeps the control totals of all journal items of Odoo as they were just read, {company_id, company, journal_id, journal, month, state,
currency, count, debit, credit, hash}, and accepts what is no difference. One is: a posted total that is another than the
accepted one, of a month that was locked when it was read before; and of a past month one that has as many items as before with other
amounts. It stays one until Odoo has the accepted total again, or somebody accepts the new one. `locks`: by company, the last day of
its locked period.';

create or replace function ops.accept_finance_totals(ids uuid[]) returns table (accepted int)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  missing uuid;
  totals uuid[];
begin
  if ops.caller_agent() is not null then
    perform ops.refuse('TP403', 'A person accepts control totals, by a service: an agent does not');
  elsif coalesce(cardinality(ids), 0) = 0 then
    perform ops.refuse('TP400', '"ids" is missing');
  end if;
  perform from odoo_seed.shadow_finance_totals t where t.id in (select d.total_id from odoo_seed.v_finance_drift d) for update;
  select i into missing from unnest(ids) i where not exists (select from odoo_seed.v_finance_drift d where d.id = i) limit 1;
  if missing is not null then
    perform ops.refuse('TP404', format('No control total differs as %s says: look at odooDrift again', missing), '{"argument": "ids"}');
  end if;
  totals := array(select d.total_id from odoo_seed.v_finance_drift d where d.id = any (ids));
  update odoo_seed.accepted_totals a
  set count = t.count, debit = t.debit, credit = t.credit, hash = t.hash, accepted_at = now()
  from odoo_seed.shadow_finance_totals t
  where t.id = a.id and a.id = any (totals);
  get diagnostics accepted = row_count;
  return next;
end
$$;
revoke all on function ops.accept_finance_totals from public;
grant execute on function ops.accept_finance_totals to service_role;
comment on function ops.accept_finance_totals is 'Takes control totals that differ as they are now: from now on they are compared with these. The ids are those of differences, each
of one total as it was when it was shown: where it has changed since, its difference is another.';

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
    if coalesce(given.external_ref, '') !~ '^[A-Za-z0-9_]+(\.[A-Za-z0-9_-]+)+$' or length(given.external_ref) > 200 then
      perform ops.refuse('TP400', format('%s is no external reference: an external id of Odoo such as ipai_seed.website, or odoo.<model>.<id>',
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
revoke all on function ops.upsert_odoo_seeds from public;
grant execute on function ops.upsert_odoo_seeds to service_role;
comment on function ops.upsert_odoo_seeds is 'Says which projects and tasks should be in Odoo: makes seeds by their external_ref, or changes them. With `replace` those that are
not given are taken out, so that what is given is all that should be there.';
