-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function odoo.follow_run() returns trigger
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  given text := new.input ->> 'eventId';
  state text := case
    when new.status = 'SUCCEEDED' then 'completed'
    when new.status in ('FAILED', 'CANCELLED', 'DEAD') then 'failed'
    when new.status = 'RUNNING' or new.leased_by is not null then 'processing'
    else 'pending'
  end;
  code text := case when new.status = 'CANCELLED' then 'CANCELLED' else new.error_code end;
  has_ended boolean := state in ('completed', 'failed');
begin
  -- Whoever may enqueue for the bridge gives any input.
  if given is null or given !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    return null;
  end if;
  update odoo.webhook_events e set
    status = state, attempts = new.attempt, error_code = code, run_id = new.id,
    finished_at = case when has_ended then new.finished_at end
  where e.id = given::uuid and (tg_op = 'INSERT' or e.run_id = new.id)
    and (e.status, e.attempts, e.error_code, e.run_id) is distinct from (state, new.attempt, code, new.id);
  if found and has_ended then
    insert into odoo.event_log (type, instance, event_id, details)
    select case state when 'completed' then 'processed' else 'failed' end, e.instance, e.id,
      jsonb_strip_nulls(jsonb_build_object('runId', new.id, 'attempts', new.attempt, 'errorCode', code))
    from odoo.webhook_events e where e.id = given::uuid;
  end if;
  return null;
end
$$;
revoke all on function odoo.follow_run from public;
comment on function odoo.follow_run is 'Keeps the state of an event as that of the run that processes it, and notes how that ended.';

create or replace function odoo.note_change(event_id uuid, model text, record_id text, is_there boolean, written_at text default null)
returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  event odoo.webhook_events;
begin
  perform ops.check_text('model', note_change.model, 100);
  perform ops.check_text('recordId', note_change.record_id, 100);
  select e.* into event from odoo.webhook_events e where e.id = note_change.event_id;
  if event.id is null then
    perform ops.refuse('TP404', format('There is no event %s', note_change.event_id));
  end if;
  insert into odoo.event_log (type, instance, event_id, model, record_id, details)
  values (case when note_change.is_there then 'changed' else 'removed' end, event.instance, event.id,
    note_change.model, note_change.record_id,
    case when note_change.written_at is not null then jsonb_build_object('writtenAt', left(note_change.written_at, 40)) end)
  on conflict (event_id) where type in ('changed', 'removed') do nothing;
  return found;
end
$$;
revoke all on function odoo.note_change from public;
grant execute on function odoo.note_change to service_role, agent_odoo_bridge;
comment on function odoo.note_change is 'Notes what the bridge found in Odoo of the record that an event is about: that it is there, with the time of its last write,
or that it is not. Once an event, however often it is processed.';

create or replace function odoo.note_instance(
  name text, stage text default null, url text default null, database text default null, version text default null
) returns odoo.instances
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  noted odoo.instances;
begin
  perform ops.check_text('name', note_instance.name);
  insert into odoo.instances as i (name, stage, url, database, version)
  values (note_instance.name, note_instance.stage, note_instance.url, note_instance.database, note_instance.version)
  on conflict (name) do update set stage = excluded.stage, url = excluded.url, database = excluded.database,
    version = coalesce(excluded.version, i.version), last_seen_at = now()
  returning * into noted;
  return noted;
end
$$;
revoke all on function odoo.note_instance from public;
grant execute on function odoo.note_instance to service_role, agent_odoo_bridge;
comment on function odoo.note_instance is 'Notes an instance of Odoo that the bridge has just asked, and what it said of itself.';

create or replace function odoo.note_refusal(door text, reason text, times int, instance text default null) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  insert into odoo.event_log (type, instance, details)
  select 'refused', note_refusal.instance,
    jsonb_build_object('door', note_refusal.door, 'reason', note_refusal.reason, 'times', note_refusal.times)
  where (
    select count(*) from (
      select from odoo.event_log l
      where l.type = 'refused' and l.created_at >= date_trunc('day', now(), 'UTC') limit 1000) today
  ) < 1000;
  return found;
