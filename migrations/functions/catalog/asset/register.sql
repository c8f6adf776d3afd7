-- Registers all that there is, {fqdn, type, metadata}, and all that comes from what, {from, to, via}. What was registered before and is not
-- given is marked as removed, and stays. Answers how the assets and the lineage differ from the last registration, naming the first
-- hundred of each.
-- Executed by: operation
-- Raises: TP400
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
