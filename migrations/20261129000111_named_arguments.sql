-- Refusals name the argument that they are about, and images are artifacts by their own names.

-- Which argument of a mutation a sentence is about: one that begins with it in quotation marks, that asks for an
-- idempotencyKey, or that misses what an id names. Null for any other.
create function ops.argument_of(state text, message text) returns text
language sql immutable set search_path = '' as $$
  select case
    when state = 'TP400' then coalesce(
      substring(message from '^"([A-Za-z]+)"'),
      case when message like 'An agent must give an idempotencyKey%' then 'idempotencyKey' end,
      case when message like 'Give the fence %' then 'fence' end,
      case when message like 'Events of type %' then 'type' end)
    when state = 'TP404' then
      substring(message from '^There is no (run|schedule|project|build|deployment|approval) [0-9a-f-]{36}$') || 'Id'
  end
$$;

-- A refusal that a client is meant to read: the state is a TP… code, the detail a JSON object. Its `argument` is where in
-- the input of a mutation the fault is.
create or replace function ops.refuse(state text, message text, detail jsonb default null) returns void
language plpgsql set search_path = '' as $$
declare
  argument text := ops.argument_of(state, message);
  told jsonb := detail;
begin
  if argument is not null and not coalesce(told ? 'argument', false) then
    told := coalesce(told, '{}') || jsonb_build_object('argument', argument);
  end if;
  if told is null then
    raise exception using errcode = state, message = message;
  end if;
  raise exception using errcode = state, message = message, detail = told::text;
end
$$;

-- Whether a text is an image's name: registry, repository, and a tag or a digest. Without either it would mean whatever
-- is the latest.
create function ops.is_image_name(uri text) returns boolean
language sql immutable set search_path = '' as $$
  select uri ~ ('^(localhost|[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+|[A-Za-z0-9-]+(?=:))(:[0-9]{1,5})?'
    || '(/[a-z0-9]+((\.|_{1,2}|-+)[a-z0-9]+)*)+'
    || '(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}))?$')
    and uri ~ '(:[^/@]+|@[^/]+)$'
$$;

alter table ops.artifacts drop constraint artifacts_uri_check;
alter table ops.artifacts add constraint artifacts_uri_names_a_place
  check ((uri ~ '^[a-z][a-z0-9+.-]*://' or ops.is_image_name(uri)) and length(uri) <= 2048);

-- Records a file in object storage, or an image in a registry, that a run has produced. The same again answers the first.
create or replace function ops.record_artifact(
  run_id uuid, kind text, uri text, size bigint default null, digest text default null, fence int default null
) returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  artifact uuid;
begin
  perform ops.check_text('kind', record_artifact.kind);
  perform ops.check_text('uri', record_artifact.uri, 2048);
  if record_artifact.uri ~* '^(data|blob|javascript|about):'
    or not (record_artifact.uri ~ '^[a-z][a-z0-9+.-]*://[^/]' or ops.is_image_name(record_artifact.uri)) then
    perform ops.refuse('TP400', '"uri" must point into object storage, e.g. s3://bucket/key, or name an image with its tag '
      || 'or digest, e.g. ghcr.io/org/image:tag: nothing is kept inline');
  end if;
  if record_artifact.size < 0 then
    perform ops.refuse('TP400', '"size" must be a number of bytes');
  end if;
  if record_artifact.digest !~ '^[a-z0-9]+:[0-9A-Za-z+/=_-]{16,180}$' then
    perform ops.refuse('TP400', '"digest" must look like sha256:…');
  end if;
  run := ops.lock_run(record_artifact.run_id);
  perform ops.check_open(run, record_artifact.fence);
  select a.id into artifact from ops.artifacts a
  where a.run_id = run.id and a.kind = record_artifact.kind and a.uri = record_artifact.uri
    and a.size is not distinct from record_artifact.size and a.digest is not distinct from record_artifact.digest
  limit 1;
  if artifact is not null then
    return artifact;
  end if;
  insert into ops.artifacts (run_id, kind, uri, size, digest, created_at)
  values (run.id, record_artifact.kind, record_artifact.uri, record_artifact.size, record_artifact.digest, run.updated_at)
  returning id into artifact;
  perform ops.save_run(run, 'artifact.recorded', jsonb_strip_nulls(jsonb_build_object(
    'artifactId', artifact, 'kind', record_artifact.kind, 'uri', record_artifact.uri,
    'size', record_artifact.size, 'digest', record_artifact.digest)));
  return artifact;
end
$$;
