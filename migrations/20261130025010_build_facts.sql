-- What a build was made from, beyond its commit: what `tripoint build manifest` knows. Builds of before have none of it.
alter table ops.builds
  add column commit_message text check (commit_message <> '' and length(commit_message) <= 20000),
  add column commit_author text check (commit_author <> '' and length(commit_author) <= 500),
  add column committed_at timestamptz,
  add column commit_zone text check (commit_zone ~ '^[+-][0-9]{2}:[0-9]{2}$'),
  add column addons_path text[] check (cardinality(addons_path) between 1 and 200 and array_position(addons_path, null) is null),
  add column manifest_digest text check (manifest_digest ~ '^sha256:[0-9a-f]{64}$'),
  -- A time as its author's clock showed it: neither without the other.
  add constraint builds_commit_time_has_a_zone check ((committed_at is null) = (commit_zone is null));

-- Digests of all builds of one commit in one project. Two of them are a finding: something else than the commit went into one.
create view ops.build_digests with (security_invoker = true) as
select b.id, s.digests, case when cardinality(s.digests) > 1 then false end as reproducible
from ops.builds b
cross join lateral (
  select array_agg(o.image_digest order by o.created_at, o.id) as digests
  from ops.builds o where o.project_id = b.project_id and o.git_sha = b.git_sha
) s;
