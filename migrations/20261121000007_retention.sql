-- Backups, and how rows leave the ledger: archived, read back, approved, and then by one function of the owner.

-- Metadata only: the bytes of a backup are in object storage.
create table ops.backups (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('DAILY', 'WEEKLY', 'MONTHLY')),
  database text not null check (database <> '' and length(database) <= 200),
  uri text not null check (uri ~ '^[a-z][a-z0-9+.-]*://[^/]' and uri !~ '^(data|blob|javascript|about):' and length(uri) <= 2048),
  size bigint not null check (size >= 0),
  digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
  taken_at timestamptz not null,
  verified_at timestamptz check (verified_at >= taken_at),
  recorded_by text not null,
  idempotency_key text check (idempotency_key <> '' and length(idempotency_key) <= 200),
  input_digest bytea not null,
  created_at timestamptz not null default now()
);
create unique index backups_key on ops.backups (recorded_by, idempotency_key) where idempotency_key is not null;
create index backups_taken_at on ops.backups (taken_at, id);

-- The manifest of what left, kept for ever. A row without `left_at` is an archive in the making: nothing left by it.
create table ops.archives (
  id uuid primary key default gen_random_uuid(),
  source text not null check (source in ('ops.run_events', 'ops.runs', 'ops.artifacts', 'ops.backups')),
  partition_name text check ((source = 'ops.run_events') = (partition_name is not null)),
  -- Its name in the storage, and where that is.
  name text not null unique check (name <> ''),
  uri text not null unique check (uri ~ '^[a-z][a-z0-9+.-]*://'),
  -- Of the gzipped bytes, as they were read back.
  digest text check (digest ~ '^sha256:[0-9a-f]{64}$'),
  size bigint check (size > 0),
  row_count int check (row_count >= 0),
  -- Of the lines, as they were read back, and as `ops.digest_lines` finds them in the table.
  lines_digest text check (lines_digest ~ '^sha256:[0-9a-f]{64}$'),
  first_at timestamptz,
  last_at timestamptz,
  -- The run that archived; no foreign key, since that run leaves too.
  run_id uuid not null,
  approval_id uuid not null references ops.approvals (id),
  created_at timestamptz not null default now(),
  verified_at timestamptz,
  left_at timestamptz,
  check (verified_at is null or (digest is not null and size is not null and row_count is not null and lines_digest is not null)),
  check (left_at is null or verified_at is not null)
);
create index archives_created_at on ops.archives (created_at, id);
create index archives_approval on ops.archives (approval_id);

alter table ops.backups enable row level security;
alter table ops.archives enable row level security;
grant select on ops.backups, ops.archives to service_role, agent_sync_odoo_agent;
create policy read_backups on ops.backups for select to service_role, agent_sync_odoo_agent using (true);
create policy read_archives on ops.archives for select to service_role, agent_sync_odoo_agent using (true);

create trigger refuse_removal before delete or truncate on ops.backups
  for each statement execute function ops.refuse_removal();
create trigger append_only before update on ops.backups
  for each statement execute function ops.refuse_change();

-- What is to be archived stays as it was begun; once its rows have left, nothing about it changes any more.
create function ops.check_archive_change() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.left_at is not null then
    raise exception 'An archive by which rows have left does not change' using errcode = '42501';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if row(new.id, new.source, new.partition_name, new.name, new.uri, new.run_id, new.approval_id, new.created_at)
    is distinct from
    row(old.id, old.source, old.partition_name, old.name, old.uri, old.run_id, old.approval_id, old.created_at) then
    raise exception 'What an archive is for does not change: begin another' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger check_change before update or delete on ops.archives
  for each row execute function ops.check_archive_change();
create trigger append_only_truncate before truncate on ops.archives
  for each statement execute function ops.refuse_change();