end
$$;
revoke all on function odoo.note_refusal from public;
grant execute on function odoo.note_refusal to gateway;
comment on function odoo.note_refusal is 'Notes that deliveries were refused, and why; how often since the last note. A day has a thousand such notes at most, so that
nobody who is refused can fill the log.';

create or replace function odoo.receive_event(
  instance text, source text, event_type text, aggregate_type text, aggregate_id text, ordering_key text,
  payload jsonb default null, dedupe_key text default null
) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  stored uuid;
  wanted ops.runs;
begin
  insert into odoo.webhook_events (instance, source, event_type, aggregate_type, aggregate_id, payload, dedupe_key)
  values (receive_event.instance, receive_event.source, receive_event.event_type, receive_event.aggregate_type,
    receive_event.aggregate_id, receive_event.payload, receive_event.dedupe_key)
  on conflict do nothing
  returning id into stored;
  if stored is null then
    return false;
  end if;
  insert into odoo.event_log (type, instance, event_id, details)
  values ('received', receive_event.instance, stored, jsonb_build_object('source', receive_event.source));
  wanted.agent := 'odoo-bridge';
  wanted.kind := 'bridge.event';
  wanted.input := jsonb_build_object('eventId', stored);
  wanted.idempotency_key := stored::text;
  wanted.priority := 0;
  -- An Odoo that is down for half an hour loses nothing.
  wanted.max_attempts := 12;
  wanted.ordering_keys := array[receive_event.ordering_key];
  wanted.requested_by := ops.caller();
  perform ops.add_run(wanted);
  return true;
end
$$;
revoke all on function odoo.receive_event from public;
grant execute on function odoo.receive_event to gateway;
comment on function odoo.receive_event is 'Stores an event that an instance of Odoo tells of, notes it, and enqueues the run that processes it: all or nothing. An event
that is stored already, or a hint at a record whose last hint nobody has begun to follow, changes nothing.';

grant execute on function ops.append_event to agent_odoo_bridge;

grant execute on function ops.begin_effect to agent_odoo_bridge;

grant execute on function ops.claim to agent_odoo_bridge;

grant execute on function ops.finish_runs to agent_odoo_bridge;

grant execute on function ops.give_back_runs to agent_odoo_bridge;

grant execute on function ops.heartbeat to agent_odoo_bridge;

grant execute on function ops.mark_finished to agent_odoo_bridge;

grant execute on function ops.mark_running to agent_odoo_bridge;

grant execute on function ops.record_artifact to agent_odoo_bridge;

grant execute on function ops.start_runs to agent_odoo_bridge;

drop function ops.upsert_project(text,text,text[]);
create or replace function ops.upsert_project(
  slug text, name text, approvals_for text[] default null, repo_slug text default null, odoo_instance text default null,
  odoo_version text default null
) returns ops.projects
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  project ops.projects;
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
  if exists (select from ops.projects p where p.repo_slug = upsert_project.repo_slug and p.slug <> upsert_project.slug) then
    perform ops.refuse('TP409', format('Another project has the repository %s', upsert_project.repo_slug), '{"argument": "repoSlug"}');
  end if;
  insert into ops.projects as p (slug, name, repo_slug, odoo_instance, odoo_version)
  values (upsert_project.slug, upsert_project.name, upsert_project.repo_slug, upsert_project.odoo_instance, upsert_project.odoo_version)
  on conflict (slug) do update set name = excluded.name, updated_at = now(),
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
revoke all on function ops.upsert_project from public;
grant execute on function ops.upsert_project to service_role, agent_odoo_bridge;
comment on function ops.upsert_project is 'Creates the project of this slug with its three environments, or changes it. Where null is given for the environments
that ask for an approval, those of a project that is there stay as they are, and of a new one PRODUCTION does. What is kept of
its Odoo and its repository stays where null is given. An agent keeps projects of an Odoo
alone, decides no approvals, and leaves a repository its name.';
