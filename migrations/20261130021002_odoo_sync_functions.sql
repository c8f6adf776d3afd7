-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function odoo.begin_walk(
  instance text, model text, walk text, latest text default null, overlap_seconds int default 120, whole boolean default false,
  every_seconds int default 0
) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  newest constant timestamptz := (begin_walk.latest || '+00')::timestamptz;
  overlap constant interval := make_interval(secs => begin_walk.overlap_seconds);
  held odoo.sync_cursors;
  is_resumed boolean;
begin
  perform ops.check_text('instance', begin_walk.instance);
  perform ops.check_text('model', begin_walk.model, 100);
  perform ops.check_number('overlapSeconds', begin_walk.overlap_seconds, 1, 86400);
  if begin_walk.walk is null or begin_walk.walk not in ('changes', 'ids', 'links') then
    perform ops.refuse('TP400', 'The walk must be changes, ids or links', '{"argument": "walk"}');
  elsif begin_walk.walk <> 'changes' and not exists (
    select from odoo.sync_cursors c where c.instance = begin_walk.instance and c.model = begin_walk.model
      and c.walk = 'changes' and c.finished_at is not null
  ) then
    perform ops.refuse('TP409', format('No walk of changes of %s has come to its end', begin_walk.model));
  end if;
  insert into odoo.sync_cursors (instance, model, walk)
  values (begin_walk.instance, begin_walk.model, begin_walk.walk)
  on conflict (instance, model, walk) do nothing;
  select c.* into held from odoo.sync_cursors c
  where c.instance = begin_walk.instance and c.model = begin_walk.model and c.walk = begin_walk.walk for update;
  is_resumed := held.started_at is not null;
  if not is_resumed and held.finished_at > clock_timestamp() - make_interval(secs => begin_walk.every_seconds) then
    return null;
  elsif not is_resumed then
    update odoo.sync_cursors c set
      since = case
        when c.finished_at is null or begin_walk.whole or c.walk <> 'changes' then null
        when newest < c.latest - overlap then null
        else c.mark - overlap
      end,
      latest = newest, marked_at = clock_timestamp(),
      -- One clock may be a little slower than the other.
      mark = greatest(newest, c.mark + 0.99 * (clock_timestamp() - c.marked_at)), after_id = 0, step = c.step + 1, walked = 0, told = 0,
      started_at = clock_timestamp(), updated_at = clock_timestamp()
    where c.id = held.id
    returning c.* into held;
  end if;
  return jsonb_build_object(
    'id', held.id, 'step', held.step, 'afterId', held.after_id, 'askedAt', held.updated_at, 'isResumed', is_resumed,
    'since', to_char(held.since at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS'), 'isFirst', held.finished_at is null);
end
$$;
revoke all on function odoo.begin_walk from public;
grant execute on function odoo.begin_walk to service_role, agent_odoo_bridge;
comment on function odoo.begin_walk is 'Begins a walk through the records of a model, or goes on with the one that is under way. A walk of changes looks at what was
written since the one before began, by Odoo''s clock, less the overlap: a transaction that was open then writes with the time at
which it began. That clock had come to `latest`, the latest time of writing, or further: as far as time has passed since an
earlier walk. All records are looked at the first time, where `whole` is given, and where `latest` went back, as after a
restore. Answers null where the last walk ended less than `every_seconds` ago.';

create or replace function odoo.hold_cursor(cursor_id uuid, step int, walk text) returns odoo.sync_cursors
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  held odoo.sync_cursors;
begin
  select c.* into held from odoo.sync_cursors c where c.id = hold_cursor.cursor_id and c.walk = hold_cursor.walk for update;
  if held.id is null then
    perform ops.refuse('TP404', format('There is no cursor %s of a walk of this kind', hold_cursor.cursor_id));
  elsif held.step is distinct from hold_cursor.step or held.started_at is null then
    perform ops.refuse('TP409', format('Another sync walks %s of %s', held.model, held.instance));
  end if;
  return held;
end
$$;
revoke all on function odoo.hold_cursor from public;
comment on function odoo.hold_cursor is 'The cursor, locked, where its walk is still at the step that the caller saw: two that walk from one place would tell twice.';

create or replace function odoo.move_cursor(held odoo.sync_cursors, until_id bigint, walked int, told int) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  moved odoo.sync_cursors;
begin
  update odoo.sync_cursors c set
    after_id = coalesce(move_cursor.until_id, 0), step = c.step + 1,
    walked = c.walked + move_cursor.walked, told = c.told + move_cursor.told, updated_at = clock_timestamp(),
    started_at = case when move_cursor.until_id is not null then c.started_at end,
    finished_at = case when move_cursor.until_id is null then clock_timestamp() else c.finished_at end
  where c.id = (move_cursor.held).id
  returning c.* into moved;
  return jsonb_build_object('step', moved.step, 'askedAt', moved.updated_at, 'told', move_cursor.told);
end
$$;
revoke all on function odoo.move_cursor from public;
comment on function odoo.move_cursor is 'Moves a cursor past a page; past the last one, where no id is given, the walk ends. Answers the step and the time from which
the next page is asked.';

drop function odoo.note_change(uuid,text,text,boolean,text);
create or replace function odoo.note_change(
  event_id uuid, model text, record_id bigint, is_there boolean, written_at text default null, links text default null,
  asked_at timestamptz default now()
) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  event odoo.webhook_events;
begin
  perform ops.check_text('model', note_change.model, 100);
  select e.* into event from odoo.webhook_events e where e.id = note_change.event_id;
  if event.id is null then
    perform ops.refuse('TP404', format('There is no event %s', note_change.event_id));
  end if;
  if note_change.is_there then
    return odoo.note_known(event.instance, note_change.model,
      jsonb_build_array(jsonb_build_object('id', note_change.record_id, 'writtenAt', note_change.written_at, 'links', note_change.links)),
      note_change.asked_at, null, event.id) > 0;
  end if;
  insert into odoo.known_records as k (instance, model, record_id, written_at, removed_at)
  values (event.instance, note_change.model, note_change.record_id, '-infinity', clock_timestamp())
  on conflict (instance, model, record_id) do update set removed_at = excluded.removed_at
  where k.removed_at is null and k.noted_at <= note_change.asked_at;
  if not found then
    return false;
  end if;
  insert into odoo.event_log (type, instance, event_id, model, record_id)
  values ('removed', event.instance, case when not exists (
      select from odoo.event_log l where l.event_id = event.id and l.type in ('changed', 'removed')
    ) then event.id end, note_change.model, note_change.record_id::text);
  return true;
end
$$;
revoke all on function odoo.note_change from public;
grant execute on function odoo.note_change to service_role, agent_odoo_bridge;
comment on function odoo.note_change is 'Notes what the bridge found in Odoo of the record that an event is about: that it was written since it was last told of, or
that it is not there. What a sync has told already is not told again. `asked_at` is the database''s time before Odoo was asked.';

create or replace function odoo.note_ids(cursor_id uuid, step int, ids jsonb, until_id bigint default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  held odoo.sync_cursors := odoo.hold_cursor(note_ids.cursor_id, note_ids.step, 'ids');
  there constant bigint[] := array(select i::bigint from jsonb_array_elements_text(note_ids.ids) i);
  told int;
  unknown jsonb;
begin
  with gone as (
    update odoo.known_records k set removed_at = clock_timestamp()
    where k.instance = held.instance and k.model = held.model and k.removed_at is null and k.noted_at <= held.updated_at
      and k.record_id > held.after_id and (note_ids.until_id is null or k.record_id <= note_ids.until_id)
      and not exists (select from unnest(there) t(id) where t.id = k.record_id)
    returning k.record_id
  ), noted as (
    insert into odoo.event_log (type, instance, model, record_id)
    select 'removed', held.instance, held.model, g.record_id::text from gone g order by g.record_id
    returning 1
  )
  select count(*) into told from noted;
  select coalesce(jsonb_agg(t.id order by t.id), '[]') into unknown
  from unnest(there) t(id)
  where not exists (select from odoo.known_records k
    where k.instance = held.instance and k.model = held.model and k.record_id = t.id
      and (k.removed_at is null or k.removed_at > held.updated_at));
  if note_ids.until_id is null then
    delete from odoo.known_records k
    where k.instance = held.instance and k.model = held.model and k.removed_at < now() - interval '7 days';
  end if;
  return odoo.move_cursor(held, note_ids.until_id, cardinality(there), told) || jsonb_build_object('unknown', unknown);
end
$$;
revoke all on function odoo.note_ids from public;
grant execute on function odoo.note_ids to service_role, agent_odoo_bridge;
comment on function odoo.note_ids is 'Notes what is gone, from all ids of a model between a cursor and `until_id`, or its end, and moves the cursor past them. What
was noted after they were asked for stays. Answers also the ids that nobody knew, as `unknown`: they are to be looked at.';

create or replace function odoo.note_known(
  instance text, model text, records jsonb, asked_at timestamptz, told_after timestamptz default null, event_id uuid default null
) returns int
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  -- Before a model was walked once, nobody knows which records are new.
  is_walked constant boolean := exists (select from odoo.sync_cursors c
    where c.instance = note_known.instance and c.model = note_known.model and c.walk = 'changes' and c.finished_at is not null);
  -- An event is told of once; what was written since by others, while its run was tried again, is a change of its own.
  event constant uuid := case when not exists (
    select from odoo.event_log l where l.event_id = note_known.event_id and l.type in ('changed', 'removed')
  ) then note_known.event_id end;
  told int;
begin
  -- A digest of other fields than before says nothing of a change.
  update odoo.known_records k set links = g.links
  from jsonb_to_recordset(note_known.records) as g(id bigint, links text)
  where k.instance = note_known.instance and k.model = note_known.model and k.record_id = g.id and g.links is not null
    and (k.links is null or split_part(k.links, ':', 1) <> split_part(g.links, ':', 1));
  with given as (
    select distinct on (r.id) r.id, coalesce((r."writtenAt" || '+00')::timestamptz, '-infinity') as written_at, r.links
    from jsonb_to_recordset(note_known.records) as r(id bigint, "writtenAt" text, links text)
    order by r.id
  ), kept as (
    insert into odoo.known_records as k (instance, model, record_id, written_at, links, noted_at)
    select note_known.instance, note_known.model, g.id, g.written_at, g.links, clock_timestamp() from given g order by g.id
    on conflict (instance, model, record_id) do update set
      written_at = excluded.written_at, links = coalesce(excluded.links, k.links), noted_at = excluded.noted_at, removed_at = null
    where case
      when k.removed_at is not null then note_known.asked_at >= k.removed_at
      else excluded.written_at > k.written_at
        or (note_known.asked_at >= k.noted_at and (excluded.written_at < k.written_at or excluded.links <> k.links))
    end
    returning k.record_id, k.written_at, k.xmax = 0 as is_new
  ), noted as (
    insert into odoo.event_log (type, instance, event_id, model, record_id, details)
    select 'changed', note_known.instance, event, note_known.model, k.record_id::text, jsonb_strip_nulls(jsonb_build_object(
      'writtenAt', case when isfinite(k.written_at) then to_char(k.written_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') end,
      'created', case when k.is_new and is_walked then true end))
    from kept k
    where not k.is_new or note_known.told_after is null or k.written_at > note_known.told_after
    order by k.written_at, k.record_id
    returning 1
  )
  select count(*) into told from noted;
  return told;
end
$$;
revoke all on function odoo.note_known from public;
comment on function odoo.note_known is 'Keeps what a look at records in Odoo found, and notes as a change each that was written since it was last told of, or whose
many2many ids are others. What was asked before somebody else noted more is no change. Answers how many it noted.';

create or replace function odoo.note_links(cursor_id uuid, step int, records jsonb, until_id bigint default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  held odoo.sync_cursors := odoo.hold_cursor(note_links.cursor_id, note_links.step, 'links');
  differing jsonb;
begin
  update odoo.known_records k set links = g.links
  from jsonb_to_recordset(note_links.records) as g(id bigint, links text)
  where k.instance = held.instance and k.model = held.model and k.record_id = g.id and k.removed_at is null
    and (k.links is null or split_part(k.links, ':', 1) <> split_part(g.links, ':', 1));
  select coalesce(jsonb_agg(k.record_id order by k.record_id), '[]') into differing
  from jsonb_to_recordset(note_links.records) as g(id bigint, links text)
  join odoo.known_records k on k.instance = held.instance and k.model = held.model and k.record_id = g.id
  where k.removed_at is null and k.links <> g.links;
  return odoo.move_cursor(held, note_links.until_id, jsonb_array_length(note_links.records), 0)
    || jsonb_build_object('differing', differing);
end
$$;
revoke all on function odoo.note_links from public;
grant execute on function odoo.note_links to service_role, agent_odoo_bridge;
comment on function odoo.note_links is 'Looks which records of a page have other ids in their many2many fields than when they were last told of, answers them as
`differing`, and moves the cursor past the page. It learns the digests of those of which none is known.';

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
revoke all on function odoo.note_modules from public;
grant execute on function odoo.note_modules to service_role, agent_odoo_bridge;
comment on function odoo.note_modules is 'Notes the modules of an instance of Odoo, all of them: each that is another than before, came or went is an event of the log.
The first inventory of an instance tells of none. Answers how many events it noted.';

create or replace function odoo.note_page(cursor_id uuid, step int, records jsonb, until_id bigint default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  held odoo.sync_cursors := odoo.hold_cursor(note_page.cursor_id, note_page.step, 'changes');
  told int;
begin
  told := odoo.note_known(held.instance, held.model, note_page.records, held.updated_at,
    case when held.finished_at is null then coalesce(held.mark + interval '999999 microseconds', '-infinity') end);
  return odoo.move_cursor(held, note_page.until_id, jsonb_array_length(note_page.records), told);
end
$$;
revoke all on function odoo.note_page from public;
grant execute on function odoo.note_page to service_role, agent_odoo_bridge;
comment on function odoo.note_page is 'Notes what a page of a walk of changes found, and moves its cursor past it: both or neither. The first walk through a model
tells of what is written after it began alone, a time that is known to the second. Without `until_id` the page is the last.';

create or replace function odoo.note_records(instance text, model text, records jsonb, asked_at timestamptz) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  perform ops.check_text('instance', note_records.instance);
  perform ops.check_text('model', note_records.model, 100);
  return odoo.note_known(note_records.instance, note_records.model, note_records.records, note_records.asked_at);
end
$$;
revoke all on function odoo.note_records from public;
grant execute on function odoo.note_records to service_role, agent_odoo_bridge;
comment on function odoo.note_records is 'Notes what a look at single records found, as a page of a walk does. `asked_at` is the database''s time before Odoo was asked.
Answers how many changes it noted.';

create or replace function ops.digest_rows(source text, partition_name text, ids uuid[])
returns table (row_count int, lines_digest text, first_at timestamptz, last_at timestamptz)
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  query text := case digest_rows.source
    when 'ops.run_events' then format(
      'select to_jsonb(t)::text as line, t.created_at as at from ops.%I t order by t.run_id, t.seq', digest_rows.partition_name)
    when 'ops.runs' then 'select to_jsonb(t)::text as line, t.finished_at as at from ops.runs t where t.id = any ($1) order by t.id'
    when 'ops.artifacts' then 'select to_jsonb(t)::text as line, t.created_at as at from ops.artifacts t where t.id = any ($1) order by t.id'
    when 'ops.backups' then 'select to_jsonb(t)::text as line, t.taken_at as at from ops.backups t where t.id = any ($1) order by t.id'
    when 'odoo.event_log' then 'select to_jsonb(t)::text as line, t.created_at as at from odoo.event_log t where t.id = any ($1) order by t.id'
    when 'odoo.webhook_events' then
      'select to_jsonb(t)::text as line, t.received_at as at from odoo.webhook_events t where t.id = any ($1) order by t.id'
  end;
  found_row record;
  state bytea := sha256('');
begin
  -- How a time and a bytea are rendered is the session's choice.
  perform set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true);
  digest_rows.row_count := 0;
  for found_row in execute query using digest_rows.ids loop
    state := sha256(state || convert_to(found_row.line, 'UTF8'));
    digest_rows.row_count := digest_rows.row_count + 1;
    digest_rows.first_at := least(digest_rows.first_at, found_row.at);
    digest_rows.last_at := greatest(digest_rows.last_at, found_row.at);
  end loop;
  digest_rows.lines_digest := 'sha256:' || encode(state, 'hex');
  return next;
end
$$;

create or replace function ops.map_entity(instance text, model text, odoo_id bigint, external_ref text) returns odoo.entity_mappings
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  mapped odoo.entity_mappings;
begin
  perform ops.check_text('instance', map_entity.instance);
  perform ops.check_text('model', map_entity.model, 100);
  perform ops.check_text('externalRef', map_entity.external_ref);
  if map_entity.model !~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$' then
    perform ops.refuse('TP400', '"model" must be a technical name of Odoo, e.g. res.partner', '{"argument": "model"}');
  elsif map_entity.odoo_id is null or map_entity.odoo_id < 1 then
    perform ops.refuse('TP400', '"odooId" must be the id of a record: a whole number above 0', '{"argument": "odooId"}');
  elsif map_entity.external_ref !~ '^[A-Za-z][A-Za-z0-9_-]*([.:/][A-Za-z0-9_-]+)+$' then
    perform ops.refuse('TP400', '"externalRef" must name its system and its key there, e.g. crm:ACC-0042: letters, digits, _ and -, with . : or / between',
      '{"argument": "externalRef"}');
  end if;
  insert into odoo.entity_mappings (instance, model, odoo_id, external_ref, created_by)
  values (map_entity.instance, map_entity.model, map_entity.odoo_id, map_entity.external_ref, ops.caller())
  on conflict do nothing;
  select m.* into mapped from odoo.entity_mappings m
  where m.instance = map_entity.instance and m.model = map_entity.model
    and (m.odoo_id = map_entity.odoo_id or m.external_ref = map_entity.external_ref)
  order by m.odoo_id <> map_entity.odoo_id limit 1;
  if (mapped.odoo_id, mapped.external_ref) is distinct from (map_entity.odoo_id, map_entity.external_ref) then
    perform ops.refuse('TP409', format('%s %s is mapped to %s already', mapped.model, mapped.odoo_id, mapped.external_ref));
  end if;
  return mapped;
end
$$;
revoke all on function ops.map_entity from public;
grant execute on function ops.map_entity to service_role;
comment on function ops.map_entity is 'Says what another system calls a record of Odoo: one reference a record and model, one record a reference. Said again it
changes nothing. A reference has the name of its system first, e.g. crm:ACC-0042.';

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
    select p.* into had from ops.projects p where p.slug = given.slug;
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
revoke all on function ops.reconcile_odoo_projects from public;
grant execute on function ops.reconcile_odoo_projects to service_role, agent_odoo_bridge;
comment on function ops.reconcile_odoo_projects is 'Compares the projects that an Odoo has, between two ids, with those of the ledger. What is missing is made, as an event would;
a name or version that is another follows Odoo; one that Odoo lacks is told, and stays. What changed after Odoo was asked
is left alone. Answers each difference, and what was refused, as an array.';

create or replace function ops.retire(archive_id uuid, ids uuid[] default null) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  archive ops.archives;
  stays uuid;
begin
  perform ops.check_owner();
  perform pg_advisory_xact_lock(7461920333);
  archive := ops.find_archive(retire.archive_id);
  if archive.verified_at is null then
    perform ops.refuse('TP409', format('Archive %s was not verified: nothing leaves', archive.id));
  elsif not ops.may_leave(archive) then
    perform ops.refuse('TP403', format('Nobody has approved archive %s: nothing leaves', archive.id));
  end if;
  if archive.source = 'ops.run_events' then
    perform ops.retire_partition(archive);
  else
    if archive.source = 'ops.runs' then
      select r.id into stays from ops.runs r
      where r.id = any (retire.ids) and (not ops.is_ended(r.status) or r.archived_seq <> r.last_seq) limit 1;
    elsif archive.source = 'ops.artifacts' then
      select r.id into stays from ops.artifacts a join ops.runs r on r.id = a.run_id
      where a.id = any (retire.ids) and not ops.is_ended(r.status) limit 1;
    end if;
    if archive.source = 'odoo.webhook_events' and exists (
      select from odoo.webhook_events e where e.id = any (retire.ids)
        and (e.status in ('pending', 'processing') or exists (select from odoo.event_log l where l.event_id = e.id))
    ) then
      perform ops.refuse('TP409', 'An event stays that has not ended, or of which the log tells: nothing leaves');
    end if;
    if stays is not null then
      perform ops.refuse('TP409', format('Run %s stays: it has not ended, or its events are not archived', stays),
        jsonb_build_object('runId', stays));
    end if;
    perform set_config('ops.retention', 'on', true), set_config('ops.archive', archive.id::text, true);
    begin
      execute format('delete from %s t where t.id = any ($1)', archive.source) using retire.ids;
    exception when foreign_key_violation then
      perform ops.refuse('TP409', 'Something that stays still refers to a row that was to leave: nothing leaves');
    end;
    perform set_config('ops.retention', '', true), set_config('ops.archive', '', true);
  end if;
  update ops.archives a set left_at = clock_timestamp() where a.id = archive.id;
  return archive.row_count;
end
$$;