-- Records a backup once; the same key and values answer the first row.
create function ops.record_backup(
  kind text, database text, uri text, size bigint, digest text, taken_at timestamptz,
  verified_at timestamptz default null, idempotency_key text default null
) returns table (backup_id uuid, created boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who constant text := ops.caller();
  values_digest constant bytea := sha256(convert_to(jsonb_build_array(
    record_backup.kind, record_backup.database, record_backup.uri, record_backup.size, record_backup.digest,
    extract(epoch from record_backup.taken_at), extract(epoch from record_backup.verified_at))::text, 'UTF8'));
  earlier ops.backups;
begin
  if record_backup.kind is null or record_backup.kind not in ('DAILY', 'WEEKLY', 'MONTHLY') then
    perform ops.refuse('TP400', '"kind" must be DAILY, WEEKLY or MONTHLY');
  end if;
  perform ops.check_text('database', record_backup.database);
  perform ops.check_text('uri', record_backup.uri, 2048);
  if record_backup.uri !~ '^[a-z][a-z0-9+.-]*://[^/]' or record_backup.uri ~* '^(data|blob|javascript|about):' then
    perform ops.refuse('TP400', '"uri" must point into object storage, e.g. s3://bucket/key: nothing is kept inline');
  end if;
  if record_backup.size is null or record_backup.size < 0 then
    perform ops.refuse('TP400', '"size" must be a number of bytes');
  end if;
  if record_backup.digest is null or record_backup.digest !~ '^sha256:[0-9a-f]{64}$' then
    perform ops.refuse('TP400', '"digest" must be sha256: and 64 hexadecimal digits');
  end if;
  if record_backup.taken_at is null or record_backup.taken_at > clock_timestamp() + interval '5 minutes' then
    perform ops.refuse('TP400', '"takenAt" must be a time that has come');
  end if;
  if record_backup.verified_at < record_backup.taken_at then
    perform ops.refuse('TP400', '"verifiedAt" must not be before "takenAt"');
  end if;
  if record_backup.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', record_backup.idempotency_key);
  elsif ops.caller_agent() is not null then
    perform ops.refuse('TP400', 'An agent must give an idempotencyKey');
  end if;
  insert into ops.backups (kind, database, uri, size, digest, taken_at, verified_at, recorded_by, idempotency_key, input_digest)
  values (record_backup.kind, record_backup.database, record_backup.uri, record_backup.size, record_backup.digest,
    record_backup.taken_at, record_backup.verified_at, who, record_backup.idempotency_key, values_digest)
  on conflict (recorded_by, idempotency_key) where idempotency_key is not null do nothing
  returning id into record_backup.backup_id;
  record_backup.created := record_backup.backup_id is not null;
  if record_backup.created then
    return next;
    return;
  end if;
  select b.* into earlier from ops.backups b
  where b.recorded_by = who and b.idempotency_key = record_backup.idempotency_key;
  if earlier.input_digest is distinct from values_digest then
    perform ops.refuse('TP422', format('Backup %s has this idempotencyKey and other values: use a new key', earlier.id),
      jsonb_build_object('backupId', earlier.id));
  end if;
  return query select earlier.id, false;
end
$$;

-- Retention -------------------------------------------------------------------------------------------------------
-- The owner's alone: granted to nobody, and refused to others even where somebody grants it. Each archive goes through
-- a row of ops.archives, then ops.verify_archive, then ops.retire, which computes everything again from what it removes.

create function ops.check_owner() returns void language plpgsql stable set search_path = '' as $$
begin
  if not pg_has_role(session_user, (select relowner from pg_catalog.pg_class where oid = 'ops.runs'::regclass), 'member')
    or coalesce(current_setting('request.jwt.claims', true), '') <> '' then
    perform ops.refuse('TP403', 'Only the owner of the ledger lets rows leave it: use `tripoint retention`');
  end if;
end
$$;

-- The partitions of the events and the times that each holds: from, and until but without.
create function ops.event_partitions() returns table (name text, from_at timestamptz, until_at timestamptz)
language sql stable set search_path = '' as $$
  select c.relname::text, bounds[1]::timestamptz, bounds[2]::timestamptz
  from pg_catalog.pg_inherits i
  join pg_catalog.pg_class c on c.oid = i.inhrelid,
  lateral regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \(''([^'']+)''\) TO \(''([^'']+)''\)') as bounds
  where i.inhparent = 'ops.run_events'::regclass
$$;

-- What an archive must hold now: the events of a whole partition, or the rows of these ids. The digest is a chain over
-- the lines, sha256 of the digest so far and the next line, so that neither side ever holds more than one of them.
create function ops.digest_rows(source text, partition_name text, ids uuid[])
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

-- Not locked, since a lock on a row counts as a write: what reads long must not have written yet, or those who follow the
-- ledger live would wait for its end. The lock of retention keeps archives apart.
create function ops.find_archive(archive_id uuid) returns ops.archives language plpgsql set search_path = '' as $$
declare
  archive ops.archives;
begin
  select a.* into archive from ops.archives a where a.id = find_archive.archive_id;
  if archive.id is null then
    perform ops.refuse('TP404', format('There is no archive %s', coalesce(find_archive.archive_id::text, 'without an id')));
  elsif archive.left_at is not null then
    perform ops.refuse('TP409', format('The rows of archive %s have left already', archive.id));
  end if;
  return archive;
end
$$;

-- Says what was read back from the storage; believed only where it is what the ledger holds now.
create function ops.verify_archive(
  archive_id uuid, digest text, size bigint, row_count int, lines_digest text, ids uuid[] default null
) returns void language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  archive ops.archives;
  held record;
begin
  perform ops.check_owner();
  perform pg_advisory_xact_lock(7461920333);
  archive := ops.find_archive(verify_archive.archive_id);
  select d.* into held from ops.digest_rows(archive.source, archive.partition_name, verify_archive.ids) d;
  if held.row_count is distinct from verify_archive.row_count or held.lines_digest is distinct from verify_archive.lines_digest then
    perform ops.refuse('TP409', format('Archive %s does not hold what the ledger holds: nothing leaves', archive.id),
      jsonb_build_object('archived', verify_archive.row_count, 'held', held.row_count));
  end if;
  update ops.archives a set
    digest = verify_archive.digest, size = verify_archive.size, row_count = held.row_count,
    lines_digest = held.lines_digest, first_at = held.first_at, last_at = held.last_at, verified_at = clock_timestamp()
  where a.id = archive.id;
end
$$;

-- Whether the rows of an archive may leave: it was verified, and somebody approved the run that archived.
create function ops.may_leave(archive ops.archives) returns boolean language sql stable set search_path = '' as $$
  select archive.verified_at is not null and archive.left_at is null and exists (
    select from ops.approvals p
    where p.id = archive.approval_id and p.subject = 'retention' and p.subject_id = archive.run_id::text and p.status = 'APPROVED'
  )
$$;

-- The second lock on DELETE of runs, artifacts and backups, also for the owner who opens the first by hand: the rows that
-- went must be exactly those of a verified and approved archive.
create function ops.check_leaving() returns trigger language plpgsql set search_path = '' as $$
declare
  archive ops.archives;
  line text;
  state bytea := sha256('');
  gone_rows int := 0;
begin
  select a.* into archive from ops.archives a
  where a.id::text = current_setting('ops.archive', true) and a.source = tg_table_schema || '.' || tg_table_name;
  if archive.id is null or not ops.may_leave(archive) then
    raise exception 'Rows of %.% leave by a verified and approved archive only', tg_table_schema, tg_table_name
      using errcode = '42501';
  end if;
  perform set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true);
  for line in select to_jsonb(g)::text from gone g order by g.id loop
    state := sha256(state || convert_to(line, 'UTF8'));
    gone_rows := gone_rows + 1;
  end loop;
  if gone_rows <> archive.row_count or 'sha256:' || encode(state, 'hex') <> archive.lines_digest then
    raise exception 'These are not the rows of archive %', archive.id using errcode = 'TP409';
  end if;
  return null;
