-- Records a file in object storage, or an image in a registry, that a run has produced. The same again answers the first.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409
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
