-- Records what was built. The same image again answers the first build; with other facts it is refused. What is left out is
-- not compared. committed_at is a time with its zone, as the author's clock showed it, e.g. 2026-11-30T20:31:00+08:00.
-- Executed by: operation
-- Raises: TP400, TP403, TP404, TP409
create or replace function ops.record_build(
  project_id uuid, git_sha text, branch text, image_digest text, lock_hashes jsonb, commit_message text default null,
  commit_author text default null, committed_at text default null, addons_path text[] default null, manifest_digest text default null
) returns ops.builds language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  build ops.builds;
  zone text := replace(substring(record_build.committed_at from '(Z|[+-][0-9]{2}:[0-9]{2})$'), 'Z', '+00:00');
  instant timestamptz;
begin
  if not exists (
    select from ops.projects p where p.id = record_build.project_id and p.tenant_id = coalesce(ops.tenant(), p.tenant_id)
  ) then
    perform ops.refuse('TP404', format('There is no project %s', record_build.project_id));
  end if;
  if coalesce(record_build.git_sha, '') !~ '^[0-9a-f]{40}$' then
    perform ops.refuse('TP400', 'A build needs its git SHA: 40 hexadecimal digits, small letters', '{"argument": "gitSha"}');
  elsif coalesce(record_build.branch, '') = '' or length(record_build.branch) > 250 then
    perform ops.refuse('TP400', 'A build needs its branch, of at most 250 characters', '{"argument": "branch"}');
  elsif coalesce(record_build.image_digest, '') !~ '^sha256:[0-9a-f]{64}$' then
    perform ops.refuse('TP400', 'A build needs the digest of its image: sha256: and 64 hexadecimal digits', '{"argument": "imageDigest"}');
  elsif record_build.commit_message = '' or length(record_build.commit_message) > 20000 then
    perform ops.refuse('TP400', 'The message of a commit has 1 to 20000 characters', '{"argument": "commitMessage"}');
  elsif record_build.commit_author = '' or length(record_build.commit_author) > 500 then
    perform ops.refuse('TP400', 'The author of a commit has 1 to 500 characters', '{"argument": "commitAuthor"}');
  elsif record_build.manifest_digest !~ '^sha256:[0-9a-f]{64}$' then
    perform ops.refuse('TP400', 'The digest of a manifest is sha256: and 64 hexadecimal digits', '{"argument": "manifestDigest"}');
  elsif cardinality(record_build.addons_path) not between 1 and 200 or array_position(record_build.addons_path, null) is not null then
    perform ops.refuse('TP400', 'The addons path has 1 to 200 folders, in their order', '{"argument": "addonsPath"}');
  end if;
  if record_build.committed_at is not null then
    begin
      if record_build.committed_at !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$' then
        raise datetime_field_overflow;
      end if;
      instant := record_build.committed_at::timestamptz;
    exception when data_exception then
      perform ops.refuse('TP400', 'The time of a commit needs its zone, e.g. 2026-11-30T20:31:00+08:00', '{"argument": "committedAt"}');
    end;
  end if;
  begin
    insert into ops.builds as b (project_id, git_sha, branch, image_digest, lock_hashes, recorded_by, commit_message,
      commit_author, committed_at, commit_zone, addons_path, manifest_digest)
    values (record_build.project_id, record_build.git_sha, record_build.branch, record_build.image_digest,
      record_build.lock_hashes, ops.caller(), record_build.commit_message, record_build.commit_author, instant, zone,
      record_build.addons_path, record_build.manifest_digest)
    on conflict (project_id, image_digest) do nothing
    returning * into build;
  exception when check_violation or not_null_violation then
    perform ops.refuse('TP400', 'A build needs the hash of each lock file, at least of one: name → sha256: and 64 hexadecimal digits',
      '{"argument": "lockHashes"}');
  end;
  if build.id is not null then
    return build;
  end if;
  select * into build from ops.builds b
  where b.project_id = record_build.project_id and b.image_digest = record_build.image_digest;
  if (build.git_sha, build.branch, build.lock_hashes)
     is distinct from (record_build.git_sha, record_build.branch, record_build.lock_hashes)
    or record_build.commit_message is not null and build.commit_message is distinct from record_build.commit_message
    or record_build.commit_author is not null and build.commit_author is distinct from record_build.commit_author
    or instant is not null and (build.committed_at, build.commit_zone) is distinct from (instant, zone)
    or record_build.addons_path is not null and build.addons_path is distinct from record_build.addons_path
    or record_build.manifest_digest is not null and build.manifest_digest is distinct from record_build.manifest_digest then
    perform ops.refuse('TP409',
      format('This image is recorded as built from %s on %s, with other facts than these', build.git_sha, build.branch),
      jsonb_build_object('buildId', build.id, 'gitSha', build.git_sha, 'branch', build.branch));
  end if;
  return build;
end
$$;