end
$$;
create trigger check_leaving after delete on ops.runs referencing old table as gone
  for each statement execute function ops.check_leaving();
create trigger check_leaving after delete on ops.artifacts referencing old table as gone
  for each statement execute function ops.check_leaving();
create trigger check_leaving after delete on ops.backups referencing old table as gone
  for each statement execute function ops.check_leaving();

-- The chain of each run in a partition must go on from what was archived before, without a gap, and be whole.
create function ops.check_partition_chain(partition_name text) returns void language plpgsql set search_path = '' as $$
declare
  broken record;
begin
  execute format($query$
    select e.run_id, e.seq from (
      select t.run_id, t.seq, t.prev_hash,
        lag(t.seq, 1, r.archived_seq) over chain as seq_before,
        lag(ops.event_hash(t.run_id, t.seq, t.type, t.payload, t.created_at, t.prev_hash), 1,
          case when r.archived_seq = 0 then ops.chain_start(r.id) else r.archived_hash end) over chain as hash_before
      from ops.%I t join ops.runs r on r.id = t.run_id
      window chain as (partition by t.run_id order by t.seq)
    ) e
    where e.seq <> e.seq_before + 1 or e.prev_hash is distinct from e.hash_before
    limit 1$query$, check_partition_chain.partition_name) into broken;
  if broken.run_id is not null then
    perform ops.refuse('TP409',
      format('The chain of run %s is broken at event %s: its events stay as they are, as evidence', broken.run_id, broken.seq),
      jsonb_build_object('runId', broken.run_id, 'seq', broken.seq));
  end if;
