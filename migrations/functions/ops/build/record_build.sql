-- Records what was built. The same image again answers the first build; with other facts it is refused.
-- Executed by: operation
-- Raises: TP400, TP403, TP404, TP409
create or replace function ops.record_build(project_id uuid, git_sha text, branch text, image_digest text, lock_hashes jsonb)
returns ops.builds language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  build ops.builds;
begin
  if not exists (select from ops.projects p where p.id = record_build.project_id) then
    perform ops.refuse('TP404', format('There is no project %s', record_build.project_id));
  end if;
  if coalesce(record_build.git_sha, '') !~ '^[0-9a-f]{40}$' then
    perform ops.refuse('TP400', 'A build needs its git SHA: 40 hexadecimal digits, small letters', '{"argument": "gitSha"}');
  elsif coalesce(record_build.branch, '') = '' or length(record_build.branch) > 250 then
    perform ops.refuse('TP400', 'A build needs its branch, of at most 250 characters', '{"argument": "branch"}');
  elsif coalesce(record_build.image_digest, '') !~ '^sha256:[0-9a-f]{64}$' then
    perform ops.refuse('TP400', 'A build needs the digest of its image: sha256: and 64 hexadecimal digits', '{"argument": "imageDigest"}');
  end if;
  begin
    insert into ops.builds as b (project_id, git_sha, branch, image_digest, lock_hashes, recorded_by)
    values (record_build.project_id, record_build.git_sha, record_build.branch, record_build.image_digest,
      record_build.lock_hashes, ops.caller())
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
     is distinct from (record_build.git_sha, record_build.branch, record_build.lock_hashes) then
    perform ops.refuse('TP409',
      format('This image is recorded as built from %s on %s, with other facts than these', build.git_sha, build.branch),
      jsonb_build_object('buildId', build.id, 'gitSha', build.git_sha, 'branch', build.branch));
  end if;
  return build;
end
$$;