end
$$;

-- A partition leaves whole, and after every older one, so that what is archived of a run is always its first events. One
-- with events of an open run stays: a handler that is tried again may read there what it has done already.
create function ops.retire_partition(archive ops.archives) returns void language plpgsql set search_path = '' as $$
declare
  partition_name constant text := archive.partition_name;
  partition record;
  found_id uuid;
  attempts int := 0;
begin
  select p.* into partition from ops.event_partitions() p where p.name = partition_name;
  if partition.name is null then
    perform ops.refuse('TP404', format('There is no partition %s', partition_name));
  elsif exists (select from ops.event_partitions() p where p.from_at < partition.from_at) then
    perform ops.refuse('TP409', format('Partition %s stays: an older one is still there', partition_name));
  end if;
  -- Nobody appends to it from here on; who reads it is not disturbed.
  execute format('lock table ops.%I in share mode', partition_name);
  if (select d.row_count <> archive.row_count or d.lines_digest <> archive.lines_digest
      from ops.digest_rows(archive.source, partition_name, null) d) then
    perform ops.refuse('TP409', format('Partition %s is not what archive %s holds', partition_name, archive.id));
  end if;
  execute format('select r.id from ops.runs r where not ops.is_ended(r.status)
    and exists (select from ops.%I t where t.run_id = r.id) limit 1', partition_name) into found_id;
  if found_id is not null then
    perform ops.refuse('TP409', format('Partition %s stays: run %s has not ended', partition_name, found_id),
      jsonb_build_object('runId', found_id));
  end if;
  perform ops.check_partition_chain(partition_name);
  execute format($update$
    update ops.runs r set archived_seq = e.seq,
      archived_hash = ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash)
    from (select distinct on (t.run_id) t.* from ops.%I t order by t.run_id, t.seq desc) e
    where r.id = e.run_id$update$, partition_name);
  -- Dropped while attached, which detaches it in the same step: to detach it first would lock the runs too, which their
  -- writers lock before and after the events, and so in a circle. The lock on the events is asked for briefly and again,
  -- so that a long reader makes this wait and not everybody else.
  loop
    begin
      perform set_config('lock_timeout', '500ms', true);
      execute format('drop table ops.%I', partition_name);
      exit;
    exception when lock_not_available then
      attempts := attempts + 1;
      if attempts = 60 then
        perform ops.refuse('TP409', 'The events are being read all the time: try again later');
      end if;
      perform pg_sleep(0.5 + random() / 2);
    end;
  end loop;
  perform set_config('lock_timeout', '0', true);
end
$$;

-- The one way out: removes what a verified and approved archive holds, and answers how many rows.
create function ops.retire(archive_id uuid, ids uuid[] default null) returns int
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

revoke execute on all functions in schema ops from public;
grant execute on function ops.record_backup(text, text, text, bigint, text, timestamptz, timestamptz, text) to service_role;
